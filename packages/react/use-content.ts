import { useRef, useSyncExternalStore } from 'react'
import type { SharedDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'

/**
 * A part of a document's content; renders again only when that part changed.
 * A selector that makes a new list each time gives the last one back when its entries are the same.
 */
export const useContent = <S extends Shape, Part>(
  document: SharedDocument<S>,
  select: (content: ContentOf<S>) => Part,
): Part => {
  const last = useRef<Part | undefined>(undefined)
  return useSyncExternalStore(document.subscribe, () => {
    const part = select(document.content())
    if (last.current !== undefined && sameEntries(last.current, part)) return last.current
    last.current = part
    return part
  })
}

const sameEntries = (a: unknown, b: unknown): boolean =>
  Object.is(a, b) ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((entry, at) => Object.is(entry, b[at])))
