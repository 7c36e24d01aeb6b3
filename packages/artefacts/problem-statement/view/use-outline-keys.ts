import { useEffect, type RefObject } from 'react'

export type OutlineKeys = {
  readonly indent: () => boolean
  readonly outdent: () => boolean
  readonly move: (step: -1 | 1) => boolean
  /** Backspace in a row without words. */
  readonly removeEmpty: () => void
}

/** Who is being written in, and which row was just made and wants the focus. */
export type OutlineFocus = { writing: string | null; fresh: string | null }

/**
 * Keys of an outline in one of its rows: Tab and Shift Tab put it deeper or back, Alt with an arrow moves it, Backspace
 * takes an empty one away. Tab does so only for who is writing there: who walks through the page with Tab, or pressed
 * Escape, walks on.
 */
export const useOutlineKeys = (
  row: RefObject<HTMLElement | null>,
  id: string,
  focus: RefObject<OutlineFocus>,
  keys: OutlineKeys,
): void => {
  useEffect(() => {
    const element = row.current
    if (!element) return undefined
    const begin = (event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) focus.current.writing = id
    }
    const end = () => {
      if (focus.current.writing === id) focus.current.writing = null
    }
    const onKey = (event: KeyboardEvent) => {
      if (!(event.target instanceof HTMLTextAreaElement) || event.isComposing) return
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (event.key === 'Escape') end()
      else if (event.key === 'Tab' && plain && focus.current.writing === id) {
        if (event.shiftKey ? keys.outdent() : keys.indent()) event.preventDefault()
      } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        if (keys.move(event.key === 'ArrowUp' ? -1 : 1)) event.preventDefault()
      } else if (event.key === 'Backspace' && plain && event.target.value === '') {
        event.preventDefault()
        keys.removeEmpty()
      }
    }
    const listeners = [
      ['pointerdown', begin],
      ['input', begin],
      ['focusout', end],
    ] as const
    for (const [type, listener] of listeners) element.addEventListener(type, listener)
    element.addEventListener('keydown', onKey)
    return () => {
      for (const [type, listener] of listeners) element.removeEventListener(type, listener)
      element.removeEventListener('keydown', onKey)
    }
  })
}
