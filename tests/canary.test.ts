import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import { sessionShape } from '#domain/session.ts'
import { exportersOf } from '#export/files.ts'
import { encodeStep1, subprotocol, ticketPrefix } from '#protocol/messages.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { openDoor } from '../apps/server/door.ts'
import { createRooms } from '../apps/server/rooms.ts'
import { openMemory } from '../apps/server/storage/sqlite.ts'
import { db, type Database } from '../apps/server/storage/tables.ts'
import { castVote, keyOfReceipt } from '../apps/server/workspaces/voting.ts'
import { ballotById } from '../apps/server/workspaces/ballots.ts'
import { choosingWorld, type Chooser } from './support/choosers.ts'
import type { Caller } from './support/caller.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    createRooms,
    openDoor,
    exporters: exportersOf(models),
    env: { LIMIT_COMMANDS_PER_SECOND: '1000' },
  })
})
afterAll(() => server.stop())

const hidden = 'Kanarie: zondag praat ik met de radio'

/** Everything that a socket is told, as text of one byte a character. */
const listen = async (caller: Caller, workspace: string, document: string) => {
  const room = formatRoom(workspace, document)
  const { body } = await caller.call('ticket', { params: { room } })
  const url = `${server.url.replace('http', 'ws')}/sync/${room}`
  const cookie = caller.cookie()
  const headers = { origin: server.url, ...(cookie === undefined ? {} : { cookie }) }
  const socket = new WebSocket(url, [subprotocol, `${ticketPrefix}${body.ticket}`], { headers })
  let heard = ''
  socket.on('message', (data: Buffer) => (heard += data.toString('latin1')))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(encodeStep1(Y.encodeStateVector(new Y.Doc())))
  return { heard: () => heard, close: () => socket.close() }
}

/** Everything that somebody can ask for. */
const ask = async ({ call, fetch }: Caller, workspace: string, session: string, activity: string): Promise<string> => {
  const params = { workspace }
  const answers = [
    await call('ballots', { params }),
    await call('drafts', { params: { workspace, activity } }),
    await call('insights', { params }),
    await call('activity', { params }),
    await call('directory', { params }),
    await call('exit', { params: { workspace, session } }),
    await call('session', { params: { workspace, session } }),
    await call('records', { params: { workspace, collection: 'comments' } }),
  ].map(({ body }) => JSON.stringify(body))
  const files = await Promise.all(
    ['json', 'html', 'md'].map(async (format) =>
      (await fetch(`/api/workspaces/${workspace}/export?format=${format}`)).text(),
    ),
  )
  return [...answers, ...files].join('\n')
}

const everyTable = [
  'record',
  'choice',
  'choice_note',
  'voted',
  'draft',
  'exit_answer',
  'item_maker',
  'directory',
  'idempotency',
  'audit',
  'session_act',
  'session_signal',
] as const satisfies readonly (keyof Database)[]

const dump = async (): Promise<readonly { readonly table: string; readonly row: string }[]> => {
  const tables = await Promise.all(
    everyTable.map(async (table) => {
      const rows = await server.storage.tables.read(db.selectFrom(table).selectAll().compile())
      return rows.map((row) => ({ table, row: JSON.stringify(row) }))
    }),
  )
  return tables.flat()
}

const world = async () => {
  const made = await choosingWorld(server)
  const { lead, workspace } = made
  const { body: session } = await lead.call('createSession', {
    params: { workspace },
    body: { template: 'tpl-problem' },
  })
  await lead.call('startSession', {
    params: { workspace, session: session.id },
    body: { promise: 'De raad antwoordt.' },
  })
  return { ...made, session: session.id, activity: session.steps[2]?.id ?? '' }
}

const write = (
  { caller }: Chooser,
  where: { workspace: string; session: string; activity: string },
  text: string,
  id: string,
) =>
  caller.call('putDraft', {
    params: { workspace: where.workspace, activity: where.activity, draft: id },
    body: { session: where.session, text, promise: 'names' },
  })

