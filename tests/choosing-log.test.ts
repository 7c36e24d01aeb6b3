import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../apps/server/storage/tables.ts'
import type { Caller } from './support/caller.ts'
import { choosingWorld, receiptOf } from './support/choosers.ts'
import { createHandClock } from './support/hand-clock.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
})
afterAll(() => server.stop())

/** A session that is led, with ballots in it, and its log. */
const ledWorld = async (at: TestServer = server) => {
  const world = await choosingWorld(at)
  const { lead, workspace } = world
  const planned = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
  const session = planned.body.id
  const params = { workspace, session }
  await lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })
  const log = async (caller: Caller = lead) => (await caller.call('sessionLog', { params })).body
  const told = async (caller?: Caller) =>
    (await log(caller)).acts.slice(1).map(({ act, reversible, undone }) => ({ act, reversible, undone }))
  const undoLast = async (caller: Caller = lead) => {
    const last = (await log()).acts.findLast(({ undone }) => !undone)
    return caller.call('undoAct', { params: { ...params, number: String(last?.number ?? 0) } })
  }
  const decide = (ballotId: string) =>
    lead.call('addRecord', {
      params: { workspace, collection: 'decisions' },
      body: { value: { text: 'We beginnen', ballotId, sessionId: session, method: 'consent' } },
    })
  const decisions = async () =>
    (await lead.call('records', { params: { workspace, collection: 'decisions' } })).body.records.length
  return { ...world, session, log, told, undoLast, decide, decisions }
}

const can = (act: string) => ({ act, reversible: true, undone: false })
const stays = (act: string) => ({ act, reversible: false, undone: false })
const gone = (act: string) => ({ act, reversible: false, undone: true })

test('opening, entering, closing and a next round stand in the log that every participant reads, with what was asked', async () => {
  const { join, open, enter, move, told, log } = await ledWorld()
  const ada = await join('ada')
  const ballot = await open({ settings: { secret: false } })
  expect(await told(ada.caller)).toEqual([can('ballot-open')])
  const entry = { perspective: 'resident', choice: { yes: 'consent' }, people: 3 }
  await enter(ballot, entry)
  await enter(ballot, entry)
  // Who entered something takes it back with the receipt of that entry; the log keeps both.
  await enter(ballot, { perspective: 'resident', choice: {}, people: 0 })
  await enter(ballot, { perspective: 'resident', choice: {}, people: 0 })
  await enter(ballot, entry, receiptOf('second'))
  await move(ballot, 'closed')
  await move(ballot, 'next-round')
  expect(await told(ada.caller)).toEqual([
    stays('ballot-open'),
    stays('ballot-count'),
    stays('ballot-count'),
    stays('ballot-count'),
    stays('ballot-close'),
    can('ballot-round'),
  ])
  const { acts, questions } = await log(ada.caller)
  expect(questions).toEqual([{ id: ballot, text: 'Gaan we dit doen?' }])
  expect(acts[2]?.detail).toEqual({ ballot, perspective: 'resident', people: 3 })
  expect(acts.every(({ participant }) => participant !== null)).toBe(true)
})

test('what was opened is prepared again while nobody voted, and is asked no more; a vote makes it stand', async () => {
  const { join, open, move, vote, look, told, undoLast, log } = await ledWorld()
  const ada = await join('ada')
  const ballot = await open()
  expect((await undoLast(ada.caller)).code).toBe('forbidden')
  expect((await undoLast()).code).toBeUndefined()
  expect(await look(ballot)).toMatchObject({ phase: 'prepared' })
  expect(await look(ballot, ada.caller)).toBeUndefined()
  expect((await log(ada.caller)).questions).toEqual([])
  await move(ballot, 'open')
  expect(await told()).toEqual([gone('ballot-open'), can('ballot-open')])
  await vote(ballot, ada, { yes: 'consent' })
  expect(await told()).toEqual([gone('ballot-open'), stays('ballot-open')])
  expect((await undoLast()).code).toBe('conflict')
  expect(await look(ballot)).toMatchObject({ phase: 'open' })
})

