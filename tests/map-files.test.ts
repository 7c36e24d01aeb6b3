import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { createRooms } from '../apps/server/rooms.ts'
import { browserOf } from './support/caller.ts'
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
