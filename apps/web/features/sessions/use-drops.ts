import { useEffect, useRef, type RefObject } from 'react'

/** What a dragged step is called on its way. */
export const draggedStep = 'application/x-polder-step'

/** Hears where a dragged step is let go within a list of steps, and marks the row that it would come before. */
export const useDrops = (list: RefObject<HTMLElement | null>, onDrop: (step: string, on: string) => void): void => {
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  }, [onDrop])
  useEffect(() => {
    const home = list.current
    if (!home) return undefined
    const rowOf = ({ target }: Event): HTMLElement | null =>
      target instanceof Element ? target.closest<HTMLElement>('li[id^="step-"]') : null
    const mark = (row: HTMLElement | null) => {
      for (const marked of home.querySelectorAll<HTMLElement>('[data-over]')) delete marked.dataset['over']
      if (row) row.dataset['over'] = 'true'
    }
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(draggedStep)) return
      event.preventDefault()
      mark(rowOf(event))
    }
    const drop = (event: DragEvent) => {
      const [step, row] = [event.dataTransfer?.getData(draggedStep) ?? '', rowOf(event)]
      mark(null)
      if (step === '' || !row) return
      event.preventDefault()
      const on = row.id.slice('step-'.length)
      if (on !== step) latest.current(step, on)
    }
    const leave = () => mark(null)
    home.addEventListener('dragover', over)
    home.addEventListener('drop', drop)
    home.addEventListener('dragend', leave)
    return () => {
      home.removeEventListener('dragover', over)
      home.removeEventListener('drop', drop)
      home.removeEventListener('dragend', leave)
    }
  }, [list])
}
