import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { auditHash } from './sqlite-write.ts'
import { toSqlValue, type SqliteDatabase } from './sqlite-driver.ts'
import type { AuditEntry, Checkpoint, Row, StoredDocument } from './storage.ts'

/** Reads the log; each function is one consistent look. */
export const createLogReader = (database: SqliteDatabase) => {
  // A cast per caller: the rows are what the SQL beside it selects.
  const all = <Output>(sql: string, ...parameters: readonly unknown[]): readonly Output[] =>
    database.prepare(sql).all(...parameters.map(toSqlValue)) as readonly Output[]

  const rowsAfter = (doc: string, seq: number, limit = -1): readonly Row[] =>
    all<Row>(
      'SELECT seq, at, kind, bytes FROM log_update WHERE doc = ? AND seq > ? ORDER BY seq LIMIT ?',
      doc,
      seq,
      limit,
    )

  const newestCheckpoint = (doc: string): Checkpoint | null => {
    const stored = all<{ seq: number; bytes: Uint8Array; sha256: string }>(
      'SELECT seq, bytes, sha256 FROM log_checkpoint WHERE doc = ? ORDER BY seq DESC LIMIT 2',
      doc,
    )
    for (const { seq, bytes, sha256 } of stored) {
      const raw = inflated(bytes)
      if (raw !== null && createHash('sha256').update(raw).digest('hex') === sha256) return { seq, bytes: raw }
    }
    if (stored.length > 0) throw new Error(`no checkpoint of ${doc} verifies`)
    return null
  }

  const load = (doc: string): StoredDocument => {
    database.exec('BEGIN')
    try {
      const head = all<{ head: number; epoch: number }>('SELECT head, epoch FROM log_doc WHERE doc = ?', doc)[0]
      const checkpoint = newestCheckpoint(doc)
      const tail = rowsAfter(doc, checkpoint?.seq ?? 0)
      const owners = all<{ client: number; actor: string | null }>(
        'SELECT client, actor FROM log_client WHERE doc = ?',
        doc,
      )
      const seq = head?.head ?? 0
      assertWhole(doc, checkpoint?.seq ?? 0, tail, seq)
      return {
        epoch: head?.epoch ?? 1,
        seq,
        checkpoint,
        tail,
        owners: new Map(owners.map(({ client, actor }) => [client, actor])),
      }
    } finally {
      database.exec('COMMIT')
    }
  }

  const heads = (docs: readonly string[]): ReadonlyMap<string, number> => {
    const rows = all<{ doc: string; head: number }>(
      'SELECT doc, head FROM log_doc WHERE doc IN (SELECT value FROM json_each(?))',
      JSON.stringify(docs),
    )
    return new Map(rows.map(({ doc, head }) => [doc, head]))
  }

  const firstBroken = (): number | null => {
    let before = ''
    for (const entry of all<AuditEntry & { id: number; hash: string }>('SELECT * FROM audit ORDER BY id')) {
      if (auditHash(before, entry) !== entry.hash) return entry.id
      before = entry.hash
    }
    return null
  }

  return { all, rowsAfter, load, heads, firstBroken }
}

const inflated = (bytes: Uint8Array): Uint8Array | null => {
  try {
    return new Uint8Array(inflateSync(bytes))
  } catch {
    return null
  }
}

// A hole in the numbers means that something is missing: better no document than half a document.
const assertWhole = (doc: string, from: number, tail: readonly Row[], head: number): void => {
  const broken = tail.some((row, index) => row.seq !== from + index + 1)
  if (broken || from + tail.length !== head) throw new Error(`the log of ${doc} has a hole between ${from} and ${head}`)
}
