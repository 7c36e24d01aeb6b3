import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Generated } from 'kysely'

/** The rows of the database, as `migrations.ts` makes them. Times are ms since 1970, flags 0 or 1, JSON is text. */
export type Database = {
  workspace: {
    id: string
    join_code: string | null
    joining: Generated<'open' | 'closed'>
    language: 'nl' | 'en'
    keep_days: Generated<number>
    state: Generated<string>
    created_at: number
    last_activity: number
    /** Draws the order in which perspectives are shown. */
    order_seed: Generated<number>
    version: Generated<number>
    running_session: string | null
    running_activity: string | null
    timer_ends_at: number | null
    /** JSON: what else the facilitators set, such as what is exposed. */
    settings: Generated<string>
  }
  perspective: { workspace: string; id: string; title: string; marker: string; base: string; ord: string }
  participant: {
    workspace: string
    id: string
    /** `null` when erased or never given. */
    name: string | null
    perspective: string | null
    role: 'facilitator' | 'contributor' | 'observer' | 'screen'
    can_record: Generated<number>
    stakeholder_id: string | null
    consent: string | null
    joined_at: number | null
    /** 0 for a person of an imported file, who has a name and no way in yet. */
    claimed: Generated<number>
    removed_at: number | null
    authz_version: Generated<number>
  }
  session_token: {
    hash: string
    kind: 'device' | 'facilitator' | 'bearer'
    workspace: string
    participant: string
    created_at: number
    last_seen: number
    expires_at: number
    revoked_at: number | null
  }
  capability: {
    hash: string
    kind: 'facilitator' | 'reader' | 'return' | 'hall'
    workspace: string
    participant: string | null
    /** Of a link to the screen in the hall: which one. */
    session: Generated<string | null>
    created_at: number
    revoked_at: number | null
    used_at: number | null
  }
  document: {
    workspace: string
    id: string
    kind: string
    title: Generated<string>
    ord: string
    shape_version: Generated<number>
    min_write: Generated<number>
    locked_at: number | null
    locked_by: string | null
    removed_at: number | null
    created_at: number
  }
  item_maker: {
    workspace: string
    document: string
    item: string
    participant: string | null
    perspective: string | null
    session: string | null
    activity: string | null
    at: number
  }
  directory: { workspace: string; document: string; id: string; kind: string; label: string; attrs: Generated<string> }
  record: { workspace: string; collection: string; id: string; ord: string; body: string; version: Generated<number> }
  choice: { workspace: string; ballot: string; receipt_hash: string; perspective: string | null; choice: string }
  voted: { workspace: string; ballot: string; participant: string }
  choice_note: { workspace: string; ballot: string; receipt_hash: string; text: string }
  draft: {
    workspace: string
    activity: string
    participant: string
    id: string
    session: string
    text: string
    /** The group of whoever said it to a scribe; `null` when it is the writer's own. */
    perspective: string | null
    /** How anonymous it was to be when it was written. */
    promise: 'none' | 'names' | 'secret'
  }
  estimate: {
    workspace: string
    map: string
    stakeholder: string
    attribute: string
    participant: string
    value: number
  }
  exit_answer: {
    workspace: string
    session: string
    question: string
    receipt_hash: string
    perspective: string | null
    value: string
  }
  /** `body` is JSON, read by `sessionStateSchema`. */
  session_state: { workspace: string; session: string; body: string; version: Generated<number> }
  session_signal: {
    workspace: string
    session: string
    participant: string
    kind: 'ready' | 'speak' | 'help'
    /** The step with which somebody is ready. */
    activity: string | null
    text: Generated<string>
    at: number
  }
  session_act: {
    workspace: string
    session: string
    number: number
    at: number
    participant: string | null
    act: string
    activity: string | null
    /** JSON: what it was about. */
    detail: Generated<string>
    /** JSON: what stood there before, for an act that can be taken back. */
    before: string | null
    undone: Generated<number>
  }
  import: {
    workspace: string
    document: string
    id: string
    participant: string | null
    title: string
    at: number
    added: number
    changed: number
    trace: string
    undone_at: number | null
  }
  heartbeat: { id: number; at: number }
  setting: { name: string; value: string }
  leftover: { workspace: string; path: string; json: string }
  idempotency: { workspace: string; key: string; response: string; at: number }
  audit: {
    id: Generated<number>
    workspace: string | null
    at: number
    action: string
    object: string | null
    result: string
    origin: string | null
    actor: string | null
    hash: string
  }
}

/**
 * Builds typed queries and runs none: `db.selectFrom('workspace')….compile()` goes to `storage.tables.read`,
 * an insert, update or delete to `storage.tables.write`.
 */
export const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})
