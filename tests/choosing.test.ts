import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../apps/server/storage/tables.ts'
import { choosingWorld, receiptOf } from './support/choosers.ts'
import { createHandClock } from './support/hand-clock.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
})
afterAll(() => server.stop())

const reasons = (answer: { problem: { errors?: readonly { code: string }[] } }) =>
  answer.problem.errors?.map(({ code }) => code)

test('a vote is hidden until it closes, from the facilitator too, and then told by group', async () => {
  const { lead, join, open, vote, move, look } = await choosingWorld(server)
  const ballot = await open()
  const people = [
    ...(await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => join(name)))),
    ...(await Promise.all(['f', 'g'].map((name) => join(name, 'policy')))),
  ]
  for (const one of people) expect((await vote(ballot, one, { yes: 'consent' })).code).toBeUndefined()
  const during = await look(ballot, lead)
  expect(during).toMatchObject({ phase: 'open', tally: null, notes: [] })
  expect(during?.turnout).toContainEqual({ perspective: 'resident', eligible: 5, voted: 5, entered: 0 })
  expect(during?.turnout).toContainEqual({ perspective: 'policy', eligible: 2, voted: 2, entered: 0 })
  await move(ballot, 'closed')
  // Two officials alone would be known: with the residents, because a secret ballot asks for five.
  expect(await look(ballot)).toMatchObject({
    phase: 'closed',
    tally: [{ perspectives: ['resident', 'policy'], n: 7, options: { yes: { consent: 7 } } }],
  })
})

test('a vote changes until it closes, by the receipt of the device that cast it, and counts once', async () => {
  const { join, open, vote, move, look } = await choosingWorld(server)
  const ballot = await open({ method: 'dotVote', options: [{ id: 'a' }, { id: 'b' }] })
  const ada = await join('ada')
  for (let again = 0; again < 3; again += 1) await vote(ballot, ada, { a: 2, b: 1 })
  await vote(ballot, ada, { b: 2 })
  const other = await vote(ballot, ada, { a: 2 }, { receipt: receiptOf('a new phone') })
  expect(reasons(other)).toEqual(['voted-elsewhere'])
  expect((await look(ballot, ada.caller))?.mine).toEqual({ voted: true, choice: null })
  await move(ballot, 'closed')
  expect((await look(ballot))?.tally).toMatchObject([{ n: 1, options: { b: { 2: 1 } } }])
  expect(reasons(await vote(ballot, ada, { a: 1 }))).toEqual(['ballot-closed'])
})

test('what is told under a choice reaches whoever votes, and stays within its length', async () => {
  const { join, open, look, lead, params } = await choosingWorld(server)
  const options = [
    { id: 'cl-1', text: 'Vaste gezichten', description: ' • Elke week dezelfde hulp\n• Op een vaste dag ' },
    { text: 'Anders' },
  ]
  const ballot = await open({ method: 'dotVote', options })
  const seen = await look(ballot, (await join('ada')).caller)
  expect(seen?.options).toMatchObject([
    { id: 'cl-1', text: 'Vaste gezichten', description: '• Elke week dezelfde hulp\n• Op een vaste dag' },
    { text: 'Anders' },
  ])
  expect(seen?.options[1]).not.toHaveProperty('description')
  const long = { question: 'A?', method: 'dotVote' as const, options: [{ text: 'A', description: 'a'.repeat(1001) }] }
  expect((await lead.call('createBallot', { params, body: long })).code).toBe('invalid-input')
})

test('an open ballot stands under its voter, on whatever device, and may show how it stands', async () => {
  const { join, open, vote, look } = await choosingWorld(server)
  const ballot = await open({ settings: { secret: false, hideUntilClosed: false } })
  const ada = await join('ada')
  await vote(ballot, ada, { yes: 'consent' })
  await vote(ballot, ada, { yes: 'concern' }, { receipt: receiptOf('a new phone') })
  const seen = await look(ballot, ada.caller)
  expect(seen).toMatchObject({ phase: 'open', tally: [{ n: 1, options: { yes: { concern: 1 } } }] })
  expect(seen?.mine).toEqual({ voted: true, choice: { yes: 'concern' } })
})