test('a next round is taken back to what came of the one before, with who voted in it and its skip', async () => {
  const { lead, workspace, join, open, vote, move, look, undoLast } = await ledWorld()
  const people = await Promise.all(['a', 'b', 'c'].map((name) => join(name)))
  const ballot = await open({ settings: { secret: false } })
  for (const one of people) await vote(ballot, one, { yes: 'objection' }, { note: 'Te snel' })
  await move(ballot, 'closed')
  await lead.call('skipNeeds', { params: { workspace, ballot }, body: { why: 'De zaal moest leeg' } })
  const before = await look(ballot, people[0]?.caller)
  expect(before).toMatchObject({ phase: 'closed', mine: { voted: true }, skip: { why: 'De zaal moest leeg' } })
  await move(ballot, 'next-round')
  expect(await look(ballot)).toMatchObject({ phase: 'open', skip: null })
  expect((await undoLast()).code).toBeUndefined()
  const after = await look(ballot, people[0]?.caller)
  expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
})

test('skipping what people need, and recording a decision, are taken back in turn', async () => {
  const { lead, workspace, join, open, vote, move, look, told, undoLast, decide, decisions } = await ledWorld()
  const ballot = await open({ settings: { secret: false } })
  await vote(ballot, await join('ada'), { yes: 'objection' }, { note: 'Nee' })
  await move(ballot, 'closed')
  await lead.call('skipNeeds', { params: { workspace, ballot }, body: { why: 'De zaal moest leeg' } })
  expect((await decide(ballot)).code).toBeUndefined()
  // The skip holds up the decision, so that it goes after it.
  expect(await told()).toEqual([stays('ballot-open'), stays('ballot-close'), stays('skip'), can('decide')])
  expect((await undoLast()).code).toBeUndefined()
  expect(await decisions()).toBe(0)
  expect((await undoLast()).code).toBeUndefined()
  expect((await look(ballot))?.skip).toBeNull()
  expect((await decide(ballot)).code).toBe('conflict')
  expect(await decisions()).toBe(0)
})

test('another closing time is taken back, and a ballot that closes by itself says so', async () => {
  const clock = createHandClock(Date.parse('2026-11-25T10:00:00Z'))
  const timed = await startServer({ clock, env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
  const { lead, workspace, open, look, log, told, undoLast } = await ledWorld(timed)
  const ballot = await open({ closesAt: '2026-11-25T12:00:00Z' })
  const params = { workspace, ballot }
  await lead.call('changeBallot', { params, body: { closesAt: '2026-11-25T13:00:00Z' } })
  expect(await told()).toEqual([can('ballot-open'), can('ballot-until')])
  await undoLast()
  expect((await look(ballot))?.closesAt).toBe('2026-11-25T12:00:00Z')
  clock.pass(2 * 60 * 60 * 1000)
  expect((await look(ballot))?.phase).toBe('closed')
  const last = (await log()).acts.at(-1)
  expect(last).toMatchObject({ act: 'ballot-close', participant: null, detail: { byItself: true }, reversible: false })
  await timed.stop()
})

test('showing together what people wrote is a line that says how much, and nothing of who wrote', async () => {
  const { lead, workspace, session, join, log } = await ledWorld()
  const people = await Promise.all(['a', 'b', 'c'].map((name) => join(name)))
  const activity = (await log()).acts[0]?.activityId ?? 'ac-1'
  for (const [at, { caller }] of people.entries()) {
    const body = { text: `Gedachte ${at}` }
    await caller.call('putDraft', {
      params: { workspace, activity, draft: `dr-${at}` },
      body: { session, promise: 'secret', ...body },
    })
  }
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session } })
  const last = (await log()).acts.at(-1)
  expect(last).toMatchObject({ act: 'reveal', detail: { cards: 3 }, reversible: false })
  const rows = await server.storage.tables.read(
    db.selectFrom('session_act').selectAll().where('workspace', '=', workspace).compile(),
  )
  for (const { id } of people) expect(JSON.stringify(rows)).not.toContain(id)
})
