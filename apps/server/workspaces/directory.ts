import { isArtefactKind, models } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type * as Y from 'yjs'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import type { WorkspaceState, Workspaces } from './state.ts'
import { artefactReading, evidenceSummary, type Reading } from './summaries.ts'

type Deps = {
  readonly tables: Tables
  readonly rooms: Pick<Rooms, 'read' | 'onCommit' | 'broadcast'>
  readonly clock: Clock
  readonly workspaces: Workspaces
  readonly onError: (error: unknown) => void
}

/** Keeps the directory of each workspace in step with what is committed, and tells when a name changed. */
export type DirectoryKeeper = {
  /** Reads every document of a workspace again: after a start, a name may be older than its text. */
  readonly catchUp: (state: WorkspaceState) => void
  /** Does at once what is waiting; resolves when the directory stands. */
  readonly settled: () => Promise<void>
  readonly stop: () => void
}

type Place = { readonly workspaceId: string; readonly documentId: string; readonly kind: string }

/** Changes that follow each other this quickly are read once. */
const restMs = 250
/** After a start people come back in a crowd; what a hard stop may have left behind can wait until they are in. */
const catchUpMs = 3000
/** The time of last activity decides about days; a minute is exact enough. */
const activityMs = 60_000

export const keepDirectory = (deps: Deps): DirectoryKeeper => {
  const due = new Map<string, Place>()
  const running = new Set<Promise<void>>()
  const touched = new Map<string, number>()
  const work = (place: Place) => {
    const task = refresh(deps, place).catch(deps.onError)
    running.add(task)
    void task.finally(() => running.delete(task))
  }
  const later = (place: Place, waitMs = restMs) => {
    const key = `${place.workspaceId}.${place.documentId}`
    if (due.has(key)) return
    due.set(key, place)
    deps.clock.after(waitMs, () => {
      if (due.delete(key)) work(place)
    })
  }
  const stop = deps.rooms.onCommit((commit) => {
    const now = deps.clock.now()
    deps.workspaces.touch(commit.workspaceId, commit.documentId, now)
    later(commit)
    if (now - (touched.get(commit.workspaceId) ?? 0) < activityMs) return
    touched.set(commit.workspaceId, now)
    void markActive(deps.tables, commit.workspaceId, now).catch(deps.onError)
  })
  return {
    stop,
    catchUp: (state) => {
      for (const { id, kind } of state.documents.values())
        later({ workspaceId: state.id, documentId: id, kind }, catchUpMs)
    },
    settled: async () => {
      const waiting = [...due.values()]
      due.clear()
      waiting.forEach(work)
      await Promise.all(running)
    },
  }
}

const markActive = (tables: Tables, workspace: string, now: number) =>
  tables.write([db.updateTable('workspace').set({ last_activity: now }).where('id', '=', workspace).compile()])

const refresh = async ({ tables, rooms, workspaces }: Deps, place: Place): Promise<void> => {
  const { workspaceId, documentId, kind } = place
  const read = await rooms.read(workspaceId, documentId, (ydoc) => readingOf(kind, documentId, ydoc))
  if (!read.ok || !read.value) return
  const { summary, title } = read.value
  const known = (await workspaces.get(workspaceId))?.documents.get(documentId)
  if (!known) return
  const before = await entriesOf(tables, workspaceId, documentId)
  const after = summary.map((entry): DirectoryEntry => ({ ...entry, document: documentId }))
  const renamed = title !== null && known.title !== title
  const changed = textOf(before) !== textOf(after)
  if (!renamed && !changed) return
  await tables.write([
    ...(changed ? replaceEntries(workspaceId, documentId, after) : []),
    ...(renamed ? [renameDocument(workspaceId, documentId, title)] : []),
  ])
  if (renamed) await workspaces.refresh(workspaceId)
  if (renamed)
    rooms.broadcast(workspaceId, {
      type: 'change',
      topic: kind === 'workspace' ? 'workspace' : 'artefacts',
      documentId,
    })
  if (changed) rooms.broadcast(workspaceId, { type: 'change', topic: 'directory', documentId })
}

const replaceEntries = (workspace: string, document: string, entries: readonly DirectoryEntry[]) => [
  forgetEntries(workspace, document),
  ...entries.map(({ id, kind, label, attributes }) =>
    db
      .insertInto('directory')
      .values({ workspace, document, id, kind, label, attrs: JSON.stringify(attributes) })
      .compile(),
  ),
]

/** The statement that empties the directory of one document. */
export const forgetEntries = (workspace: string, document: string) =>
  db.deleteFrom('directory').where('workspace', '=', workspace).where('document', '=', document).compile()

const renameDocument = (workspace: string, id: string, title: string) =>
  db.updateTable('document').set({ title }).where('workspace', '=', workspace).where('id', '=', id).compile()

const readingOf = (kind: string, documentId: string, ydoc: Y.Doc): Reading | null => {
  if (kind === 'evidence')
    return reading(ydoc, evidenceShape, (register) => ({ summary: evidenceSummary(register), title: null }))
  if (kind === 'workspace') return reading(ydoc, workspaceShape, ({ title }) => ({ summary: [], title }))
  if (!isArtefactKind(kind)) return null
  const { shape }: { readonly shape: Shape } = models[kind]
  return reading(ydoc, shape, (content) => artefactReading(kind, documentId, content))
}

const reading = <S extends Shape>(ydoc: Y.Doc, shape: S, read: (content: ContentOf<S>) => Reading): Reading => {
  const opened = openDocument(ydoc, shape)
  try {
    return read(opened.content())
  } finally {
    opened.close()
  }
}

const textOf = (entries: readonly DirectoryEntry[]): string =>
  JSON.stringify(
    entries
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, kind, label, attributes }) => [id, kind, label, attributes]),
  )

/** The directory as stored, of a workspace or of one of its documents. */
export const entriesOf = async (
  tables: Tables,
  workspace: string,
  document?: string,
): Promise<readonly DirectoryEntry[]> => {
  let query = db.selectFrom('directory').selectAll().where('workspace', '=', workspace).orderBy('id')
  if (document !== undefined) query = query.where('document', '=', document)
  return (await tables.read(query.compile())).map((row) => ({
    id: row.id,
    kind: row.kind,
    label: row.label,
    attributes: JSON.parse(row.attrs) as DirectoryEntry['attributes'], // written by `replaceEntries` above
    document: row.document,
  }))
}
