import * as Y from 'yjs'
import type { StoredDocument } from '../storage/storage.ts'
import type { WritableShape } from '../rooms-contract.ts'

/** A document in memory as the log has it, with the owners of its client ids. */
export type Loaded = {
  /** The document itself; a large one is put together when it is first needed. Throws when its rows do not make one. */
  readonly ydoc: () => Y.Doc
  /** The stored updates, while nothing has needed the document itself; else `null`. */
  readonly unread: () => readonly Uint8Array[] | null
  readonly owners: Map<number, string | null>
  readonly epoch: number
  readonly seq: number
  /** Rows and bytes behind the newest checkpoint. */
  readonly tail: { readonly rows: number; readonly bytes: number }
  /** About how large the document is when it is sent. */
  readonly bytes: number
}

/** From this size on a verified checkpoint is handed out before it is taken apart. */
const largeBytes = 128 * 1024

/**
 * Rebuilds a document from its rows. Throws when they do not make a whole document: then there is no room. A large
 * checkpoint was read back when it was made and its seal fits, so people are given it while the document waits.
 */
export const loadDocument = (stored: StoredDocument, shape: WritableShape): Loaded => {
  const parts = updatesOf(stored)
  // What it was put together from is let go of.
  let state: { readonly unread: readonly Uint8Array[] } | { readonly whole: Y.Doc } = { unread: parts }
  const ydoc = (): Y.Doc => {
    if ('unread' in state) state = { whole: putTogether(state.unread, shape) }
    return state.whole
  }
  if ((stored.checkpoint?.bytes.length ?? 0) < largeBytes) ydoc()
  const tailBytes = stored.tail.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return {
    ydoc,
    unread: () => ('unread' in state ? state.unread : null),
    owners: new Map(stored.owners),
    epoch: stored.epoch,
    seq: stored.seq,
    tail: { rows: stored.tail.length, bytes: tailBytes },
    bytes: (stored.checkpoint?.bytes.length ?? 0) + tailBytes,
  }
}

/** The updates of a stored document, in order. */
export const updatesOf = ({ checkpoint, tail }: Pick<StoredDocument, 'checkpoint' | 'tail'>): readonly Uint8Array[] =>
  [...(checkpoint ? [checkpoint] : []), ...tail].map(({ bytes }) => bytes)

/** The document that these updates make. Throws when something is missing from it. */
export const putTogether = (parts: readonly Uint8Array[], shape: WritableShape): Y.Doc => {
  const ydoc = openRoots(new Y.Doc(), shape)
  ydoc.transact(() => {
    for (const bytes of parts) Y.applyUpdate(ydoc, bytes)
  })
  assertWhole(ydoc)
  return ydoc
}

/** Nothing may wait for something that is missing: it would be invisible here and lost at the next checkpoint. */
export const assertWhole = (ydoc: Y.Doc): void => {
  if (ydoc.store.pendingStructs || ydoc.store.pendingDs) throw new Error('the document has pending changes')
  if (ydoc._transactionCleanups.length > 0) throw new Error('a transaction did not end')
}

// A root gets its type before anybody writes to it, so that it cannot be made another one.
const openRoots = (ydoc: Y.Doc, { roots }: WritableShape): Y.Doc => {
  for (const [name, kind] of Object.entries(roots)) {
    if (kind === 'xml') ydoc.getXmlFragment(name)
    else if (kind === 'text') ydoc.getText(name)
    else if (kind === 'array') ydoc.getArray(name)
    else ydoc.getMap(name)
  }
  return ydoc
}

/**
 * The whole document as one update, checked by reading it back: only then may rows go. Throws when what was read back
 * is not the same document.
 */
export const verifiedCheckpoint = (ydoc: Y.Doc, shape: WritableShape): Uint8Array => {
  const bytes = Y.encodeStateAsUpdate(ydoc)
  const copy = openRoots(new Y.Doc(), shape)
  try {
    Y.applyUpdate(copy, bytes)
    assertWhole(copy)
    const same = Y.equalSnapshots(Y.snapshot(ydoc), Y.snapshot(copy))
    if (!same) throw new Error('the checkpoint is not the document')
    return bytes
  } finally {
    copy.destroy()
  }
}