test('C2: a hidden text is in no byte to anybody else until it is shown, and then it is there once', async () => {
  const made = await world()
  const { lead, workspace, join, session, activity } = made
  const [ada, bram, cem] = [await join('Ada'), await join('Bram'), await join('Cem')]
  const others = [lead, bram.caller, cem.caller]
  const sockets = await Promise.all(
    others.flatMap((caller) =>
      ['workspace', 'evidence', session].map((document) => listen(caller, workspace, document)),
    ),
  )
  await write(ada, made, hidden, 'ca-ada')
  await write(bram, made, 'Bij de bakker praat nog iemand', 'ca-bram')
  await write(cem, made, 'De bus is altijd te laat', 'ca-cem')
  expect((await ada.caller.call('drafts', { params: { workspace, activity } })).body.own).toEqual([
    { id: 'ca-ada', text: hidden, perspective: null },
  ])
  const asked = await Promise.all(others.map((caller) => ask(caller, workspace, session, activity)))
  const told = [...asked, ...sockets.map(({ heard }) => heard()), ...server.logged].join('\n')
  expect(told).not.toContain('Kanarie')
  expect((await lead.call('drafts', { params: { workspace, activity } })).body.progress).toEqual({
    people: 3,
    texts: 3,
  })

  const shown = await lead.call('revealDrafts', { params: { workspace, activity }, body: { session } })
  expect(shown.body).toEqual({ shown: 3 })
  await expect.poll(() => sockets.filter(({ heard }) => heard().includes('Kanarie')).length).toBe(others.length)
  for (const { heard } of sockets) expect(heard().split('Kanarie').length).toBeLessThanOrEqual(2)
  for (const { close } of sockets) close()
})

test('C3: a text without a name has no author anywhere: not in a row, not in the document, not in a file', async () => {
  const made = await world()
  const { lead, workspace, join, session, activity } = made
  const people = [await join('Ada'), await join('Bram'), await join('Cem')]
  for (const [at, one] of people.entries()) await write(one, made, `${hidden} ${at}`, `ca-${at}`)
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session } })
  const rows = await dump()
  const ids = people.map(({ id }) => id)
  expect(rows.filter(({ row }) => row.includes('Kanarie'))).toEqual([])
  // The server wrote them: an item's row names nobody, and the log of the document knows no actor.
  const makers = rows.filter(({ table, row }) => table === 'item_maker' && row.includes('"ca-'))
  expect(makers.length).toBeGreaterThanOrEqual(3)
  expect(makers.filter(({ row }) => ids.some((id) => row.includes(id)))).toEqual([])
  const stored = await server.storage.log.load(formatRoom(workspace, session))
  const ydoc = new Y.Doc()
  for (const { bytes } of [...(stored.checkpoint ? [stored.checkpoint] : []), ...stored.tail])
    Y.applyUpdate(ydoc, bytes)
  const { cards } = openDocument(ydoc, sessionShape).content()
  expect(cards.map(({ text }) => text).toSorted()).toEqual([0, 1, 2].map((at) => `${hidden} ${at}`))
  expect(new Set(cards.map(({ by }) => by))).toEqual(new Set(['resident']))
  expect([...stored.owners.values()].filter((owner) => owner !== null)).toEqual([])
  const file = await (await lead.fetch(`/api/workspaces/${workspace}/export?format=json`)).text()
  const filed = (JSON.parse(file) as { cards: { id: string }[] }).cards // our own file
  expect(filed.filter((card) => ids.some((id) => JSON.stringify(card).includes(id)))).toEqual([])
})

test('a promise that was made to somebody holds, whatever the agenda says by then', async () => {
  const made = await world()
  const { lead, workspace, join, session, activity } = made
  const people = [await join('Ada'), await join('Bram'), await join('Cem', 'policy')]
  const [ada, bram, cem] = people
  for (const [one, promise] of [
    [ada, 'none'],
    [bram, 'secret'],
    [cem, 'none'],
  ] as const) {
    await one?.caller.call('putDraft', {
      params: { workspace, activity, draft: `ca-${one.id}` },
      body: { session, text: 'A', promise },
    })
  }
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session } })
  const makers = (await dump()).filter(({ table, row }) => table === 'item_maker' && row.includes(session))
  expect(makers.every(({ row }) => row.includes('"participant":null') && row.includes('"perspective":null'))).toBe(true)
})

test('fewer than three writers are shown without names only when the facilitator insists', async () => {
  const made = await world()
  const { lead, workspace, join, session, activity } = made
  await write(await join('Ada'), made, 'A', 'ca-ada')
  const reveal = (evenFew: boolean) =>
    lead.call('revealDrafts', { params: { workspace, activity }, body: { session, evenFew } })
  expect((await reveal(false)).problem.errors?.[0]?.code).toBe('too-few')
  expect((await reveal(true)).body.shown).toBe(1)
  expect((await reveal(true)).problem.errors?.[0]?.code).toBe('nothing-written')
})

