import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { StorageError, type Appended, type AuditEntry, type Batch, type NewRow, type VotesOf } from './storage.ts'
import { toSqlValue, type SqliteDatabase } from './sqlite-driver.ts'

/** A statement to run, plain enough to cross to the writer's thread. */
export type Statement = {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly expect: number | null
}

/** Everything that changes the database. One list, so that the writer's thread has one door. */
export type WriteTask =
  | { readonly task: 'append'; readonly batch: Batch }
  /** `votes` says whose rows are then written anew, so that they stand in no order of time. */
  | { readonly task: 'statements'; readonly statements: readonly Statement[]; readonly votes: VotesOf | null }
  | {
      readonly task: 'checkpoint'
      readonly doc: string
      readonly seq: number
      readonly bytes: Uint8Array
      readonly pruneBefore: number
    }
  | { readonly task: 'bump-epoch'; readonly doc: string }
  | { readonly task: 'delete-document'; readonly doc: string }
  | {
      readonly task: 'quarantine'
      readonly doc: string
      readonly bytes: Uint8Array
      readonly why: string
      readonly at: number
    }
  | { readonly task: 'audit'; readonly entry: AuditEntry }
  /** Runs outside every transaction, after what was asked before it. */
  | { readonly task: 'tidy' }

export type WriteAnswer = readonly Appended[] | readonly { readonly changes: number }[] | number | null

