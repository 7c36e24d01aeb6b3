import { afterAll, beforeAll, expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { readWorkspaceFile } from '#export/workspace-file/read-file.ts'
import { db } from '../apps/server/storage/tables.ts'
import { browserOf } from './support/caller.ts'
import { choosingWorld } from './support/choosers.ts'
import { startServer, type TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    exporters: exportersOf(models),
    readWorkspaceFile: (file) => readWorkspaceFile(file, models),
    env: { LIMIT_COMMANDS_PER_SECOND: '1000' },
  })
})
afterAll(() => server.stop())

const world = async () => {
  const made = await choosingWorld(server)
  const { lead, workspace, join } = made
  await lead.call('createArtefact', { params: { workspace }, body: { kind: 'problem-statement' } })
  const { body } = await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })
  const params = { workspace, session: body.id }
  await lead.call('startSession', { params, body: { promise: 'De raad antwoordt.' } })
  const ada = await join('Kanarienaam')
  const link = async () => (await lead.call('makeHallLink', { params })).body.secret
  return { ...made, params, ada, link }
}

test('a hall computer shows the session as nobody, and reads no name and no artefact', async () => {
  const { workspace, params, ada, link, lead, open } = await world()
  await open()
  await ada.caller.call('addRecord', {
    params: { workspace, collection: 'actions' },
    body: { value: { text: 'Buren vragen' } },
  })
  const screen = browserOf(server)
  const opened = await screen.call('openHall', { body: { secret: await link() } })
  expect(opened.body).toEqual({ workspace, session: params.session })
  const inWorkspace = { params: { workspace } }
  const view = await screen.call('workspace', inWorkspace)
  expect(view.body.me).toMatchObject({ role: 'screen', name: null })
  expect((await screen.call('people', inWorkspace)).body.people).toEqual([])
  const seen = [
    view.body,
    (await screen.call('directory', inWorkspace)).body,
    (await screen.call('activity', inWorkspace)).body,
    (await screen.call('session', { params })).body,
    (await screen.call('ballots', inWorkspace)).body,
    (await screen.call('records', { params: { workspace, collection: 'actions' } })).body,
  ]
  expect(JSON.stringify(seen)).toContain('Buren vragen')
  expect(JSON.stringify(seen)).not.toContain('Kanarienaam')
  const room = async (document: string) =>
    (await screen.call('ticket', { params: { room: `${workspace}.${document}` } })).code
  const artefact = view.body.artefacts[0]?.id ?? ''
  expect([await room('workspace'), await room(params.session)]).toEqual([undefined, undefined])
  expect([await room('evidence'), await room(artefact)]).toEqual(['forbidden', 'forbidden'])
  for (const file of ['json', 'html'])
    expect((await screen.fetch(`/api/workspaces/${workspace}/export?format=${file}`)).status).toBe(403)
  // It is in no list of people, no file, and no list of one's own workspaces.
  const { people } = (await lead.call('people', inWorkspace)).body
  expect(new Set(people.map(({ name }) => name))).toEqual(new Set(['Begeleider', 'Kanarienaam']))
  const file = await (await lead.fetch(`/api/workspaces/${workspace}/export?format=json`)).text()
  expect(file).not.toContain('"screen"')
  expect((await screen.call('me', {})).body.workspaces).toEqual([])
})

test('a hall computer is told the quotes for the wall, and nothing of what is sensitive or of who brought what', async () => {
  const lead = browserOf(server)
  const evidence = [
    { id: 'ev-1', kind: 'quote', text: 'Op zondag praat ik met de radio', sensitive: false },
    { id: 'ev-2', kind: 'quote', text: 'Mijn buurman van nummer acht drinkt', sensitive: true },
  ]
  const file = { format: 'polder-workspace', formatVersion: 2, language: 'nl', workspace: { title: 'Samen' }, evidence }
  const workspace = (await lead.call('importWorkspace', { query: {}, body: file })).body.workspace.id
  const session = (await lead.call('createSession', { params: { workspace }, body: { template: 'tpl-problem' } })).body
    .id
  const { secret } = (await lead.call('makeHallLink', { params: { workspace, session } })).body
  const screen = browserOf(server)
  await screen.call('openHall', { body: { secret } })
  const told = async (caller: typeof lead) => {
    const { entries } = (await caller.call('directory', { params: { workspace } })).body
    return entries.flatMap(({ kind, label }) => (kind === 'evidence' ? [label] : []))
  }
  // The directory follows a moment behind what was committed.
  await server.app.settled()
  expect(await told(lead)).toHaveLength(2)
  expect(await told(screen)).toEqual(['Op zondag praat ik met de radio'])
  expect((await screen.call('activity', { params: { workspace } })).body).toEqual({ contributions: [] })
})

test('a link that was taken back, or made anew, closes what it opened', async () => {
  const { workspace, params, link, lead } = await world()
  const [first, second] = [browserOf(server), browserOf(server)]
  const old = await link()
  await first.call('openHall', { body: { secret: old } })
  expect((await first.call('session', { params })).code).toBeUndefined()
  const fresh = await link()
  expect((await first.call('session', { params })).code).toBe('removed')
  expect((await second.call('openHall', { body: { secret: old } })).code).toBe('unknown-code')
  await second.call('openHall', { body: { secret: fresh } })
  expect((await second.call('workspace', { params: { workspace } })).code).toBeUndefined()
  await lead.call('revokeHallLink', { params })
  expect((await second.call('workspace', { params: { workspace } })).code).toBe('removed')
  expect((await browserOf(server).call('openHall', { body: { secret: fresh } })).code).toBe('unknown-code')
})

test('the computer of somebody who takes part stays theirs', async () => {
  const { workspace, params, link, lead, ada } = await world()
  const secret = await link()
  for (const [caller, role] of [
    [lead, 'facilitator'],
    [ada.caller, 'contributor'],
  ] as const) {
    const opened = await caller.call('openHall', { body: { secret } })
    expect(opened.body.session).toBe(params.session)
    expect((await caller.call('workspace', { params: { workspace } })).body.me.role).toBe(role)
  }
  // And the secret is in no row as itself.
  const rows = await server.storage.tables.read(db.selectFrom('capability').selectAll().compile())
  expect(JSON.stringify(rows)).not.toContain(secret)
})
