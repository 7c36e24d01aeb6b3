import * as Y from 'yjs'
import type { Author } from './draft.ts'
import { rootNames, type SharedDocument } from './document.ts'

/** Undo of what one author did in one document; what others did stays. */
export type Undo = {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** Forgets everything: after a lock, a reveal, an import or a restore. */
  readonly clear: () => void
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
  /** The manager itself, for an editor that keeps its selection with each step. */
  readonly manager: Y.UndoManager
}

/** Typing within half a second of the last key is one step. */
const sameStepMs = 500

/** An editor that writes under an origin of its own adds it with `manager.addTrackedOrigin`. */
export const createUndo = (document: SharedDocument, author: Author): Undo => {
  const { ydoc, shape } = document
  const scope = rootNames(shape).map((name) => {
    const kind = shape[name]?.kind
    return kind === 'prose' ? ydoc.getXmlFragment(name) : kind === 'text' ? ydoc.getText(name) : ydoc.getMap(name)
  })
  const manager = new Y.UndoManager(scope, {
    trackedOrigins: new Set<unknown>([author]),
    captureTimeout: sameStepMs,
  })
  return {
    manager,
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    clear: () => manager.clear(),
    subscribe: (listener) => {
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
      for (const event of events) manager.on(event, listener)
      return () => {
        for (const event of events) manager.off(event, listener)
      }
    },
    close: () => manager.destroy(),
  }
}
