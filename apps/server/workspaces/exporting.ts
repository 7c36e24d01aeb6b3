import { isArtefactKind, models } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import type { DirectoryEntry } from '#domain/directory.ts'
import { evidenceShape, type EvidenceRegister } from '#domain/evidence.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { workspaceShape, type Workspace } from '#domain/workspace.ts'
import { sessionShape } from '#domain/session.ts'
import type { ExportedArtefact } from '#export/any-model.ts'
import type { ExportWish } from '#export/files.ts'
import type { ExportedSession } from '#export/snapshot.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { ExportFormat } from '#protocol/http-schemas.ts'
import type { Selectable } from 'kysely'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { db, type Database } from '../storage/tables.ts'
import type { WorkspaceState } from './state.ts'
import { directoryOf } from './summaries.ts'

/** Everything of a workspace at one moment, for the writers of files. */
export type WorkspaceExport = {
  readonly id: string
  readonly language: 'nl' | 'en'
  readonly workspace: Workspace
  readonly evidence: EvidenceRegister
  readonly perspectives: readonly Perspective[]
  /** With names; a writer leaves them out when it was asked to. */
  readonly people: readonly (Participant & { readonly consent: string | null })[]
  readonly artefacts: readonly ExportedArtefact[]
  readonly sessions: readonly ExportedSession[]
  readonly directory: readonly DirectoryEntry[]
  /** Rows of the tables, as stored; only the workspace file uses them. */
  readonly rows: { readonly [Table in ExportedTable]: readonly Selectable<Database[Table]>[] }
}

type ExportedTable = 'item_maker' | 'record' | 'choice' | 'voted' | 'estimate' | 'exit_answer' | 'leftover'

export type { ExportWish }

export type ExportedFile = { readonly bytes: Uint8Array; readonly type: string; readonly name: string }

/** Writes a workspace as a file of one format; `null` when nothing in it can give such a file. */
export type Exporter = (workspace: WorkspaceExport, wish: ExportWish) => Promise<ExportedFile | null>
export type Exporters = { readonly [Format in ExportFormat]?: Exporter }

type Deps = { readonly tables: Tables; readonly rooms: Pick<Rooms, 'read'> }

/** Gathers a workspace from its open documents and its rows; refuses when a document cannot be read now. */
export const gatherWorkspace = async (
  { tables, rooms }: Deps,
  state: WorkspaceState,
): Promise<Result<WorkspaceExport, 'unavailable'>> => {
  const read = async <S extends Shape>(document: string, shape: S): Promise<ContentOf<S> | null> => {
    // One document a turn: a session that is live gets its word in between.
    await new Promise((resolve) => setImmediate(resolve))
    const found = await rooms.read(state.id, document, (ydoc) => {
      const opened = openDocument(ydoc, shape)
      const content = opened.content()
      opened.close()
      return content
    })
    return found.ok ? found.value : null
  }
  const workspace = await read('workspace', workspaceShape)
  const evidence = await read('evidence', evidenceShape)
  if (!workspace || !evidence) return refuse('unavailable')
  const artefacts: ExportedArtefact[] = []
  const sessions: ExportedSession[] = []
  for (const { id, kind, title } of state.documents.values()) {
    if (kind === 'session') {
      const content = await read(id, sessionShape)
      if (!content) return refuse('unavailable')
      sessions.push({ id, content })
    }
    if (!isArtefactKind(kind)) continue
    const { shape }: { readonly shape: Shape } = models[kind]
    const content = await read(id, shape)
    if (!content) return refuse('unavailable')
    artefacts.push({ id, kind, title, content })
  }
  const [consents, rows] = await Promise.all([
    tables.read(db.selectFrom('participant').select(['id', 'consent']).where('workspace', '=', state.id).compile()),
    rowsOf(tables, state.id),
  ])
  const consentOf = new Map(consents.map(({ id, consent }) => [id, consent]))
  const people = [...state.members.values()].flatMap(({ id, name, perspective, role, canRecord, stakeholderId }) => {
    if (role === 'screen') return []
    return [{ id, name, perspective, role, canRecord, stakeholderId, consent: consentOf.get(id) ?? null }]
  })
  return ok({
    id: state.id,
    language: state.language,
    workspace,
    evidence,
    perspectives: state.perspectives,
    people,
    artefacts,
    sessions,
    directory: directoryOf({ evidence, artefacts }),
    rows,
  })
}

const rowsOf = async ({ read }: Tables, id: string): Promise<WorkspaceExport['rows']> => ({
  item_maker: await read(db.selectFrom('item_maker').selectAll().where('workspace', '=', id).compile()),
  record: await read(db.selectFrom('record').selectAll().where('workspace', '=', id).orderBy('ord').compile()),
  choice: await read(db.selectFrom('choice').selectAll().where('workspace', '=', id).compile()),
  voted: await read(db.selectFrom('voted').selectAll().where('workspace', '=', id).compile()),
  estimate: await read(db.selectFrom('estimate').selectAll().where('workspace', '=', id).compile()),
  exit_answer: await read(db.selectFrom('exit_answer').selectAll().where('workspace', '=', id).compile()),
  leftover: await read(db.selectFrom('leftover').selectAll().where('workspace', '=', id).compile()),
})
