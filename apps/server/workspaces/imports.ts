import { isArtefactKind, models } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Json } from '#crdt/json.ts'
import type { Shape } from '#crdt/shape.ts'
import type { ArtefactImports } from '#domain/artefact.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'

/** One import of a document, without what it did. */
export type ImportedFile = {
  readonly id: string
  readonly title: string
  readonly at: number
  readonly added: number
  readonly changed: number
  readonly undone: boolean
}
type StoredImport = ImportedFile & { readonly participant: string | null; readonly trace: string }

/** How an artefact takes rows of a file in, with its shape; `null` for a kind that takes none. */
export type Importing = { readonly shape: Shape; readonly imports: ArtefactImports<Shape> }
export const importingOf = (kind: string): Importing | null => {
  if (!isArtefactKind(kind)) return null
  const { shape, imports }: { readonly shape: Shape; readonly imports?: unknown } = models[kind]
  // Imports and shape of one model belong together, which a union of models hides.
  return imports === undefined ? null : { shape, imports: imports as ArtefactImports<Shape> }
}

type Place = { readonly workspace: string; readonly document: string }

/** So many imports of a document can be taken back; older ones are part of it for good. */
const mostKept = 20

export const importsOf = async ({ read }: Tables, { workspace, document }: Place): Promise<readonly StoredImport[]> => {
  const query = db.selectFrom('import').selectAll().where('workspace', '=', workspace).where('document', '=', document)
  const rows = await read(query.orderBy('at', 'desc').orderBy('id').limit(mostKept).compile())
  return rows.map(({ undone_at, ...row }) => ({ ...row, undone: undone_at !== null }))
}

export const keepImport = async (
  { write }: Tables,
  { workspace, document }: Place,
  { id, participant, title, at, added, changed, trace }: StoredImport,
): Promise<void> => {
  const own = db.selectFrom('import').select('id').where('workspace', '=', workspace).where('document', '=', document)
  const newest = own.orderBy('at', 'desc').limit(mostKept)
  const old = db.deleteFrom('import').where('workspace', '=', workspace).where('document', '=', document)
  await write([
    db
      .insertInto('import')
      .values({ workspace, document, id, participant, title, at, added, changed, trace, undone_at: null })
      .compile(),
    old.where('id', 'not in', newest).compile(),
  ])
}

export const markUndone = async (
  { write }: Tables,
  { workspace, document }: Place,
  id: string,
  at: number,
): Promise<void> => {
  const row = db.updateTable('import').set({ undone_at: at }).where('workspace', '=', workspace)
  await write([row.where('document', '=', document).where('id', '=', id).compile()])
}

/** The ids that something else of the workspace has. */
export const idsElsewhere = async ({ read }: Tables, { workspace, document }: Place): Promise<ReadonlySet<string>> => {
  const [made, named] = await Promise.all([
    read(
      db
        .selectFrom('item_maker')
        .select('item as id')
        .where('workspace', '=', workspace)
        .where('document', '!=', document)
        .compile(),
    ),
    read(
      db
        .selectFrom('directory')
        .select('id')
        .where('workspace', '=', workspace)
        .where('document', '!=', document)
        .compile(),
    ),
  ])
  return new Set([...made, ...named].map(({ id }) => id))
}

type Author = Parameters<Rooms['write']>[2]

/** Changes a document as one transaction of somebody; what `change` refuses has changed nothing. */
export const changeDocument = async <Value, Why extends string>(
  rooms: Pick<Rooms, 'write'>,
  { workspace, document }: Place,
  shape: Shape,
  author: Author,
  change: (draft: DraftOf<Shape>) => Result<Value, Why>,
): Promise<Result<Value, Why | 'unavailable'>> => {
  const written = await rooms.write(workspace, document, author, (ydoc) => {
    const opened = openDocument(ydoc, shape)
    const outcome = opened.change({ perspective: author.perspective ?? '' }, change)
    opened.close()
    return outcome
  })
  return written.ok ? written.value : refuse('unavailable')
}

export const answerOf = ({ id, title, at, added, changed, undone }: ImportedFile): ImportedFile => ({
  id,
  title,
  at,
  added,
  changed,
  undone,
})

/** A trace as it was kept. */
export const traceOf = ({ trace }: StoredImport): Result<Json, 'unreadable'> => {
  try {
    return ok(JSON.parse(trace) as Json) // we wrote it
  } catch {
    return refuse('unreadable')
  }
}
