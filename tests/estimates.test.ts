import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { exampleFile } from './support/imported-source.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    env: { LIMIT_COMMANDS_PER_SECOND: '1000' },
    readWorkspaceFile: (file) => readWorkspaceFile(file, models),
  })
})
afterAll(() => server.stop())

const map = 'map-1'
const stakeholder = 'sh-huisarts'

const world = async () => {
  const lead = browserOf(server)
  const { body } = await lead.call('importWorkspace', { query: {}, body: exampleFile() })
  const workspace = body.workspace.id
  await server.app.settled()
  const join = async (name: string, perspective = 'resident') => {
    const caller = browserOf(server)
    await caller.call('join', { body: { code: body.joinCode, name, perspective } })
    return caller
  }
  const put = (caller: Caller, value: number | null, attribute = 'influence', who = stakeholder) =>
    caller.call('putEstimate', { params: { workspace, map, stakeholder: who, attribute }, body: { value } })
  const read = async (caller: Caller) => (await caller.call('estimates', { params: { workspace } })).body
  const summary = async (caller: Caller, attribute = 'influence') =>
    (await read(caller)).summaries.find((each) => each.stakeholder === stakeholder && each.attribute === attribute)
  return { lead, workspace, join, put, read, summary }
}

test('whoever did not estimate learns only how many did; whoever did, the middle and the ends', async () => {
  const { join, put, summary } = await world()
  const [ada, bram, cem, dina] = [await join('Ada'), await join('Bram'), await join('Cem'), await join('Dina')]
  await put(ada, 2)
  await put(bram, 4)
  expect(await summary(ada)).toMatchObject({ n: 2, median: null, min: null, max: null })
  await put(cem, 5)
  expect(await summary(dina)).toMatchObject({ n: 3, median: null, min: null, max: null, groups: [] })
  expect(await summary(ada)).toMatchObject({ n: 3, median: 4, min: 2, max: 5, groups: [] })
})

test('an estimate is changed and taken away again, and only its maker reads it', async () => {
  const { lead, join, put, read } = await world()
  const ada = await join('Ada')
  await put(ada, 2)
  await put(ada, 3)
  expect((await read(ada)).own).toEqual([{ map, stakeholder, attribute: 'influence', value: 3 }])
  expect((await read(lead)).own).toEqual([])
  await put(ada, null)
  expect((await read(ada)).own).toEqual([])
})

test('groups are told apart only where each has three people', async () => {
  const { join, put, summary } = await world()
  const ada = await join('Ada')
  const people = [
    ada,
    ...(await Promise.all(['B', 'C'].map((name) => join(name)))),
    ...(await Promise.all(['D', 'E', 'F'].map((name) => join(name, 'policy')))),
    await join('G', 'professional'),
  ]
  for (const [at, value] of [1, 1, 2, 5, 4, 5, 3].entries()) await put(people[at] ?? ada, value)
  const told = await summary(ada)
  // One professional alone would be named by the figure: counted with the residents, who are drawn before.
  expect(told?.groups.map(({ n }) => n).toSorted()).toEqual([3, 4])
  expect(told?.groups.every(({ n }) => n >= 3)).toBe(true)
  expect(JSON.stringify(told)).not.toMatch(/"p-|participant|name/)
})

test('what is no step of the attribute, no attribute, or no stakeholder of this map is refused', async () => {
  const { workspace, join, put } = await world()
  const ada = await join('Ada')
  expect((await put(ada, 6)).code).toBe('invalid-input')
  expect((await put(ada, 4, 'ring')).code).toBe('invalid-input')
  expect((await put(ada, 3, 'name')).code).toBe('invalid-input')
  expect((await put(ada, 3, 'toString')).code).toBe('invalid-input')
  expect((await put(ada, 3, 'influence', 'sh-nobody')).code).toBe('not-found')
  const other = { params: { workspace, map: 'ex-1', stakeholder, attribute: 'influence' }, body: { value: 3 } }
  expect((await ada.call('putEstimate', other)).code).toBe('not-found')
})

test('estimates that lie apart are a question of the checks', async () => {
  const { lead, workspace } = await world()
  const { body } = await lead.call('insights', { params: { workspace } })
  const hits = Array.isArray(body['checks']) ? body['checks'] : []
  expect(hits).toContainEqual(expect.objectContaining({ checkId: 'S05', targetId: 'sh-ouderen' }))
  expect(body['network']).toMatchObject({ isolates: ['sh-ouderen-taal'] })
})
