import { isArtefactKind } from '#artefacts/models.ts'
import type { Participant, Role } from '#domain/participant.ts'
import { can } from '#domain/permissions.ts'
import type { Perspective } from '#domain/perspective.ts'
import { perspectiveSchema } from '#domain/perspective.ts'
import type { Access, Authority } from '../authority.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'

/** One document of a workspace as its row says. */
export type DocumentRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly order: number
  readonly locked: boolean
  readonly changedAt: number | null
}

export type Member = Participant & { readonly version: number; readonly removed: boolean; readonly claimed: boolean }

/** The rows of one workspace that every request and every message asks for, held in memory. */
export type WorkspaceState = {
  readonly id: string
  readonly language: 'nl' | 'en'
  readonly joinCode: string | null
  readonly joining: 'open' | 'closed'
  readonly keepDays: number
  readonly perspectives: readonly Perspective[]
  readonly members: ReadonlyMap<string, Member>
  readonly documents: ReadonlyMap<string, DocumentRow>
  /** The session that is led now and its step: what every new item is noted with. */
  readonly running: Running | null
}

export type Running = { readonly session: string; readonly activity: string | null }

/** The workspaces of this server. After a write the reader of rows calls `refresh`, so that memory follows the disk. */
export type Workspaces = {
  readonly get: (id: string) => Promise<WorkspaceState | null>
  readonly cached: (id: string) => WorkspaceState | undefined
  readonly refresh: (id: string) => Promise<WorkspaceState | null>
  /** Marks that a document changed, without a write: the log itself keeps the time. */
  readonly touch: (id: string, documentId: string, at: number) => void
  /** Says which session and step run from now on, after the rows were written. */
  readonly run: (id: string, running: Running | null) => void
  readonly byJoinCode: (code: string) => Promise<WorkspaceState | null>
  readonly authority: Authority
}

/** `onLoad` hears of a workspace that comes into memory for the first time since the start. */
export const createWorkspaces = (tables: Tables, onLoad: (state: WorkspaceState) => void = () => {}): Workspaces => {
  const states = new Map<string, WorkspaceState>()
  let lastReading = 0
  const newest = new Map<string, number>()
  const refresh = async (id: string) => {
    lastReading += 1
    const reading = lastReading
    const state = await load(tables, id)
    // A slow reading must not put an older state over a newer one.
    if (reading < (newest.get(id) ?? 0)) return states.get(id) ?? null
    if (!state) {
      states.delete(id)
      return null
    }
    newest.set(id, reading)
    const before = states.get(id)
    const merged = before ? withTimesOf(before, state) : state
    states.set(id, merged)
    if (!before) onLoad(merged)
    return merged
  }
  return {
    cached: (id) => states.get(id),
    get: async (id) => states.get(id) ?? (await refresh(id)),
    refresh,
    touch: (id, documentId, at) => {
      const state = states.get(id)
      const row = state?.documents.get(documentId)
      if (!state || !row) return
      states.set(id, { ...state, documents: new Map(state.documents).set(documentId, { ...row, changedAt: at }) })
    },
    run: (id, running) => {
      const state = states.get(id)
      if (state) states.set(id, { ...state, running })
    },
    byJoinCode: async (code) => {
      const [row] = await tables.read(db.selectFrom('workspace').select('id').where('join_code', '=', code).compile())
      return row ? (states.get(row.id) ?? (await refresh(row.id))) : null
    },
    authority: {
      access: (workspaceId, documentId, participantId) => {
        const state = states.get(workspaceId)
        return state ? accessOf(state, documentId, participantId) : null
      },
    },
  }
}

// Rows know when an item was made; memory knows of every later change.
const withTimesOf = (before: WorkspaceState, after: WorkspaceState): WorkspaceState => {
  const documents = [...after.documents].map(([id, row]) => {
    const known = before.documents.get(id)?.changedAt ?? null
    return [id, { ...row, changedAt: known === null ? row.changedAt : Math.max(known, row.changedAt ?? 0) }] as const
  })
  return { ...after, documents: new Map(documents) }
}

