import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { createRooms } from '../apps/server/rooms.ts'
import type { ImportRows } from '#artefacts/stakeholder-map/import-shape.ts'
import { browserOf, type Caller } from './support/caller.ts'
import { exampleFile } from './support/imported-source.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    createRooms,
    env: { LIMIT_COMMANDS_PER_SECOND: '1000', LIMIT_EXPORTS_PER_MINUTE: '1000' },
    exporters: exportersOf(models),
    readWorkspaceFile: (file) => readWorkspaceFile(file, models),
  })
})
afterAll(() => server.stop())

const world = async () => {
  const lead = browserOf(server)
  const { body } = await lead.call('importWorkspace', { query: {}, body: exampleFile() })
  const workspace = body.workspace.id
  await server.app.settled()
  const file = async (query: string) => lead.fetch(`/api/workspaces/${workspace}/export?${query}`)
  return { lead, workspace, file }
}

test('a map leaves under the names that other programs know, and with no name of a person', async () => {
  const { file } = await world()
  const kumu: unknown = await (await file('format=kumu-json')).json()
  expect(kumu).toMatchObject({
    elements: expect.arrayContaining([
      expect.objectContaining({ id: 'sh-huisarts', label: 'Huisartsenpraktijk Waterhof' }),
    ]) as unknown,
    connections: expect.arrayContaining([
      expect.objectContaining({
        from: 'sh-thuiszorgteam',
        to: 'sh-ouderen',
        direction: 'directed',
        type: 'Hulp of zorg',
      }),
    ]) as unknown,
  })
  const gexf = await file('format=gexf&artefact=map-1')
  expect(gexf.headers.get('content-disposition')).toMatch(/attachment; filename="polder-[\w-]+\.gexf"/)
  const text = await gexf.text()
  expect(text).toContain('<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">')
  expect(text).toContain('<attribute id="influence" title="influence" type="integer"/>')
  const graphml = await (await file('format=graphml')).text()
  expect(graphml).toContain('<key id="n-influence" for="node" attr.name="influence" attr.type="int"/>')
  expect(graphml).not.toMatch(/id="d[37]"/)
  const everything = [JSON.stringify(kumu), text, graphml, await (await file('format=svg')).text()].join()
  expect(everything).not.toMatch(/Ooievaar|Kievit|Grutto/)
})

test('a picture has the chosen lens, title, date, legend and the same in words', async () => {
  const { file } = await world()
  const answer = await file('format=svg&lens=rings&lang=nl')
  expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
  const svg = await answer.text()
  expect(svg).toMatch(/<title id="title">[^<]*: Ringen<\/title>/)
  expect(svg).toMatch(/<desc id="description">Kaart van 24 groepen en organisaties en 42 lijnen/)
  expect(svg).toContain('Raakt het dagelijks leven:')
  expect(svg).toContain('steunt')
  expect(svg).not.toMatch(/<script|on\w+=|href=/)
})

test('an artefact that is not there, and one that has no such file, is told at its field', async () => {
  const { file } = await world()
  for (const query of ['format=gexf&artefact=sh-none', 'format=gexf&artefact=ex-1']) {
    const answer = await file(query)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ field: 'artefact', code: 'no-such-artefact' }] })
  }
})

const bring = async (caller: Caller, workspace: string, id: string, rows: ImportRows, artefact = 'map-1') =>
  caller.call('importRows', { params: { workspace, artefact }, body: { id, title: 'lijst.csv', rows } })
const undo = async (caller: Caller, workspace: string, id: string) =>
  caller.call('undoImport', { params: { workspace, artefact: 'map-1', import: id } })
const party = (key: string, said: ImportRows['parties'][number]['said'], match: string | null = null) => ({
  key,
  id: null,
  match,
  said,
})
const mapIn = async (file: (query: string) => Promise<Response>) => {
  const kumu = (await (await file('format=kumu-json')).json()) as {
    elements: { id: string; label: string; Invloed?: number }[]
    connections: { id: string; from: string }[]
  }
  return {
    names: kumu.elements.map(({ label }) => label),
    influence: (id: string) => kumu.elements.find((each) => each.id === id)?.Invloed,
    idOf: (name: string) => kumu.elements.find(({ label }) => label === name)?.id ?? '',
    lines: kumu.connections.length,
  }
}
const rows: ImportRows = {
  parties: [
    party('a', { name: 'Imkers', influence: 2, tags: ['nieuw'] }),
    party('b', { influence: 5 }, 'sh-huisarts'),
    party('c', { name: 'Kerk', representedById: 'a' }),
  ],
  lines: [{ id: null, match: null, from: 'a', to: 'sh-huisarts', said: { type: 'advice', direction: 'directed' } }],
}

