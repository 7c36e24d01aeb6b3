import type { Json, JsonObject } from '#crdt/json.ts'
import { plannedSession, sessionStateSchema, type SessionState } from '#domain/live-session.ts'
import type { CompiledQuery } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { recordById, type StoredRecord } from './records.ts'

/** What somebody said of themselves in a session: that they are ready with a step, or want to say or ask something. */
export type Signal = {
  readonly participant: string
  readonly kind: 'ready' | 'speak' | 'help'
  readonly activity: string | null
  readonly text: string
  readonly at: number
}

/** One session as the server holds it in memory; the rows say the same. */
export type HeldSession = {
  readonly id: string
  readonly version: number
  readonly state: SessionState
  readonly signals: readonly Signal[]
}

/** How sessions stand: read once, then kept in memory and written through. */
export type SessionStore = {
  readonly get: (workspace: string, session: string) => Promise<HeldSession>
  /** Writes the state and whatever belongs to the same act, all of it or nothing; answers what now stands. */
  readonly put: (
    workspace: string,
    held: HeldSession,
    state: SessionState,
    also?: readonly CompiledQuery[],
  ) => Promise<HeldSession>
  /** A newer number for what stands, so that pages read its log again. */
  readonly renew: (workspace: string, session: string) => void
  readonly signal: (workspace: string, held: HeldSession, signals: readonly Signal[]) => Promise<HeldSession>
  readonly forget: (workspace: string, session: string) => Promise<void>
}

export const createSessionStore = (tables: Tables, clock: Clock): SessionStore => {
  const known = new Map<string, HeldSession>()
  // Grows over restarts too: a page that knows a newer state would not believe an older number.
  const after = (version: number): number => Math.max(version + 1, clock.now())
  const keyOf = (workspace: string, session: string): string => `${workspace}.${session}`
  const keep = (workspace: string, held: HeldSession): HeldSession => {
    known.set(keyOf(workspace, held.id), held)
    return held
  }
  return {
    get: async (workspace, session) =>
      known.get(keyOf(workspace, session)) ?? keep(workspace, await load(tables, workspace, session, after(0))),

    put: async (workspace, held, state, also = []) => {
      const version = after(held.version)
      await tables.write([
        stateRow(workspace, held.id, state, version),
        ...(await recordRows(tables, workspace, held.id, state)),
        ...also,
      ])
      // Whoever signalled while this was written stays.
      const signals = (known.get(keyOf(workspace, held.id)) ?? held).signals
      return keep(workspace, { ...held, version, state, signals })
    },

    renew: (workspace, session) => {
      const held = known.get(keyOf(workspace, session))
      if (held) keep(workspace, { ...held, version: after(held.version) })
    },

    signal: async (workspace, held, signals) => {
      await tables.write(signalRows(workspace, held, signals))
      const version = after(held.version)
      return keep(workspace, { ...held, version, signals })
    },

    forget: async (workspace, session) => {
      known.delete(keyOf(workspace, session))
      const gone = [
        db.deleteFrom('session_state').where('workspace', '=', workspace).where('session', '=', session),
        db.deleteFrom('session_signal').where('workspace', '=', workspace).where('session', '=', session),
        db.deleteFrom('session_act').where('workspace', '=', workspace).where('session', '=', session),
      ]
      const record = db.deleteFrom('record').where('workspace', '=', workspace).where('collection', '=', 'sessions')
      await tables.write([...gone.map((query) => query.compile()), record.where('id', '=', session).compile()])
    },
  }
}

const load = async (tables: Tables, workspace: string, session: string, version: number): Promise<HeldSession> => {
  const [row] = await tables.read(
    db
      .selectFrom('session_state')
      .select('body')
      .where('workspace', '=', workspace)
      .where('session', '=', session)
      .compile(),
  )
  const signals = await tables.read(
    db
      .selectFrom('session_signal')
      .select(['participant', 'kind', 'activity', 'text', 'at'])
      .where('workspace', '=', workspace)
      .where('session', '=', session)
      .orderBy('at')
      .compile(),
  )
  const state = row
    ? sessionStateSchema.parse(JSON.parse(row.body))
    : stateOfRecord(await recordById(tables, workspace, 'sessions', session))
  return { id: session, version, state, signals }
}

// A session of a file says of itself who was there and how far it came; groups are tables under their older name.
const stateOfRecord = (record: StoredRecord | null): SessionState => {
  if (!record) return plannedSession()
  const { status = null, presentIds = null, groups = null } = record.value
  const told = sessionStateSchema.parse({ status, presentIds, tables: groups })
  // What was live where the file was written is not live here.
  return told.status === 'live' ? { ...told, status: 'closed' } : told
}

const stateRow = (workspace: string, session: string, state: SessionState, version: number): CompiledQuery => {
  const body = JSON.stringify(state)
  return db
    .insertInto('session_state')
    .values({ workspace, session, body, version })
    .onConflict((conflict) => conflict.columns(['workspace', 'session']).doUpdateSet({ body, version }))
    .compile()
}

/** What a workspace file says of a session stands in its record, so that exports need know nothing of leading. */
const recordRows = async (
  tables: Tables,
  workspace: string,
  session: string,
  { status, presentIds, tables: groups }: SessionState,
): Promise<CompiledQuery[]> => {
  const record = await recordById(tables, workspace, 'sessions', session)
  const told = { status, presentIds, groups } as const
  if (record && JSON.stringify(pick(record.value, told)) === JSON.stringify(told)) return []
  const body = JSON.stringify({ ...record?.value, ...told })
  return [
    db
      .insertInto('record')
      .values({ workspace, collection: 'sessions', id: session, ord: session, body })
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'collection', 'id']).doUpdateSet({ body, version: (record?.version ?? 0) + 1 }),
      )
      .compile(),
  ]
}

const pick = (value: JsonObject, like: object): { readonly [name: string]: Json | undefined } =>
  Object.fromEntries(Object.keys(like).map((name) => [name, value[name]]))

const signalRows = (workspace: string, { id: session, signals: before }: HeldSession, after: readonly Signal[]) => {
  const gone = before.filter((signal) => !after.includes(signal))
  const come = after.filter((signal) => !before.includes(signal))
  return [
    ...gone.map(({ participant, kind }) =>
      db
        .deleteFrom('session_signal')
        .where('workspace', '=', workspace)
        .where('session', '=', session)
        .where('participant', '=', participant)
        .where('kind', '=', kind)
        .compile(),
    ),
    ...come.map((signal) =>
      db
        .insertInto('session_signal')
        .values({ workspace, session, ...signal })
        .compile(),
    ),
  ]
}
