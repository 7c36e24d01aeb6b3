import { createRequire } from 'node:module'

type SqliteModule = typeof import('@photostructure/sqlite')
export type SqliteDatabase = InstanceType<SqliteModule['DatabaseSync']>
export type SqlValue = null | number | bigint | string | Uint8Array

// Node brought SQLite in without a flag in 22.13; before that the package with the same interface serves.
const builtIn = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 13)
}

let loaded: SqliteModule | null = null
const load = (): SqliteModule => {
  const require = createRequire(import.meta.url)
  // A cast: `require` knows no types, and both modules have the interface of the one named here.
  loaded ??= require(builtIn() ? 'node:sqlite' : '@photostructure/sqlite') as SqliteModule
  return loaded
}

/** How much a commit waits for: `full` survives a power cut, `normal` only the end of the process. */
export type SyncMode = 'full' | 'normal'

/** Opens the database that writes: write-ahead log, foreign keys, deleted bytes overwritten. */
export const openWritable = (path: string, sync: SyncMode): SqliteDatabase => {
  const { DatabaseSync } = load()
  const database = new DatabaseSync(path)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${sync === 'full' ? 'FULL' : 'NORMAL'};
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA busy_timeout = 5000;
    -- What a process that was killed left in its log, in the order of time.
    PRAGMA wal_checkpoint(TRUNCATE);
  `)
  return database
}

/** Opens a second connection that can only read; it sees every commit that was made before. */
export const openReadable = (path: string): SqliteDatabase => {
  const { DatabaseSync } = load()
  const database = new DatabaseSync(path, { readOnly: true })
  database.exec('PRAGMA busy_timeout = 5000')
  return database
}

/** A query's parameter as SQLite takes it: flags become 0 or 1, what is missing becomes NULL. */
export const toSqlValue = (value: unknown): SqlValue => {
  if (value === undefined || value === null) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string') return value
  if (value instanceof Uint8Array) return value
  throw new TypeError('a query parameter must be text, a number, a flag, bytes or null')
}