test('C3: no row ties a person to a secret vote, during it or after', async () => {
  const made = await world()
  const { workspace, lead, join, open, vote, move, session, activity } = made
  const ballot = await open({ method: 'gradients8' })
  const people = await Promise.all(['Ada', 'Bram', 'Cem', 'Dina', 'Els'].map((name) => join(name)))
  for (const [at, one] of people.entries()) await vote(ballot, one, { yes: at + 1 }, { note: `Kanarie ${at}` })
  const during = (await dump()).filter(({ row }) => row.includes(ballot))
  const tying = during.filter(({ row }) => /"yes\\*":|Kanarie/.test(row) && people.some(({ id }) => row.includes(id)))
  expect(tying).toEqual([])
  const others = [lead, people[1]?.caller ?? lead]
  const asked = (await Promise.all(others.map((caller) => ask(caller, workspace, session, activity)))).join('\n')
  expect([asked, ...server.logged].join('\n')).not.toContain('Kanarie')
  expect(people.some(({ receipt }) => asked.includes(receipt))).toBe(false)

  await move(ballot, 'closed')
  const after = (await dump()).filter(({ row }) => row.includes(ballot))
  expect(after.filter(({ table }) => table === 'choice' || table === 'choice_note')).toEqual([])
  expect(after.filter(({ table }) => table === 'voted')).toHaveLength(5)
  expect(after.filter(({ row }) => row.includes('receipt'))).toEqual([])
})

test('C3: whoever has the whole database guesses no better than chance which vote is whose', async () => {
  const polls = 100
  const size = 20
  const storage = openMemory()
  const { tables } = storage
  const workspace = 'f'.repeat(32)
  const cell = { workspace, joining: 'open' as const, language: 'nl' as const, created_at: 1, last_activity: 1 }
  const nothing = { join_code: null, running_session: null, running_activity: null, timer_ends_at: null }
  const { workspace: id, ...own } = cell
  await tables.write([
    db
      .insertInto('workspace')
      .values({ id, ...own, ...nothing })
      .compile(),
  ])
  let linked = 0
  for (let poll = 0; poll < polls; poll += 1) {
    const name = `ba-${poll}`
    const body = JSON.stringify({ method: 'gradients8', options: [{ id: 'a' }], openedAt: '2026-11-25T10:00:00Z' })
    await tables.write([
      db.insertInto('record').values({ workspace, collection: 'ballots', id: name, ord: 'a', body }).compile(),
    ])
    const ballot = await ballotById(tables, workspace, name)
    if (!ballot) throw new Error('the ballot is not there')
    const people = Array.from({ length: size }, (_, at) => `p-${poll}-${String(at).padStart(2, '0')}`)
    for (const [at, participant] of people.entries()) {
      const key = keyOfReceipt(name, crypto.randomUUID())
      const vote = { participant, key, perspective: 'resident', choice: { a: 1 + (at % 8) }, note: String(at) }
      expect(await castVote({ tables, workspace, ballot }, vote)).toBe('kept')
    }
    // The best that the rows offer: the n-th who voted with the n-th choice, as each table gives them.
    const voters = await tables.read(db.selectFrom('voted').select('participant').where('ballot', '=', name).compile())
    const notes = await tables.read(db.selectFrom('choice_note').select('text').where('ballot', '=', name).compile())
    linked += voters.filter(({ participant }, at) => people[Number(notes[at]?.text)] === participant).length
  }
  await storage.close()
  expect(linked / (polls * size)).toBeLessThan(1 / size + 0.05)
}, 120_000)

test('cards are taken where they belong, by whoever wrote them, and an idea becomes a plan once', async () => {
  const made = await world()
  const { lead, workspace, join, session } = made
  const activity = 'ac-open'
  const ada = await join('Ada')
  await ada.caller.call('putDraft', {
    params: { workspace, activity, draft: 'ca-idee' },
    body: { session, text: 'Elke week een vast gezicht', promise: 'none' },
  })
  // A step that the agenda does not know promises the most.
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session, evenFew: true } })
  const take = (kind: string, place: string) =>
    lead.call('takeCard', { params: { workspace, session, card: 'ca-idee' }, body: { kind, place } })
  const lived = await take('problem-statement', 'lived')
  expect((await take('problem-statement', 'lived')).body).toEqual(lived.body)
  const idea = await take('experiment-plan', 'idea')
  expect((await take('experiment-plan', 'idea')).body).toEqual(idea.body)
  const { body: view } = await lead.call('workspace', { params: { workspace } })
  expect(view.artefacts.filter(({ kind }) => kind === 'experiment-plan')).toHaveLength(2)
  expect((await take('problem-statement', 'toString')).problem.errors?.[0]?.code).toBe('no-place')
  const { shape } = models['problem-statement']
  const read = await server.storage.log.load(formatRoom(workspace, lived.body.document))
  const ydoc = new Y.Doc()
  for (const { bytes } of [...(read.checkpoint ? [read.checkpoint] : []), ...read.tail]) Y.applyUpdate(ydoc, bytes)
  expect(openDocument(ydoc, shape).content().lines).toMatchObject([
    { text: 'Elke week een vast gezicht', world: 'lived', basedOnIds: ['ca-idee'] },
  ])
})
