import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDocument } from '#crdt/document.ts'
import { sessionShape, type SessionDraft } from '#domain/session.ts'
import { sheetId } from '#domain/table-work.ts'
import { systemClock } from '../apps/server/clock.ts'
import { browserOf } from './support/caller.ts'
import { createPlainRooms } from './support/plain-rooms.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
})
afterAll(() => server.stop())

const tables = ['1', '2'].map((at) => ({ id: `ta-${at}`, title: `Tafel ${at}`, memberIds: [] as string[] }))

/** A session at a step that is done at two tables. */
const world = async () => {
  const lead = browserOf(server)
  const { body: made } = await lead.call('createWorkspace', { body: { title: 'A', language: 'nl', artefacts: [] } })
  const workspace = made.workspace.id
  const { body: planned } = await lead.call('createSession', {
    params: { workspace },
    body: { template: 'tpl-problem' },
  })
  const params = { workspace, session: planned.id }
  const step = planned.steps.find(({ title }) => title.includes('Eén vraag per tafel'))?.id ?? ''
  const rooms = createPlainRooms({ storage: server.storage, clock: systemClock }, { events: [], closed: [] })
  const inDocument = async <Value>(change: (draft: SessionDraft) => Value): Promise<Value> => {
    const author = { participantId: null, perspective: null }
    const written = await rooms.write(workspace, planned.id, author, (ydoc) => {
      const opened = openDocument(ydoc, sessionShape)
      return opened.change({ perspective: '' }, change)
    })
    if (!written.ok) throw new Error(written.reason)
    return written.value
  }
  const content = async () => {
    const read = await rooms.read(workspace, planned.id, (ydoc) => openDocument(ydoc, sessionShape).content())
    if (!read.ok) throw new Error(read.reason)
    return read.value
  }
  const cards = async () => (await content()).cards.map(({ text, table }) => [table, text])
  const write = (table: string, text: string) =>
    inDocument((draft) => draft.groupResults.get(sheetId(step, table))?.text.splice(0, 0, text))
  const begin = async () => {
    await lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })
    await lead.call('setTables', { params, body: { tables } })
    await lead.call('moveToStep', { params, body: { activity: step } })
  }
  const merge = () => lead.call('mergeTables', { params, body: { activity: step } })
  const acts = async () => (await lead.call('sessionLog', { params })).body.acts
  const undo = (number: number) => lead.call('undoAct', { params: { ...params, number: String(number) } })
  return { lead, params, planned, step, inDocument, content, cards, write, begin, merge, acts, undo }
}

test('each table has one sheet in a step at tables, and in no other step', async () => {
  const { lead, params, planned, step, begin, content } = await world()
  await begin()
  const sheets = async () => (await content()).groupResults.map(({ activityId, groupId }) => [activityId, groupId])
  expect(await sheets()).toEqual([
    [step, 'ta-1'],
    [step, 'ta-2'],
  ])
  // A table that comes while the step runs gets its own, and the others keep theirs.
  const third = { id: 'ta-3', title: 'Tafel 3', memberIds: [] }
  await lead.call('setTables', { params, body: { tables: [...tables, third] } })
  await lead.call('moveToStep', { params, body: { activity: planned.steps[0]?.id ?? '' } })
  expect(await sheets()).toEqual([
    [step, 'ta-1'],
    [step, 'ta-2'],
    [step, 'ta-3'],
  ])
})

test('merging brings every line with its table, nothing twice, and is a line of the log', async () => {
  const { begin, write, merge, cards, acts, step, content } = await world()
  await begin()
  await write('ta-2', 'Wie belt er op zondag?\n')
  await write('ta-1', '- Hoe kunnen we samen eten?\n- Hoe kunnen we samen eten?\n')
  expect((await merge()).body.cards).toBe(3)
  expect(await cards()).toEqual([
    ['Tafel 1', 'Hoe kunnen we samen eten?'],
    ['Tafel 1', 'Hoe kunnen we samen eten?'],
    ['Tafel 2', 'Wie belt er op zondag?'],
  ])
  expect((await merge()).body.cards).toBe(0)
  await write('ta-2', 'En op maandag?\n')
  expect((await merge()).body.cards).toBe(1)
  expect((await cards()).at(-1)).toEqual(['Tafel 2', 'En op maandag?'])
  expect((await acts()).slice(-2)).toMatchObject([
    { act: 'merge', activityId: step, detail: { cards: 3 }, reversible: true },
    { act: 'merge', activityId: step, detail: { cards: 1 }, reversible: true },
  ])
  expect((await content()).groupResults[0]?.text).toContain('samen eten')
})

test('a merge is taken back while nobody worked with its cards; what the tables wrote stays', async () => {
  const { begin, write, merge, cards, acts, undo, inDocument, content } = await world()
  await begin()
  await write('ta-1', 'Een\n')
  await merge()
  const number = (await acts()).at(-1)?.number ?? 0
  await undo(number)
  expect(await cards()).toEqual([])
  expect((await content()).groupResults[0]?.text).toBe('Een\n')
  expect((await acts()).at(-1)).toMatchObject({ undone: true, reversible: false })
  await merge()
  expect(await cards()).toEqual([['Tafel 1', 'Een']])
  await inDocument((draft) => {
    const cluster = draft.clusters.add({ title: 'Samen', activityId: null })
    for (const card of draft.cards.all()) card.clusterId.set(cluster)
  })
  const last = (await acts()).at(-1)
  expect(last).toMatchObject({ act: 'merge', reversible: false })
  expect((await undo(last?.number ?? 0)).problem.errors).toEqual([{ field: 'session', code: 'cannot-undo' }])
  expect(await cards()).toHaveLength(1)
})

test('a step of another session is not merged here', async () => {
  const { lead, params, begin } = await world()
  const other = await world()
  await begin()
  const answer = await lead.call('mergeTables', { params, body: { activity: other.step } })
  expect(answer.code).toBe('not-found')
})
