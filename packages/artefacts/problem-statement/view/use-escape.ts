import { useEffect, type RefObject } from 'react'

/** Closes something while the focus is in it and somebody presses Escape. */
export const useEscape = (place: RefObject<HTMLElement | null>, onEscape: (() => void) | undefined): void => {
  useEffect(() => {
    const element = place.current
    if (!element || !onEscape) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onEscape()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  })
}