/** The one policy for documents: the platform's own are the facilitators', artefacts are everybody's who contributes. */
export const accessOf = (state: WorkspaceState, documentId: string, participantId: string): Access | null => {
  const member = state.members.get(participantId)
  const document = state.documents.get(documentId)
  if (!member || member.removed || !document) return null
  const allowed = can(member.role, document.kind === 'workspace' ? 'write-workspace' : 'write-artefact')
  return {
    // What of the work stands on the wall comes from the directory; the hall reads no document of it.
    read: can(member.role, 'read') || (can(member.role, 'see-hall') && !isWork(document.kind)),
    write: allowed && !document.locked,
    ...(allowed && !document.locked ? {} : { writeRefusal: allowed ? 'locked' : 'read-only' }),
    version: member.version,
    name: member.name,
    perspective: member.perspective,
    role: member.role,
    sessionId: state.running?.session ?? null,
    activityId: state.running?.activity ?? null,
  }
}

const isWork = (kind: string): boolean => kind === 'evidence' || isArtefactKind(kind)

const load = async (tables: Tables, id: string): Promise<WorkspaceState | null> => {
  const [workspace] = await tables.read(
    db.selectFrom('workspace').selectAll().where('id', '=', id).where('state', '!=', 'removed').compile(),
  )
  if (!workspace) return null
  const [perspectives, members, documents, changes] = await Promise.all([
    tables.read(db.selectFrom('perspective').selectAll().where('workspace', '=', id).orderBy('ord').compile()),
    tables.read(db.selectFrom('participant').selectAll().where('workspace', '=', id).compile()),
    tables.read(
      db
        .selectFrom('document')
        .selectAll()
        .where('workspace', '=', id)
        .where('removed_at', 'is', null)
        .orderBy('ord')
        .compile(),
    ),
    tables.read(
      db
        .selectFrom('item_maker')
        .select(['document', db.fn.max('at').as('at')])
        .where('workspace', '=', id)
        .groupBy('document')
        .compile(),
    ),
  ])
  const changedAt = new Map(changes.map((change) => [change.document, change.at]))
  return {
    id,
    language: workspace.language,
    joinCode: workspace.join_code,
    joining: workspace.joining,
    keepDays: workspace.keep_days,
    running:
      workspace.running_session === null
        ? null
        : { session: workspace.running_session, activity: workspace.running_activity },
    perspectives: perspectives.flatMap((row, order) => {
      const parsed = perspectiveSchema.safeParse({ ...row, order })
      return parsed.success ? [parsed.data] : []
    }),
    members: new Map(members.map((row) => [row.id, asMember(row)])),
    documents: new Map(
      documents.map((row, order) => [
        row.id,
        {
          id: row.id,
          kind: row.kind,
          title: row.title,
          order,
          locked: row.locked_at !== null,
          changedAt: changedAt.get(row.id) ?? null,
        },
      ]),
    ),
  }
}

type ParticipantRow = {
  id: string
  name: string | null
  perspective: string | null
  role: Role
  can_record: number
  stakeholder_id: string | null
  removed_at: number | null
  claimed: number
  authz_version: number
}

const asMember = (row: ParticipantRow): Member => ({
  id: row.id,
  name: row.name,
  perspective: row.perspective ?? '',
  role: row.role,
  canRecord: row.can_record === 1,
  stakeholderId: row.stakeholder_id,
  version: row.authz_version,
  removed: row.removed_at !== null,
  claimed: row.claimed === 1,
})

/** What a workspace is called, as the list of documents last knew it. */
export const titleOf = (state: WorkspaceState): string => state.documents.get('workspace')?.title ?? ''

/** The perspectives in the order in which they were drawn. */
export const drawnOf = (state: Pick<WorkspaceState, 'perspectives'>): readonly string[] =>
  state.perspectives.toSorted((a, b) => a.order - b.order).map(({ id }) => id)
