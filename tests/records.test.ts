import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '../apps/server/storage/tables.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ env: { LIMIT_COMMANDS_PER_SECOND: '1000' } })
})
afterAll(() => server.stop())

const world = async () => {
  const ada = browserOf(server)
  const { body } = await ada.call('createWorkspace', { body: { title: 'A', language: 'nl' } })
  const workspace = body.workspace.id
  const join = async (name: string) => {
    const caller = browserOf(server)
    const joined = await caller.call('join', { body: { code: body.joinCode, name, perspective: 'resident' } })
    return { caller, id: joined.body.participant.id }
  }
  const add = (caller: Caller, collection: string, value: object, more: { id?: string; anonymous?: boolean } = {}) =>
    caller.call('addRecord', { params: { workspace, collection }, body: { value: { ...value }, ...more } })
  const list = async (caller: Caller, collection: string) =>
    (await caller.call('records', { params: { workspace, collection } })).body.records
  const change = (caller: Caller, collection: string, record: string, version: number, value: object) =>
    caller.call('changeRecord', { params: { workspace, collection, record }, body: { version, value: { ...value } } })
  return { ada, workspace, join, add, list, change }
}

test('a comment carries who and when, put there by the server', async () => {
  const { ada, join, add, list } = await world()
  const bram = await join('Bram')
  await add(bram.caller, 'comments', { documentId: 'a-1', text: '  Wat is een indicatie?  ', byId: 'p-iemand-anders' })
  const [comment] = await list(ada, 'comments')
  expect(comment?.value).toMatchObject({
    text: 'Wat is een indicatie?',
    byId: bram.id,
    by: 'resident',
    resolved: false,
  })
})

test('asked without a name, nothing that is stored says who it was', async () => {
  const { ada, workspace, join, add, list } = await world()
  const bram = await join('Bram')
  await add(
    bram.caller,
    'comments',
    { documentId: 'a-1', text: 'Ik snap dit niet', kind: 'unclear' },
    { anonymous: true },
  )
  const [comment] = await list(ada, 'comments')
  expect(comment?.value).toMatchObject({ byId: null, by: '', kind: 'unclear' })
  expect(comment?.value['at']).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const query = db.selectFrom('record').selectAll().where('workspace', '=', workspace).compile()
  const stored = await server.storage.tables.read(query)
  expect(JSON.stringify(stored)).not.toContain(bram.id)
  // A decision is always somebody’s.
  const decided = await add(ada, 'decisions', { text: 'We beginnen klein' }, { anonymous: true })
  expect(decided.body.value['byId']).not.toBeNull()
})

test('only its author changes a comment, everybody may settle it, a facilitator may take it away', async () => {
  const { ada, workspace, join, add, change, list } = await world()
  const [bram, cem] = [await join('Bram'), await join('Cem')]
  const { body } = await add(bram.caller, 'comments', { documentId: 'a-1', text: 'Eerst' })
  expect((await change(cem.caller, 'comments', body.id, 1, { text: 'Anders' })).code).toBe('forbidden')
  expect((await change(cem.caller, 'comments', body.id, 1, { resolved: true })).body.version).toBe(2)
  expect((await change(bram.caller, 'comments', body.id, 1, { text: 'Te laat gelezen' })).code).toBe('conflict')
  expect((await change(bram.caller, 'comments', body.id, 2, { text: 'Beter' })).body.value).toMatchObject({
    text: 'Beter',
    byId: bram.id,
  })
  const params = { workspace, collection: 'comments', record: body.id }
  expect((await cem.caller.call('removeRecord', { params })).code).toBe('forbidden')
  expect((await ada.call('removeRecord', { params })).code).toBeUndefined()
  expect(await list(ada, 'comments')).toEqual([])
})

test('what is sent twice is there once', async () => {
  const { ada, add, list, join } = await world()
  const twice = { documentId: 'a-1', text: 'Een keer' }
  const first = await add(ada, 'comments', twice, { id: 'co-eigen' })
  expect((await add(ada, 'comments', twice, { id: 'co-eigen' })).body).toEqual(first.body)
  expect(await list(ada, 'comments')).toHaveLength(1)
  const bram = await join('Bram')
  expect((await add(bram.caller, 'comments', twice, { id: 'co-eigen' })).code).toBe('conflict')
})

test('what is wrong is told at its field, and an unknown collection is not there', async () => {
  const { ada, add, join } = await world()
  const refusedText = await add(ada, 'comments', { documentId: 'a-1', text: '' })
  expect([refusedText.code, refusedText.problem.errors?.map(({ field }) => field)]).toEqual(['invalid-input', ['text']])
  expect((await add(ada, 'secrets', { text: 'x' })).code).toBe('not-found')
  const bram = await join('Bram')
  expect((await add(bram.caller, 'decisions', { text: 'Ik besluit' })).code).toBe('forbidden')
})

test('a change is told to everybody in the workspace', async () => {
  const { ada, add, workspace } = await world()
  await add(ada, 'glossary', { word: 'Wmo', meaning: 'De wet over hulp thuis.' })
  expect(server.told.events).toContainEqual({
    workspaceId: workspace,
    event: { type: 'change', topic: 'records', data: { collection: 'glossary' } },
  })
})
