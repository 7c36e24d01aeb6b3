import * as Y from 'yjs'
import { assertWhole } from './loaded.ts'

/** What came of it as one update. `single` is false when Yjs tidied up behind it: its author must hear of that too. */
export type Captured = { readonly bytes: Uint8Array; readonly single: boolean }

/** Does something to a document; the update is `null` when nothing changed. Throws when it is left broken. */
export const captured = <Value>(
  ydoc: Y.Doc,
  work: () => Value,
): { readonly value: Value; readonly update: Captured | null } => {
  const updates: Uint8Array[] = []
  const onUpdate = (update: Uint8Array) => void updates.push(update)
  ydoc.on('update', onUpdate)
  try {
    const value = work()
    assertWhole(ydoc)
    const [first] = updates
    if (!first) return { value, update: null }
    const single = updates.length === 1
    return { value, update: { bytes: single ? first : Y.mergeUpdates(updates), single } }
  } finally {
    ydoc.off('update', onUpdate)
  }
}

/** Tries a change on a copy under a client id, so that one that throws has not happened. */
export const rehearsed = <Value>(ydoc: Y.Doc, clientId: number, change: (ydoc: Y.Doc) => Value) => {
  const copy = new Y.Doc()
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
    copy.clientID = clientId
    return captured(copy, () => change(copy))
  } finally {
    copy.destroy()
  }
}

/** A client id that nobody used in this room. */
export const freshClientId = (taken: { readonly has: (client: number) => boolean }): number => {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1))
  return drawn === 0 || taken.has(drawn) ? freshClientId(taken) : drawn
}
