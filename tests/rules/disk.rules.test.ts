import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createStorage, openSqlite } from '../../apps/server/storage/sqlite.ts'
import { openReadable, openWritable } from '../../apps/server/storage/sqlite-driver.ts'
import { createWriterHere } from '../../apps/server/storage/writer.ts'
import { createRoomWorld } from '../support/room-world.ts'

const pageCount = (database: ReturnType<typeof openWritable>): number => {
  const row: unknown = database.prepare('PRAGMA page_count').get()
  return typeof row === 'object' && row !== null && 'page_count' in row ? Number(row.page_count) : 0
}

const folder = mkdtempSync(join(tmpdir(), 'polder-disk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('R3: on a full disk nothing is called saved, nobody sees it, and all goes on when there is room again', async () => {
  const path = join(folder, 'full.db')
  const database = openWritable(path, 'full')
  const storage = createStorage(createWriterHere(database), openReadable(path))
  const world = await createRoomWorld({ storage })
  const [ada, bram] = [world.come('ada'), world.come('bram')]
  await world.settle()
  const pages = pageCount(database)
  database.exec(`PRAGMA max_page_count = ${pages + 4}`)
  let typed = 0
  while (ada.closedBy() === null && typed < 200) {
    ada.ydoc.getText('note').insert(0, `${typed} `.padEnd(2000, 'x'))
    typed += 1
    await world.settle()
    world.clock.pass(1500)
    await world.settle()
  }
  expect(ada.closedBy()).toBe('storage-down')
  expect(ada.acked()).toBeLessThan(ada.sent())
  expect(bram.ydoc.getText('note').length).toBeLessThan(ada.ydoc.getText('note').length)
  database.exec('PRAGMA max_page_count = 1000000')
  world.clock.pass(2000)
  const [again, other] = [world.come('ada', ada.ydoc), world.come('bram', bram.ydoc)]
  await world.settle()
  world.clock.pass(2000)
  await world.settle()
  expect(again.acked()).toBe(again.sent())
  expect(other.ydoc.getText('note').toString()).toBe(ada.ydoc.getText('note').toString())
  await storage.close()
})

test('R10: a log whose tail was torn off opens with a whole beginning, numbered without a gap', async () => {
  const path = join(folder, 'torn.db')
  const storage = await openSqlite({ path, inProcess: true })
  for (let at = 1; at <= 60; at += 1) {
    const row = {
      bytes: new Uint8Array(400).fill(at),
      kind: 'client' as const,
      actor: null,
      newClients: [],
      makers: [],
    }
    await storage.log.append({ id: `b${at}`, at, parts: [{ doc: 'w.a', rows: [row] }] })
  }
  const wal = `${path}-wal`
  expect(existsSync(wal)).toBe(true)
  // As a power cut leaves it: the pages are there up to somewhere in the middle of one.
  const length = readFileSync(wal).length
  for (const part of [0.95, 0.7, 0.4]) {
    const torn = join(folder, `torn-${part}.db`)
    copyFileSync(path, torn)
    copyFileSync(wal, `${torn}-wal`)
    truncateSync(`${torn}-wal`, Math.floor(length * part))
    const again = await openSqlite({ path: torn, inProcess: true })
    const { seq, tail } = await again.log.load('w.a')
    expect(tail.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, at) => at + 1))
    expect(tail.every((row, at) => row.bytes.every((byte) => byte === at + 1))).toBe(true)
    const next = { bytes: new Uint8Array(3), kind: 'client' as const, actor: null, newClients: [], makers: [] }
    expect(await again.log.append({ id: 'next', at: 99, parts: [{ doc: 'w.a', rows: [next] }] })).toEqual([
      { doc: 'w.a', firstSeq: seq + 1, lastSeq: seq + 1 },
    ])
    await again.close()
  }
  await storage.close()
})

test('a file that is no database is refused with words, and left as it is', async () => {
  const path = join(folder, 'none.db')
  writeFileSync(path, 'this is no database, but somebody’s letter. '.repeat(200))
  const before = readFileSync(path, 'utf8')
  await expect(openSqlite({ path, inProcess: true })).rejects.toThrow(/not a database/i)
  expect(readFileSync(path, 'utf8')).toBe(before)
})
