import { useEffect, type RefObject } from 'react'
import type * as Y from 'yjs'
import type { Author } from '#crdt/draft.ts'

type Delta = readonly { insert?: unknown; delete?: number | undefined; retain?: number | undefined }[]

/** Keeps a text area and a shared text the same, character by character, with everybody's caret in its place. */
export const useTextBinding = (
  area: RefObject<HTMLTextAreaElement | null>,
  shared: Y.Text | undefined,
  author: Author,
): void => {
  useEffect(() => {
    const element = area.current
    if (!element || !shared) return undefined
    element.value = shared.toString()

    // While an input method composes, the text area must not be written to.
    let composing = false
    const pull = (event?: Y.YTextEvent) => {
      const words = shared.toString()
      if (composing || element.value === words) return
      const delta: Delta = event?.delta ?? []
      const [start, end] = [shift(element.selectionStart, delta), shift(element.selectionEnd, delta)]
      element.value = words
      if (element.ownerDocument.activeElement === element) element.setSelectionRange(start, end)
    }
    const push = () => {
      if (composing) return
      const { at, length, insert } = difference(shared.toString(), element.value, element.selectionStart)
      if (length === 0 && insert === '') return
      shared.doc?.transact(() => {
        if (length > 0) shared.delete(at, length)
        if (insert !== '') shared.insert(at, insert)
      }, author)
    }
    const compose = (event: Event) => {
      composing = event.type === 'compositionstart'
      if (!composing) push()
    }
    shared.observe(pull)
    element.addEventListener('input', push)
    element.addEventListener('compositionstart', compose)
    element.addEventListener('compositionend', compose)
    return () => {
      shared.unobserve(pull)
      element.removeEventListener('input', push)
      element.removeEventListener('compositionstart', compose)
      element.removeEventListener('compositionend', compose)
    }
  }, [area, shared, author])
}

/** The one piece that changed; the caret tells which of equal letters was typed. Positions in UTF-16 units. */
export const difference = (before: string, after: string, caret: number) => {
  const shortest = Math.min(before.length, after.length)
  const tailLimit = shortest - Math.min(caret, shortest)
  let tail = 0
  while (
    tail < shortest &&
    before.at(-1 - tail) === after.at(-1 - tail) &&
    tail < Math.max(tailLimit, after.length - caret)
  )
    tail += 1
  let head = 0
  while (head < shortest - tail && before[head] === after[head]) head += 1
  return { at: head, length: before.length - head - tail, insert: after.slice(head, after.length - tail) }
}

const shift = (position: number, delta: Delta): number => {
  let at = 0
  let moved = position
  for (const { retain, insert, delete: removed } of delta) {
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      if (at < moved) moved += insert.length
      at += insert.length
    } else if (removed !== undefined && at < moved) moved -= Math.min(removed, moved - at)
  }
  return moved
}
