import type { CompiledQuery } from 'kysely'

/** Who made an item, kept beside the log so that erasing a person empties it. */
export type Maker = {
  readonly documentId: string
  readonly itemId: string
  readonly participant: string | null
  readonly perspective: string | null
  readonly session: string | null
  readonly activity: string | null
  readonly at: number
}

/** One committed change of one document, before it has its number. */
export type NewRow = {
  readonly bytes: Uint8Array
  readonly kind: 'client' | 'server'
  /** The participant whose connection sent it; `null` for the server's own acts. */
  readonly actor: string | null
  /** Yjs client ids that were used for the first time in this row: they belong to `actor` from now on. */
  readonly newClients: readonly number[]
  /** Items that this row made; the first maker of an item stays its maker. */
  readonly makers: readonly Maker[]
}

export type Row = {
  readonly seq: number
  readonly at: number
  readonly kind: NewRow['kind']
  readonly bytes: Uint8Array
}

/** What is appended in one go: all of it or nothing. `id` makes a repeated attempt harmless. */
export type Batch = {
  readonly id: string
  readonly at: number
  readonly parts: readonly { readonly doc: string; readonly rows: readonly NewRow[] }[]
}
export type Appended = { readonly doc: string; readonly firstSeq: number; readonly lastSeq: number }

export type Checkpoint = { readonly seq: number; readonly bytes: Uint8Array }

/** A document as stored: the newest checkpoint that verifies, and all rows after it. */
export type StoredDocument = {
  readonly epoch: number
  /** The number of the last row; 0 when nothing was ever written. */
  readonly seq: number
  readonly checkpoint: Checkpoint | null
  readonly tail: readonly Row[]
  /** To whom each Yjs client id belongs; `null` is the server or somebody erased. */
  readonly owners: ReadonlyMap<number, string | null>
}

/** The append-only log of documents. A document is named as its room is. */
export type UpdateLog = {
  /** Durable when it resolves. Per document the numbers follow each other without a gap. */
  readonly append: (batch: Batch) => Promise<readonly Appended[]>
  readonly load: (doc: string) => Promise<StoredDocument>
  readonly rowsAfter: (doc: string, seq: number, limit: number) => Promise<readonly Row[]>
  readonly heads: (docs: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /**
   * Stores a checkpoint that the caller has verified, keeps the two newest, and drops rows that the older of
   * them holds and that were written before `pruneBefore` (ms). Refuses (throws) a checkpoint beyond the head.
   */
  readonly putCheckpoint: (doc: string, seq: number, bytes: Uint8Array, pruneBefore: number) => Promise<void>
  /** Starts a new life of the document after an erasure or a rebuild; returns its number. */
  readonly bumpEpoch: (doc: string) => Promise<number>
  readonly deleteDocument: (doc: string) => Promise<void>
  /** Keeps a frame that broke a room, for the people who must find out why. */
  readonly quarantine: (doc: string, bytes: Uint8Array, why: string, at: number) => Promise<void>
}

/** A statement that must change exactly so many rows, or the whole write is undone with a `'conflict'`. */
export type ExpectedWrite = { readonly query: CompiledQuery; readonly expect: number }

/** The votes of one ballot, under the name of its rows; and the session of which they are the answers at its end. */
export type VotesOf = { readonly workspace: string; readonly name: string; readonly session: string | null }

/** Everything that is not a document: rows. Queries are built and compiled with `db` of `tables.ts`. */
export type Tables = {
  readonly read: <Output>(query: CompiledQuery<Output>) => Promise<readonly Output[]>
  /** All statements or none; durable when it resolves. */
  readonly write: (
    queries: readonly (CompiledQuery | ExpectedWrite)[],
  ) => Promise<readonly { readonly changes: number }[]>
  /**
   * The same for secret votes: who voted and what was voted come in one write, and what then stands on the disk does not
   * tell which of them came together, neither by the place of the rows nor in the log of writes.
   */
  readonly writeVotes: (of: VotesOf, queries: readonly (CompiledQuery | ExpectedWrite)[]) => Promise<void>
  /**
   * Writes everything that is stored anew, so that neither the order on the disk nor remains of rows tell when they were
   * written. After a secret vote; as long as a copy of the database takes.
   */
  readonly tidy: () => Promise<void>
}

export type AuditEntry = {
  readonly workspace: string | null
  readonly at: number
  readonly action: string
  readonly object: string | null
  readonly result: string
  readonly origin: string | null
  readonly actor: string | null
}

/** What happened to power and secrets: append-only, each entry carries the hash of the one before. */
export type AuditLog = {
  readonly append: (entry: AuditEntry) => Promise<void>
  /** The number of the first entry whose hash does not fit, or `null` when the chain is whole. */
  readonly firstBroken: () => Promise<number | null>
}

export type Storage = {
  readonly log: UpdateLog
  readonly tables: Tables
  readonly audit: AuditLog
  readonly close: () => Promise<void>
}

/** What kind of weather it was: `constraint` and `conflict` are the caller's, the others the disk's. */
export type StorageErrorKind = 'constraint' | 'conflict' | 'busy' | 'full' | 'io' | 'corrupt' | 'closed' | 'other'

/** Thrown by every storage; nothing of what was asked has happened, unless `kind` is `'io'`. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind
  constructor(kind: StorageErrorKind, message: string) {
    super(message)
    this.name = 'StorageError'
    this.kind = kind
  }
}
