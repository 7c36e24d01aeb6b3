import * as Y from 'yjs'
import type { RandomBytes } from '#kernel/id.ts'
import { draftOf, valuesRoot, type Author, type DraftOf } from './draft.ts'
import { createReader } from './reader.ts'
import type { ContentOf, Shape } from './shape.ts'

/** Where one text stands: a root of the document, or a field of a row. */
export type TextPath = readonly [root: string] | readonly [table: string, id: string, field: string]

/** How a change came: by a command or an undo here, by letters typed here, or from elsewhere. */
export type ChangeKind = 'command' | 'letters' | 'elsewhere'

/** A Y.Doc seen through its shape. */
export type SharedDocument<S extends Shape = Shape> = {
  readonly ydoc: Y.Doc
  readonly shape: S
  /** The whole document as frozen data; what nobody touched keeps its identity. */
  readonly content: () => ContentOf<S>
  /** Calls back after each change, of whomever. */
  readonly subscribe: (listener: (kind: ChangeKind) => void) => () => void
  /** Runs a command in one transaction under the author's name and gives back its answer. */
  readonly change: <Answer>(author: Author, command: (draft: DraftOf<S>) => Answer) => Answer
  /** The shared type of a prose field, for an editor; `undefined` when the row is gone. */
  readonly prose: (path: TextPath) => Y.XmlFragment | undefined
  /** The shared type of a plain text field; `undefined` when the row is gone. */
  readonly text: (path: TextPath) => Y.Text | undefined
  readonly close: () => void
}

/** Reads and writes a Y.Doc through its shape. Closing leaves the Y.Doc as it is. */
export const openDocument = <S extends Shape>(ydoc: Y.Doc, shape: S, random?: RandomBytes): SharedDocument<S> => {
  const listeners = new Set<(kind: ChangeKind) => void>()
  let commands = 0
  const kindOf = ({ local, origin }: Y.Transaction): ChangeKind => {
    if (!local) return 'elsewhere'
    return commands > 0 || origin instanceof Y.UndoManager ? 'command' : 'letters'
  }
  const reader = createReader(ydoc, shape, (transaction) => {
    const kind = kindOf(transaction)
    for (const listener of listeners) listener(kind)
  })
  return {
    ydoc,
    shape,
    content: reader.content,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (author, command) => {
      commands += 1
      try {
        return ydoc.transact(() => command(draftOf(ydoc, shape, author, random)), author)
      } finally {
        commands -= 1
      }
    },
    prose: (path) => {
      const found = typeAt(ydoc, shape, path, 'prose')
      return found instanceof Y.XmlFragment ? found : undefined
    },
    text: (path) => {
      const found = typeAt(ydoc, shape, path, 'text')
      return found instanceof Y.Text ? found : undefined
    },
    close: () => {
      listeners.clear()
      reader.close()
    },
  }
}

/** The roots that a document of this shape may have; a frame that names another is refused. */
export const rootNames = (shape: Shape): readonly string[] => [
  valuesRoot,
  ...Object.keys(shape).filter((name) => shape[name]?.kind !== 'value'),
]

/** Adds the texts and sets that rows of an older shape lack. The server alone does this, so nothing is made twice. */
export const growRows = (ydoc: Y.Doc, shape: Shape): void => {
  for (const [name, field] of Object.entries(shape)) {
    if (field.kind !== 'table') continue
    for (const row of ydoc.getMap(name).values()) {
      if (!(row instanceof Y.Map)) continue
      for (const [key, nested] of Object.entries(field.fields)) {
        if (nested.kind === 'value' || row.has(key)) continue
        row.set(
          key,
          nested.kind === 'text' ? new Y.Text() : nested.kind === 'prose' ? new Y.XmlFragment() : new Y.Map(),
        )
      }
    }
  }
}

const typeAt = (ydoc: Y.Doc, shape: Shape, path: TextPath, kind: 'prose' | 'text'): unknown => {
  const field = shape[path[0]]
  if (path.length === 1) {
    if (field?.kind !== kind) return undefined
    return kind === 'prose' ? ydoc.getXmlFragment(path[0]) : ydoc.getText(path[0])
  }
  const row = field?.kind === 'table' ? ydoc.getMap(path[0]).get(path[1]) : undefined
  return row instanceof Y.Map ? row.get(path[2]) : undefined
}