test('what breaks a rule of the method is told at its field', async () => {
  const { join, open, vote } = await choosingWorld(server)
  const ada = await join('ada')
  const dots = await open({ method: 'dotVote', options: [{ id: 'a' }, { id: 'b' }] })
  expect(reasons(await vote(dots, ada, { a: 3 }))).toEqual(['too-many-on-one'])
  expect(reasons(await vote(dots, ada, { c: 1 }))).toEqual(['unknown-option'])
  const consent = await open()
  expect(reasons(await vote(consent, ada, { yes: 'objection' }))).toEqual(['reason-required'])
  expect((await vote(consent, ada, { yes: 'objection' }, { note: 'Te snel' })).code).toBeUndefined()
  const { caller } = ada
  const bare = await caller.call('vote', {
    params: { workspace: 'f'.repeat(32), ballot: consent },
    body: { choice: {} },
  })
  expect(bare.code).toBe('not-found')
})

test('a scribe and a show of hands count as people; the same entry is changed and taken back', async () => {
  const { enter, open, move, look } = await choosingWorld(server)
  const ballot = await open({ method: 'fistToFive', settings: { secret: false } })
  await enter(ballot, { perspective: 'resident', choice: { yes: 4 }, people: 6 })
  await enter(ballot, { perspective: 'resident', choice: { yes: 5 }, people: 4 })
  await enter(ballot, { perspective: 'policy', choice: { yes: 2 }, people: 3 }, receiptOf('second show'))
  expect((await look(ballot))?.turnout).toContainEqual({ perspective: 'resident', eligible: 0, voted: 0, entered: 4 })
  await enter(ballot, { perspective: 'policy', choice: {}, people: 0 }, receiptOf('second show'))
  await move(ballot, 'closed')
  expect((await look(ballot))?.tally).toEqual([{ perspectives: ['resident'], n: 4, options: { yes: { 5: 4 } } }])
})

test('only a facilitator or a scribe enters for others, and who leads does not vote', async () => {
  const { lead, workspace, join, open } = await choosingWorld(server)
  const ballot = await open()
  const ada = await join('ada')
  const entry = { receipt: ada.receipt, perspective: 'resident', choice: { yes: 'consent' }, people: 1 }
  const body = { choice: { yes: 'consent' }, receipt: ada.receipt }
  const params = { workspace, ballot }
  expect((await ada.caller.call('enterVotes', { params, body: entry })).code).toBe('forbidden')
  expect((await lead.call('vote', { params, body })).code).toBe('forbidden')
})

test('opposition asks what people need before a decision stands, or an explicit and recorded skip', async () => {
  const { lead, workspace, join, open, vote, move, look } = await choosingWorld(server)
  const decide = (ballotId: string) =>
    lead.call('addRecord', {
      params: { workspace, collection: 'decisions' },
      body: { value: { text: 'We beginnen', ballotId, method: 'consent' } },
    })
  const [ada, bram, cem] = [await join('ada'), await join('bram'), await join('cem')]
  const ballot = await open({ settings: { secret: false } })
  await vote(ballot, ada, { yes: 'objection' }, { note: 'De avond ontbreekt' })
  await vote(ballot, bram, { yes: 'consent' })
  await vote(ballot, cem, { yes: 'consent' })
  await move(ballot, 'closed')
  expect((await look(ballot))?.notes).toEqual([{ perspective: 'resident', text: 'De avond ontbreekt' }])
  expect(reasons(await decide(ballot))).toEqual(['conditions-first'])
  const need = { params: { workspace, ballot }, body: { text: 'Ook in de avond' } }
  await ada.caller.call('sayNeed', need)
  await ada.caller.call('sayNeed', need)
  expect((await look(ballot))?.needs).toEqual([{ perspective: 'resident', text: 'Ook in de avond' }])
  expect((await decide(ballot)).code).toBeUndefined()

  const hurried = await open({ settings: { secret: false } })
  await vote(hurried, ada, { yes: 'objection' }, { note: 'Nee' })
  await move(hurried, 'closed')
  expect(reasons(await decide(hurried))).toEqual(['conditions-first'])
  await lead.call('skipNeeds', { params: { workspace, ballot: hurried }, body: { why: 'De zaal moest leeg' } })
  expect((await look(hurried))?.skip?.why).toBe('De zaal moest leeg')
  expect((await decide(hurried)).code).toBeUndefined()
})