test('rows come in as one change, once, and are taken back by their id', async () => {
  const { lead, workspace, file } = await world()
  const before = await mapIn(file)
  const done = await bring(lead, workspace, 'im-1', rows)
  expect(done.status).toBe(201)
  expect(done.body).toMatchObject({ added: 3, changed: 1, undone: false })
  expect((await bring(lead, workspace, 'im-1', rows)).body).toMatchObject({ id: 'im-1', added: 3 })
  const after = await mapIn(file)
  expect(after.names).toEqual([...before.names, 'Imkers', 'Kerk'])
  expect(after.influence('sh-huisarts')).toBe(5)
  expect(after.lines).toBe(before.lines + 1)
  expect((await undo(lead, workspace, 'im-1')).body).toEqual({ removed: 3, restored: 1, kept: 0 })
  expect((await mapIn(file)).names).toEqual(before.names)
  expect((await mapIn(file)).influence('sh-huisarts')).toBe(before.influence('sh-huisarts'))
  expect((await undo(lead, workspace, 'im-1')).code).toBe('conflict')
  const { body } = await lead.call('imports', { params: { workspace, artefact: 'map-1' } })
  expect(body.imports).toMatchObject([{ id: 'im-1', title: 'lijst.csv', undone: true }])
})

test('what somebody changed since stays when an import is taken back', async () => {
  const { lead, workspace, file } = await world()
  await bring(lead, workspace, 'im-1', rows)
  const imkers = (await mapIn(file)).idOf('Imkers')
  await bring(lead, workspace, 'im-2', {
    parties: [party('x', { influence: 4 }, 'sh-huisarts'), party('y', { interest: 3 }, imkers)],
    lines: [],
  })
  expect((await undo(lead, workspace, 'im-1')).body).toEqual({ removed: 2, restored: 0, kept: 2 })
  expect((await mapIn(file)).names).toContain('Imkers')
  expect((await mapIn(file)).names).not.toContain('Kerk')
  expect((await mapIn(file)).influence('sh-huisarts')).toBe(4)
})

test('values that fit no field, rows that are gone, and other artefacts change nothing', async () => {
  const { lead, workspace, file } = await world()
  const before = await mapIn(file)
  const wrong: ImportRows[] = [
    { parties: [party('a', { name: 'A', influence: 9 })], lines: [] },
    { parties: [party('a', { name: 'A', __proto__x: 1 })], lines: [] },
    { parties: [party('a', { name: 'A', evidenceIds: ['ev-1'] })], lines: [] },
  ]
  for (const each of wrong) expect((await bring(lead, workspace, 'im-1', each)).code).toBe('invalid-input')
  const gone = { parties: [party('a', { influence: 1 }, 'sh-none')], lines: [] }
  expect((await bring(lead, workspace, 'im-1', gone)).code).toBe('conflict')
  expect((await bring(lead, workspace, 'im-1', rows, 'ex-1')).code).toBe('not-found')
  expect(await mapIn(file)).toMatchObject({ names: before.names, lines: before.lines })
})

test('an id that something else in the workspace has is not taken over, and a lock holds for imports too', async () => {
  const { lead, workspace, file } = await world()
  const taken = { ...party('a', { name: 'Nieuw' }), id: 'pr-1' }
  await bring(lead, workspace, 'im-1', { parties: [taken], lines: [] })
  expect((await mapIn(file)).idOf('Nieuw')).toMatch(/^sh-/)
  await lead.call('changeArtefact', { params: { workspace, artefact: 'map-1' }, body: { locked: true } })
  expect((await bring(lead, workspace, 'im-2', rows)).code).toBe('forbidden')
  expect((await undo(lead, workspace, 'im-1')).code).toBe('forbidden')
})
