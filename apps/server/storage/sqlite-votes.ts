import { toSqlValue, type SqliteDatabase } from './sqlite-driver.ts'
import type { VotesOf } from './storage.ts'

/**
 * Writes all votes of one ballot, or all answers at the end of one session, anew in the order of their keys. A page keeps
 * its rows in the order in which they came; without this the n-th who voted would lie beside the n-th choice. Runs in
 * the transaction that added to them, with deleted bytes overwritten.
 */
export const rewriteVotes = (database: SqliteDatabase, { workspace, name, session }: VotesOf): void => {
  rewrite(database, 'choice', 'ballot', 'receipt_hash', [workspace, name])
  rewrite(database, 'choice_note', 'ballot', 'receipt_hash', [workspace, name])
  rewrite(database, 'voted', 'ballot', 'participant', [workspace, name])
  if (session !== null) rewrite(database, 'exit_answer', 'session', 'question, receipt_hash', [workspace, session])
}

const rewrite = (
  database: SqliteDatabase,
  table: string,
  of: string,
  order: string,
  where: readonly string[],
): void => {
  const own = `FROM ${table} WHERE workspace = ? AND ${of} = ?`
  const rows = database.prepare(`SELECT * ${own} ORDER BY ${order}`).all(...where) as readonly Record<string, unknown>[] // SQLite's own rows
  if (rows.length === 0) return
  database.prepare(`DELETE ${own}`).run(...where)
  const columns = Object.keys(rows[0] ?? {})
  const marks = columns.map(() => '?').join(', ')
  const insert = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
  for (const row of rows) insert.run(...Object.values(row).map(toSqlValue))
}

/** Empties the log of writes, which has the order of time; what it held is in the database. */
export const emptyLog = (database: SqliteDatabase): void => {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}