test('a next round begins empty and keeps what came of the one before', async () => {
  const { join, open, vote, move, look } = await choosingWorld(server)
  const people = await Promise.all(['a', 'b', 'c'].map((name) => join(name)))
  const ballot = await open({ settings: { secret: false } })
  expect(reasons(await move(ballot, 'next-round'))).toEqual(['not-closed'])
  for (const one of people) await vote(ballot, one, { yes: 'concern' })
  await move(ballot, 'closed')
  await move(ballot, 'next-round')
  const opened = await look(ballot, people[0]?.caller)
  expect(opened).toMatchObject({ phase: 'open', tally: null, mine: { voted: false, choice: null } })
  expect(opened?.history).toMatchObject([{ round: 1, tally: [{ n: 3, options: { yes: { concern: 3 } } }] }])
  for (const one of people) await vote(ballot, one, { yes: 'consent' })
  await move(ballot, 'closed')
  expect((await look(ballot))?.tally).toMatchObject([{ options: { yes: { consent: 3 } } }])
})

test('a deadline closes by itself on the clock of the server, whoever looks or nobody', async () => {
  const clock = createHandClock(Date.parse('2026-11-25T10:00:00Z'))
  const timed = await startServer({ clock, env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
  const { join, open, vote, look, workspace } = await choosingWorld(timed)
  const ada = await join('ada')
  const ballot = await open({ closesAt: '2026-11-25T12:00:00Z' })
  await vote(ballot, ada, { yes: 'consent' })
  clock.pass(2 * 60 * 60 * 1000)
  expect(reasons(await vote(ballot, ada, { yes: 'concern' }))).toEqual(['ballot-closed'])
  expect(await look(ballot)).toMatchObject({ phase: 'closed', closedAt: '2026-11-25T12:00:00Z' })
  const choices = db.selectFrom('choice').selectAll().where('workspace', '=', workspace).compile()
  expect(await timed.storage.tables.read(choices)).toEqual([])
  await timed.stop()
})

test('a ballot that is open keeps its words, and one that was opened cannot be taken away', async () => {
  const { lead, workspace, join, open, move, look } = await choosingWorld(server)
  const ballot = await open({ open: false })
  const params = { workspace, ballot }
  const ada = await join('ada')
  expect(await look(ballot, ada.caller)).toBeUndefined()
  await lead.call('changeBallot', { params, body: { question: 'Doen we dit?', settings: { secret: false } } })
  expect(await look(ballot)).toMatchObject({ question: 'Doen we dit?', settings: { secret: false } })
  await move(ballot, 'open')
  expect(reasons(await lead.call('changeBallot', { params, body: { question: 'Iets anders?' } }))).toEqual([
    'already-open',
  ])
  expect(reasons(await lead.call('removeBallot', { params }))).toEqual(['already-open'])
})

test('everybody hears that a ballot changed, and of votes only together', async () => {
  const { workspace, join, open, vote } = await choosingWorld(server)
  const ballot = await open()
  const told = () =>
    server.told.events.filter(
      ({ workspaceId, event }) => workspaceId === workspace && 'topic' in event && event.topic === 'ballots',
    )
  expect(told()).toHaveLength(1)
  for (const name of ['a', 'b', 'c']) await vote(ballot, await join(name), { yes: 'consent' })
  await expect.poll(() => told().length).toBeGreaterThan(1)
  expect(told().length).toBeLessThan(4)
  expect(JSON.stringify(told())).not.toContain('consent')
})

test('the questions at the end are answered once for each person, secretly, and told when the session is closed', async () => {
  const { lead, workspace, join } = await choosingWorld(server)
  const { body: session } = await lead.call('createSession', {
    params: { workspace },
    body: { template: 'tpl-problem' },
  })
  const params = { workspace, session: session.id }
  const { body: asked } = await lead.call('exit', { params })
  expect(asked.questions.map(({ text }) => text)).toContain('Er is naar mij geluisterd.')
  const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => join(name)))
  const answer = ({ caller, receipt }: (typeof people)[number], value: number) =>
    caller.call('answerExit', { params, body: { receipt, answers: { 'exq-1': value, 'exq-2': 5 } } })
  for (const [at, one] of people.entries()) await answer(one, at + 1)
  await answer(people[4] ?? (await join('z')), 4)
  expect(reasons(await answer({ ...(people[0] ?? (await join('z'))), receipt: receiptOf('elsewhere') }, 1))).toEqual([
    'voted-elsewhere',
  ])
  expect((await lead.call('exit', { params })).body).toMatchObject({ people: 5, judgements: [{ n: 0 }, { n: 0 }, {}] })
  await lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })
  await lead.call('closeSession', { params })
  expect((await lead.call('exit', { params })).body.judgements).toMatchObject([
    { question: 'exq-1', n: 5, median: 3, min: 1, max: 4, groups: [] },
    { question: 'exq-2', n: 5, median: 5 },
    { n: 0, median: null },
  ])
})
