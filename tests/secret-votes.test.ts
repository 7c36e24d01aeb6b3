import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openSqlite } from '../apps/server/storage/sqlite.ts'
import type { Storage } from '../apps/server/storage/storage.ts'
import { db } from '../apps/server/storage/tables.ts'
import { ballotById } from '../apps/server/workspaces/ballots.ts'
import { answerExit } from '../apps/server/workspaces/exit-answers.ts'
import { castVote, keyOfReceipt } from '../apps/server/workspaces/voting.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((each) => rmSync(each, { recursive: true, force: true })))

const workspace = 'f'.repeat(32)
const ballotName = 'ba-open'
const size = 90

/** One vote of somebody: as the `person`-th voter, with the `choice`-th of all choices. */
type Cast = { readonly person: number; readonly choice: number }
const numbers = Array.from({ length: size }, (_, at) => at)
// Each number once, in an order that has nothing to do with that of the numbers.
const mixed = (step: number) => numbers.map((at) => (at * step + 17) % size)

const personOf = (at: number) => `pa-${keyOfReceipt('person', String(at)).slice(0, 12)}`
const keyOf = (at: number) => keyOfReceipt(ballotName, `receipt-of-the-device-number-${at}`)

const begun = async (): Promise<{ readonly storage: Storage; readonly path: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'polder-secret-'))
  folders.push(folder)
  const path = join(folder, 'polder.db')
  const storage = await openSqlite({ path, inProcess: true })
  const nothing = { join_code: null, running_session: null, running_activity: null, timer_ends_at: null }
  const facts = { joining: 'open' as const, language: 'nl' as const, created_at: 1, last_activity: 1 }
  const body = JSON.stringify({
    method: 'gradients8',
    options: [{ id: 'a' }],
    settings: { secret: true },
    openedAt: '2026-11-25T10:00:00Z',
  })
  await storage.tables.write([
    db
      .insertInto('workspace')
      .values({ id: workspace, ...facts, ...nothing })
      .compile(),
    db.insertInto('record').values({ workspace, collection: 'ballots', id: ballotName, ord: 'a', body }).compile(),
  ])
  return { storage, path }
}

/** Everybody votes, one after the other; everything that lies on the disk while the ballot is still open. */
const votedOn = async (order: readonly Cast[]) => {
  const { storage, path } = await begun()
  const { tables } = storage
  const ballot = await ballotById(tables, workspace, ballotName)
  if (!ballot) throw new Error('the ballot is not there')
  for (const { person, choice } of order) {
    const vote = { perspective: 'resident', choice: { a: 1 + (choice % 8) }, note: `reden ${choice} einde` }
    const key = keyOf(choice)
    expect(await castVote({ tables, workspace, ballot }, { participant: personOf(person), key, ...vote })).toBe('kept')
    // Work goes on meanwhile, and makes the log of writes grow.
    const made = { bytes: new Uint8Array(64), kind: 'server' as const, actor: null, newClients: [], makers: [] }
    await storage.log.append({ id: `b-${person}`, at: 1, parts: [{ doc: 'w.a', rows: [made] }] })
  }
  const last = order.at(-1)
  if (!last) throw new Error('nobody votes')
  // And a vote that is changed.
  const changed = {
    participant: personOf(last.person),
    key: keyOf(last.choice),
    perspective: 'resident',
    note: `reden ${last.choice} einde`,
  }
  expect(await castVote({ tables, workspace, ballot }, { ...changed, choice: { a: 8 } })).toBe('kept')
  const [file, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
  const dump = await Promise.all([
    tables.read(db.selectFrom('voted').selectAll().compile()),
    tables.read(db.selectFrom('choice').select(['receipt_hash', 'perspective']).compile()),
  ])
  await storage.close()
  return { file: file.toString('latin1'), log, dump }
}

/** Words in the order in which they lie in a file; each is there so often and not once more, as a remain would be. */
const placesOf = (file: string, words: readonly string[], times = 1): readonly string[] => {
  for (const word of words) expect(file.split(word).length - 1).toBe(times)
  return words
    .map((word) => ({ word, at: file.indexOf(word) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ word }) => word)
}

test('C3: the files of an open secret ballot say the same, whoever chose what and in whichever order they came', async () => {
  const people = numbers.map(personOf)
  const keys = numbers.map(keyOf)
  const found = []
  // One after the other as they are numbered; the same choices from other people; and everybody at another moment.
  for (const order of [
    numbers.map((at) => ({ person: at, choice: at })),
    numbers.map((at) => ({ person: at, choice: mixed(7)[at] ?? 0 })),
    mixed(37).map((person, at) => ({ person, choice: mixed(11)[at] ?? 0 })),
  ]) {
    const { file, log, dump } = await votedOn(order)
    expect(log).toHaveLength(0)
    expect(dump[0]).toHaveLength(size)
    expect(dump[1]).toHaveLength(size)
    const onDisk = { people: placesOf(file, people), keys: placesOf(file, keys, 2) }
    // The order of rows in a file is that of their keys, in which nothing of time is left.
    expect(dump[0].map(({ participant }) => participant)).toEqual(people.toSorted())
    expect(dump[1].map(({ receipt_hash }) => receipt_hash)).toEqual(keys.toSorted())
    found.push(onDisk)
  }
  expect(found[1]).toEqual(found[0])
  expect(found[2]).toEqual(found[0])
})

test('C3: answers at the end of a session lie on the disk in no order of time either', async () => {
  const keys = numbers.map((at) => keyOfReceipt('exit', String(at)))
  const found = []
  for (const order of [numbers, mixed(37)]) {
    const { storage, path } = await begun()
    for (const [at, person] of order.entries()) {
      const answer = { participant: personOf(person), key: keys[(at * 7) % size] ?? '', perspective: 'resident' }
      const values = { 'exq-1': 1 + (at % 5) }
      expect(await answerExit(storage.tables, workspace, 'se-1', { ...answer, values })).toBe(true)
    }
    const file = readFileSync(path).toString('latin1')
    expect(readFileSync(`${path}-wal`)).toHaveLength(0)
    found.push({ keys: placesOf(file, keys), people: placesOf(file, numbers.map(personOf)) })
    await storage.close()
  }
  expect(found[1]).toEqual(found[0])
})

test('C3: a process that was killed leaves at most what came last in its log, and that goes at the next start', async () => {
  const { storage, path } = await begun()
  await storage.log.append({
    id: 'b',
    at: 1,
    parts: [
      { doc: 'w.a', rows: [{ bytes: new Uint8Array(64), kind: 'server', actor: null, newClients: [], makers: [] }] },
    ],
  })
  expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(0)
  // A second one opens what the first never closed.
  const next = await openSqlite({ path, inProcess: true })
  expect(readFileSync(`${path}-wal`)).toHaveLength(0)
  await next.close()
  await storage.close()
})
