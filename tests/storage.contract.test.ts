import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { openMemory, openSqlite } from '../apps/server/storage/sqlite.ts'
import { openWritable } from '../apps/server/storage/sqlite-driver.ts'
import { StorageError, type Batch, type NewRow, type Storage } from '../apps/server/storage/storage.ts'
import { db } from '../apps/server/storage/tables.ts'
import { newWorkspaceRows } from '../apps/server/workspaces/creating.ts'

/** A form of the storage; `reopen` is there where something is left after closing. */
type Opened = { readonly storage: Storage; readonly reopen?: () => Promise<Storage>; readonly path?: string }

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'polder-storage-'))
  folders.push(made)
  return made
}
const onDisk = async (inProcess: boolean): Promise<Opened> => {
  const path = join(folder(), 'polder.db')
  const open = () => openSqlite({ path, inProcess })
  return { storage: await open(), reopen: open, path }
}
const forms: readonly (readonly [string, () => Promise<Opened>])[] = [
  ['in memory', async () => ({ storage: openMemory() })],
  ['in a file, written here', () => onDisk(true)],
  ['in a file, written by a thread', () => onDisk(false)],
]

const row = (text: string, more: Partial<NewRow> = {}): NewRow => ({
  bytes: new TextEncoder().encode(text),
  kind: 'client',
  actor: 'ada',
  newClients: [],
  makers: [],
  ...more,
})
const batch = (id: string, doc: string, rows: readonly NewRow[], at = 1): Batch => ({ id, at, parts: [{ doc, rows }] })
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe.each(forms)('storage %s', (_, open) => {
  let closing: Storage[] = []
  const opened = async (): Promise<Opened> => {
    const made = await open()
    closing.push(made.storage)
    return made
  }
  afterEach(async () => {
    for (const storage of closing) await storage.close().catch(() => undefined)
    closing = []
    for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
  })

  test('tidied, the file shows in which order of keys rows stand, and not in which order they came', async () => {
    const orders: string[][] = []
    for (const come of [(names: string[]) => names, (names: string[]) => names.toReversed()]) {
      const { storage, path } = await opened()
      const names = come(Array.from({ length: 120 }, (_, at) => `word-${String((at * 37) % 120).padStart(3, '0')}-end`))
      for (const name of names) {
        const row = { workspace: 'w', ballot: 'b', receipt_hash: name.slice(5, 8), perspective: null, choice: name }
        await storage.tables.write([db.insertInto('choice').values(row).compile()])
      }
      await storage.tables.tidy()
      const rows = await storage.tables.read(db.selectFrom('choice').select('choice').compile())
      expect(rows).toHaveLength(120)
      if (path === undefined) return
      const found =
        readFileSync(path)
          .toString('latin1')
          .match(/word-\d{3}-end/g) ?? []
      expect(readFileSync(`${path}-wal`).length).toBe(0)
      orders.push(found)
    }
    expect(orders[0]).toHaveLength(120)
    expect(orders[1]).toEqual(orders[0])
  })

  test('R10: numbers the rows of each document from 1 without a gap', async () => {
    const { storage } = await opened()
    expect(await storage.log.append(batch('b1', 'w.a', [row('1'), row('2')]))).toEqual([
      { doc: 'w.a', firstSeq: 1, lastSeq: 2 },
    ])
    const both = await storage.log.append({
      id: 'b2',
      at: 2,
      parts: [
        { doc: 'w.a', rows: [row('3')] },
        { doc: 'w.b', rows: [row('x')] },
      ],
    })
    expect(both).toEqual([
      { doc: 'w.a', firstSeq: 3, lastSeq: 3 },
      { doc: 'w.b', firstSeq: 1, lastSeq: 1 },
    ])
    const { seq, tail, checkpoint, epoch } = await storage.log.load('w.a')
    expect([seq, checkpoint, epoch]).toEqual([3, null, 1])
    expect(tail.map((each) => [each.seq, textOf(each.bytes)])).toEqual([
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ])
    expect((await storage.log.rowsAfter('w.a', 1, 1)).map((each) => each.seq)).toEqual([2])
    expect(await storage.log.heads(['w.a', 'w.b', 'w.c'])).toEqual(
      new Map([
        ['w.a', 3],
        ['w.b', 1],
      ]),
    )
  })

  test('a batch that is tried again is written once', async () => {
    const { storage } = await opened()
    await storage.log.append(batch('b0', 'w.a', [row('0')]))
    const first = await storage.log.append(batch('b1', 'w.a', [row('1'), row('2')]))
    expect(await storage.log.append(batch('b1', 'w.a', [row('1'), row('2')]))).toEqual(first)
    expect((await storage.log.load('w.a')).seq).toBe(3)
  })

  test('a document that nobody wrote is empty, not an error', async () => {
    const { storage } = await opened()
    expect(await storage.log.load('w.none')).toEqual({
      epoch: 1,
      seq: 0,
      checkpoint: null,
      tail: [],
      owners: new Map(),
    })
  })

  test('many who write at once each get their own numbers', async () => {
    const { storage } = await opened()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (__, at) => storage.log.append(batch(`b${at}`, `w.${at % 3}`, [row(`${at}`)]))),
    )
    for (const doc of ['w.0', 'w.1', 'w.2']) {
      const numbers = answers.flat().flatMap((each) => (each.doc === doc ? [each.lastSeq] : []))
      expect(numbers).toEqual(Array.from({ length: 20 }, (__, at) => at + 1))
    }
  })

  test('the first who used a client id keeps it, and the first maker of an item stays its maker', async () => {
    const { storage } = await opened()
    const { id, rows } = newWorkspaceRows({ title: 'A', language: 'nl', keepDays: 90, perspectives: [] }, 1)
    await storage.tables.write(rows)
    const maker = {
      documentId: 'a',
      itemId: 'pa-1',
      participant: 'ada',
      perspective: 'resident',
      session: null,
      activity: null,
      at: 1,
    }
    await storage.log.append(batch('b1', `${id}.a`, [row('1', { newClients: [7], makers: [maker] })]))
    await storage.log.append(
      batch('b2', `${id}.a`, [
        row('2', { actor: 'bram', newClients: [7, 8], makers: [{ ...maker, participant: 'bram' }] }),
      ]),
    )
    expect((await storage.log.load(`${id}.a`)).owners).toEqual(
      new Map([
        [7, 'ada'],
        [8, 'bram'],
      ]),
    )
    const makers = await storage.tables.read(
      db.selectFrom('item_maker').select(['item', 'participant']).where('workspace', '=', id).compile(),
    )
    expect(makers).toEqual([{ item: 'pa-1', participant: 'ada' }])
  })

  test('R10: a checkpoint takes the place of rows, the two newest stay, and none goes beyond the head', async () => {
    const { storage } = await opened()
    for (let at = 1; at <= 9; at += 1) await storage.log.append(batch(`b${at}`, 'w.a', [row(`${at}`)], at))
    for (const seq of [3, 6, 8])
      await storage.log.putCheckpoint('w.a', seq, new TextEncoder().encode(`bis ${seq}`), 100)
    const { checkpoint, tail, seq } = await storage.log.load('w.a')
    expect([checkpoint?.seq, checkpoint && textOf(checkpoint.bytes), seq]).toEqual([8, 'bis 8', 9])
    expect(tail.map((each) => each.seq)).toEqual([9])
    // Rows that the older one of two does not hold must stay, so that it can stand in for the newer one.
    expect((await storage.log.rowsAfter('w.a', 0, 100)).map((each) => each.seq)).toEqual([7, 8, 9])
    await expect(storage.log.putCheckpoint('w.a', 10, new Uint8Array(1), 100)).rejects.toThrow(StorageError)
  })

  test('rows that are young are kept under a checkpoint', async () => {
    const { storage } = await opened()
    for (let at = 1; at <= 4; at += 1) await storage.log.append(batch(`b${at}`, 'w.a', [row(`${at}`)], at * 10))
    await storage.log.putCheckpoint('w.a', 3, new Uint8Array([1]), 0)
    await storage.log.putCheckpoint('w.a', 4, new Uint8Array([2]), 25)
    expect((await storage.log.rowsAfter('w.a', 0, 100)).map((each) => each.seq)).toEqual([3, 4])
  })

  test('a document that is deleted leaves nothing, and a new life has a new number', async () => {
    const { storage } = await opened()
    await storage.log.append(batch('b1', 'w.a', [row('1', { newClients: [7] })]))
    expect(await storage.log.bumpEpoch('w.a')).toBe(2)
    expect((await storage.log.load('w.a')).epoch).toBe(2)
    await storage.log.deleteDocument('w.a')
    expect(await storage.log.load('w.a')).toMatchObject({ seq: 0, tail: [], owners: new Map() })
  })

  test('a write of rows happens whole or not at all', async () => {
    const { storage } = await opened()
    const { id, rows } = newWorkspaceRows({ title: 'A', language: 'nl', keepDays: 90, perspectives: [] }, 1)
    const [first] = rows
    await expect(storage.tables.write([...rows, ...(first ? [first] : [])])).rejects.toMatchObject({
      kind: 'constraint',
    })
    const found = db.selectFrom('workspace').select('id').where('id', '=', id).compile()
    expect(await storage.tables.read(found)).toEqual([])
    await storage.tables.write(rows)
    const rename = db
      .updateTable('workspace')
      .set({ keep_days: 365 })
      .where('id', '=', id)
      .where('version', '=', 99)
      .compile()
    await expect(storage.tables.write([{ query: rename, expect: 1 }])).rejects.toMatchObject({ kind: 'conflict' })
    expect(
      await storage.tables.write([db.updateTable('workspace').set({ keep_days: 730 }).where('id', '=', id).compile()]),
    ).toEqual([{ changes: 1 }])
  })

  test('the audit log is a chain', async () => {
    const { storage } = await opened()
    const entry = { workspace: null, at: 1, action: 'a', object: null, result: 'done', origin: null, actor: null }
    for (let at = 0; at < 3; at += 1) await storage.audit.append({ ...entry, at })
    expect(await storage.audit.firstBroken()).toBeNull()
    await storage.tables.write([db.updateTable('audit').set({ result: 'undone' }).where('id', '=', 2).compile()])
    expect(await storage.audit.firstBroken()).toBe(2)
  })

  test('what was answered is there after closing and opening again', async () => {
    const { storage, reopen } = await opened()
    const rows = fc.sample(fc.string({ maxLength: 40 }), { numRuns: 30, seed: 11 })
    for (const [at, text] of rows.entries()) await storage.log.append(batch(`b${at}`, 'w.a', [row(text)]))
    if (!reopen) return expect((await storage.log.load('w.a')).seq).toBe(30)
    await storage.close()
    const again = await reopen()
    closing = [again]
    expect((await again.log.load('w.a')).tail.map((each) => textOf(each.bytes))).toEqual(rows)
  })

  test('a damaged newest checkpoint gives way to the one before it', async () => {
    const { storage, reopen, path } = await opened()
    for (let at = 1; at <= 5; at += 1) await storage.log.append(batch(`b${at}`, 'w.a', [row(`${at}`)], at))
    await storage.log.putCheckpoint('w.a', 3, new TextEncoder().encode('bis 3'), 100)
    await storage.log.putCheckpoint('w.a', 5, new TextEncoder().encode('bis 5'), 100)
    if (!reopen || path === undefined) return expect((await storage.log.load('w.a')).checkpoint?.seq).toBe(5)
    await storage.close()
    const database = openWritable(path, 'full')
    database.exec(`UPDATE log_checkpoint SET bytes = x'00' WHERE seq = 5`)
    database.close()
    const again = await reopen()
    closing = [again]
    const { checkpoint, tail, seq } = await again.log.load('w.a')
    expect([checkpoint?.seq, tail.map((each) => each.seq), seq]).toEqual([3, [4, 5], 5])
  })
})