/** Runs one task inside the transaction that the caller has opened. */
export const createTaskRunner = (database: SqliteDatabase): ((task: WriteTask) => WriteAnswer) => {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    // Queries are built from a fixed set of shapes; the bound is for lists of varying length.
    if (prepared.size > 500) prepared.clear()
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  const run = (sql: string, ...parameters: readonly unknown[]): number =>
    statement(sql).run(...parameters.map(toSqlValue)).changes
  // A cast per caller: the row is what the SQL beside it selects.
  const get = <Output>(sql: string, ...parameters: readonly unknown[]): Output | undefined =>
    statement(sql).get(...parameters.map(toSqlValue)) as Output | undefined

  const appendRow = (doc: string, seq: number, at: number, row: NewRow): void => {
    run('INSERT INTO log_update (doc, seq, at, kind, bytes) VALUES (?, ?, ?, ?, ?)', doc, seq, at, row.kind, row.bytes)
    if (row.actor !== null) run('INSERT INTO log_actor (doc, seq, actor) VALUES (?, ?, ?)', doc, seq, row.actor)
    for (const client of row.newClients) {
      run('INSERT INTO log_client (doc, client, actor) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', doc, client, row.actor)
    }
    const workspace = doc.slice(0, doc.indexOf('.'))
    for (const maker of row.makers) {
      run(
        `INSERT INTO item_maker (workspace, document, item, participant, perspective, session, activity, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
        workspace,
        maker.documentId,
        maker.itemId,
        maker.participant,
        maker.perspective,
        maker.session,
        maker.activity,
        maker.at,
      )
    }
  }

  const append = (batch: Batch): readonly Appended[] =>
    batch.parts.map(({ doc, rows }) => {
      const known = get<{ head: number; last_batch: string | null; last_batch_first: number | null }>(
        'SELECT head, last_batch, last_batch_first FROM log_doc WHERE doc = ?',
        doc,
      )
      // The same batch again, because its answer was lost: it stands already.
      if (known?.last_batch === batch.id)
        return { doc, firstSeq: known.last_batch_first ?? known.head, lastSeq: known.head }
      const firstSeq = (known?.head ?? 0) + 1
      rows.forEach((row, index) => appendRow(doc, firstSeq + index, batch.at, row))
      const lastSeq = firstSeq + rows.length - 1
      run(
        `INSERT INTO log_doc (doc, head, last_batch, last_batch_first) VALUES (?, ?, ?, ?)
         ON CONFLICT (doc) DO UPDATE SET head = excluded.head, last_batch = excluded.last_batch,
           last_batch_first = excluded.last_batch_first`,
        doc,
        lastSeq,
        batch.id,
        firstSeq,
      )
      return { doc, firstSeq, lastSeq }
    })

  const statements = (list: readonly Statement[]): readonly { changes: number }[] =>
    list.map(({ sql, parameters, expect }) => {
      const changes = run(sql, ...parameters)
      if (expect !== null && changes !== expect) {
        throw new StorageError('conflict', `expected ${expect} changed rows, got ${changes}`)
      }
      return { changes }
    })

  const checkpoint = (doc: string, seq: number, bytes: Uint8Array, pruneBefore: number): null => {
    const head = get<{ head: number }>('SELECT head FROM log_doc WHERE doc = ?', doc)?.head ?? 0
    if (seq > head) throw new StorageError('other', `checkpoint ${seq} lies beyond the head ${head}`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    run(
      `INSERT INTO log_checkpoint (doc, seq, encoding, bytes, sha256) VALUES (?, ?, 'v1+zlib', ?, ?) ON CONFLICT DO NOTHING`,
      doc,
      seq,
      deflateSync(bytes),
      sha256,
    )
    // Rows go only under the older of the two that stay, so that it can still stand in for a damaged newest one.
    const older = get<{ seq: number }>(
      'SELECT seq FROM log_checkpoint WHERE doc = ? ORDER BY seq DESC LIMIT 1 OFFSET 1',
      doc,
    )
    if (older) {
      run('DELETE FROM log_checkpoint WHERE doc = ? AND seq < ?', doc, older.seq)
      run(
        'DELETE FROM log_actor WHERE doc = ? AND seq IN (SELECT seq FROM log_update WHERE doc = ? AND seq <= ? AND at < ?)',
        doc,
        doc,
        older.seq,
        pruneBefore,
      )
      run('DELETE FROM log_update WHERE doc = ? AND seq <= ? AND at < ?', doc, older.seq, pruneBefore)
    }
    return null
  }

  const bumpEpoch = (doc: string): number => {
    run('INSERT INTO log_doc (doc, epoch) VALUES (?, 2) ON CONFLICT (doc) DO UPDATE SET epoch = epoch + 1', doc)
    return get<{ epoch: number }>('SELECT epoch FROM log_doc WHERE doc = ?', doc)?.epoch ?? 1
  }

  const deleteDocument = (doc: string): null => {
    for (const table of ['log_update', 'log_actor', 'log_client', 'log_checkpoint', 'log_quarantine', 'log_doc']) {
      run(`DELETE FROM ${table} WHERE doc = ?`, doc)
    }
    const dot = doc.indexOf('.')
    run('DELETE FROM item_maker WHERE workspace = ? AND document = ?', doc.slice(0, dot), doc.slice(dot + 1))
    return null
  }

  const quarantine = (doc: string, bytes: Uint8Array, why: string, at: number): null => {
    run('INSERT INTO log_quarantine (doc, at, why, bytes) VALUES (?, ?, ?, ?)', doc, at, why, bytes)
    return null
  }

  const audit = (entry: AuditEntry): null => {
    const before = get<{ hash: string }>('SELECT hash FROM audit ORDER BY id DESC LIMIT 1')?.hash ?? ''
    run(
      'INSERT INTO audit (workspace, at, action, object, result, origin, actor, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      entry.workspace,
      entry.at,
      entry.action,
      entry.object,
      entry.result,
      entry.origin,
      entry.actor,
      auditHash(before, entry),
    )
    return null
  }

  return (task) => {
    switch (task.task) {
      case 'append':
        return append(task.batch)
      case 'statements':
        return statements(task.statements)
      case 'checkpoint':
        return checkpoint(task.doc, task.seq, task.bytes, task.pruneBefore)
      case 'bump-epoch':
        return bumpEpoch(task.doc)
      case 'delete-document':
        return deleteDocument(task.doc)
      case 'quarantine':
        return quarantine(task.doc, task.bytes, task.why, task.at)
      case 'audit':
        return audit(task.entry)
      case 'tidy':
        throw new Error('a database is not tidied inside a transaction')
    }
  }
}

/** The link of one audit entry to the one before it. */
export const auditHash = (
  before: string,
  { workspace, at, action, object, result, origin, actor }: AuditEntry,
): string =>
  createHash('sha256')
    .update(JSON.stringify([before, workspace, at, action, object, result, origin, actor]))
    .digest('hex')
