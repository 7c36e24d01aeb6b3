import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DraftOf } from '#crdt/draft.ts'
import { shape as mapShape } from '#artefacts/stakeholder-map/shape.ts'
import { defaultPerspectives } from '#domain/perspective.ts'
import { openMemory } from '../apps/server/storage/sqlite.ts'
import { db } from '../apps/server/storage/tables.ts'
import type { Exporter, WorkspaceExport } from '../apps/server/workspaces/exporting.ts'
import type { ImportedWorkspace } from '#export/workspace-file/imported.ts'
import { browserOf } from './support/caller.ts'
import { startServer, type TestServer } from './support/test-server.ts'

// A file that was read already: reading and writing files is tested where it is done, in `packages/export`.
const file: ImportedWorkspace = {
  formatVersion: 1,
  title: 'Waterhof',
  language: 'nl',
  perspectives: defaultPerspectives('nl'),
  fillWorkspace: (draft) => {
    draft.title.set('Waterhof')
    draft.question.splice(0, 0, 'Hoe zorgen we voor meer contact?')
  },
  fillEvidence: () => undefined,
  documents: [
    {
      id: 'map-1',
      kind: 'stakeholder-map',
      title: 'Wie is erbij?',
      fill: (draft: DraftOf<typeof mapShape>) =>
        void draft.stakeholders.add({ name: 'Alleenwonende ouderen' }, { id: 'sh-ouderen' }),
    },
  ],
  sessions: [{ id: 'se-1', title: 'Eerste avond', fill: (draft) => void draft.cards.add({ text: 'Koffie' }) }],
  people: [
    {
      id: 'p-01',
      name: 'Ooievaar',
      perspective: 'resident',
      role: 'contributor',
      canRecord: false,
      stakeholderId: 'sh-ouderen',
      consent: '{}',
    },
  ],
  makers: [
    { item: 'sh-ouderen', participant: 'p-01' },
    { item: 'not-here', participant: 'p-01' },
  ],
  rows: {
    record: [{ collection: 'decisions', id: 'de-1', ord: 'a0', body: '{}' }],
    choice: [{ ballot: 'ba-1', receipt_hash: 'aa', perspective: 'resident', choice: '{"op-1":3}' }],
    voted: [{ ballot: 'ba-1', participant: 'p-01' }],
    estimate: [{ map: 'map-1', stakeholder: 'sh-ouderen', attribute: 'impact', participant: 'p-01', value: 5 }],
    exit_answer: [],
  },
  leftovers: [{ path: 'sessions/se-1/weather', value: 'zon' }],
}

let server: TestServer
const seen: WorkspaceExport[] = []
const exporter: Exporter = async (workspace, wish) => {
  seen.push(workspace)
  return {
    bytes: new TextEncoder().encode(`<p>${wish.locale}</p>`),
    type: 'text/html; charset=utf-8',
    name: 'Waterhof – één.html',
  }
}
beforeAll(async () => {
  server = await startServer({ exporters: { html: exporter }, readWorkspaceFile: () => ({ ok: true, value: file }) })
})
afterAll(() => server.stop())

const importOne = async () => {
  const ada = browserOf(server)
  const made = await ada.call('importWorkspace', { query: {}, body: { format: 'any' } })
  expect(made.status).toBe(201)
  return { ada, made, id: made.body.workspace.id }
}

describe('an imported workspace', () => {
  test('is led by whoever brought it; its people have names and no way in', async () => {
    const { ada, made, id } = await importOne()
    expect(made.body.leftovers).toEqual(['sessions/se-1/weather'])
    const view = await ada.call('workspace', { params: { workspace: id } })
    expect(view.body.workspace).toMatchObject({
      title: 'Waterhof',
      question: 'Hoe zorgen we voor meer contact?',
      leftovers: 1,
    })
    expect(view.body.artefacts).toMatchObject([{ id: 'map-1', title: 'Wie is erbij?' }])
    const people = await ada.call('people', { params: { workspace: id } })
    expect(people.body.people).toContainEqual({
      id: 'p-01',
      name: 'Ooievaar',
      perspective: 'resident',
      role: 'contributor',
      canRecord: false,
      stakeholderId: 'sh-ouderen',
      claimed: false,
      present: false,
    })
  })

  test('is counted whole at once, before the directory has caught up', async () => {
    const { ada, id } = await importOne()
    const outcomes = await ada.call('outcomes', { params: { workspace: id }, query: {} })
    expect(outcomes.body.counts['stakeholder-map']).toEqual({ told: 1, all: 1 })
  })

  test('has its names in the directory and its makers in their table, and votes in no document', async () => {
    const { ada, id } = await importOne()
    await server.app.settled()
    const directory = await ada.call('directory', { params: { workspace: id } })
    expect(directory.body.entries).toMatchObject([
      { id: 'sh-ouderen', kind: 'stakeholder', label: 'Alleenwonende ouderen', document: 'map-1' },
    ])
    const activity = await ada.call('activity', { params: { workspace: id } })
    expect(activity.body.contributions).toMatchObject([
      { itemId: 'sh-ouderen', participantId: 'p-01', perspective: 'resident', label: 'Alleenwonende ouderen' },
    ])
    const { tables, log } = server.storage
    expect(await tables.read(db.selectFrom('choice').selectAll().where('workspace', '=', id).compile())).toHaveLength(1)
    expect(await tables.read(db.selectFrom('estimate').selectAll().where('workspace', '=', id).compile())).toHaveLength(
      1,
    )
    for (const document of ['workspace', 'evidence', 'map-1']) {
      const { tail } = await log.load(`${id}.${document}`)
      const text = tail.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join('')
      expect(text).not.toMatch(/Ooievaar|op-1/)
    }
  })

  test('twice is two workspaces with the same items', async () => {
    const [one, two] = [await importOne(), await importOne()]
    expect(one.id).not.toBe(two.id)
    expect(one.made.body.joinCode).not.toBe(two.made.body.joinCode)
  })

  test('leaves nothing behind when it fails half way', async () => {
    const storage = openMemory()
    const broken: ImportedWorkspace = {
      ...file,
      fillEvidence: () => {
        throw new Error('no')
      },
    }
    const failing = await startServer({ storage, readWorkspaceFile: () => ({ ok: true, value: broken }) })
    const answer = await browserOf(failing).call('importWorkspace', { query: {}, body: {} })
    expect(answer.code).toBe('broken')
    expect(await storage.tables.read(db.selectFrom('workspace').select(['state', 'join_code']).compile())).toEqual([
      { state: 'removed', join_code: null },
    ])
    await failing.stop()
  })
})

describe('a file that is refused', () => {
  const send = (url: string, text: string) =>
    fetch(`${url}/api/workspaces/import`, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json' },
    })

  test('says where it is wrong', async () => {
    const errors = [{ field: 'problems.0.title', code: 'required' }]
    const refusing = await startServer({
      readWorkspaceFile: () => ({ ok: false, reason: 'unknown-format-version', errors }),
    })
    expect(await (await send(refusing.url, '{}')).json()).toMatchObject({
      code: 'unknown-format-version',
      status: 400,
      errors,
    })
    await refusing.stop()
  })

  test('is malformed when it is no JSON, cut off, nested too deep or no text', async () => {
    for (const text of ['', '{"a":', 'x', `${'['.repeat(100_000)}${']'.repeat(100_000)}`])
      expect(await (await send(server.url, text)).json()).toMatchObject({ code: 'malformed-import', status: 400 })
    const answer = await fetch(`${server.url}/api/workspaces/import`, {
      method: 'POST',
      body: new Uint8Array([255, 254]),
      headers: { 'content-type': 'application/json' },
    })
    expect(await answer.json()).toMatchObject({ code: 'malformed-import' })
  })

  test('is too large beyond the limit, and the limit is for files only', async () => {
    const small = await startServer({ env: { LIMIT_IMPORT_BYTES: '2000' } })
    expect(await (await send(small.url, JSON.stringify('x'.repeat(3000)))).json()).toMatchObject({
      code: 'import-too-large',
      status: 413,
    })
    await small.stop()
  })

  test('counts: thirty in an hour for each address', async () => {
    const few = await startServer({ env: { LIMIT_IMPORTS_PER_HOUR: '1' } })
    expect((await (await send(few.url, '{}')).json()) as unknown).toMatchObject({ code: 'malformed-import' })
    const second = await send(few.url, '{}')
    expect(second.status).toBe(429)
    expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(3000)
    await few.stop()
  })
})

describe('an export', () => {
  test('hands the writer all documents and rows, and the browser a file', async () => {
    const { ada, id } = await importOne()
    await server.app.settled()
    const answer = await ada.fetch(`/api/workspaces/${id}/export?format=html&lang=en`)
    expect(await answer.text()).toBe('<p>en</p>')
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="Waterhof-een.html"; filename*=UTF-8''Waterhof%20%E2%80%93%20%C3%A9%C3%A9n.html`,
    )
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'unsafe-inline'.*sandbox$/,
    )
    const given = seen.at(-1)
    expect(given?.artefacts).toMatchObject([
      { id: 'map-1', kind: 'stakeholder-map', content: { stakeholders: [{ id: 'sh-ouderen' }] } },
    ])
    expect(given?.rows).toMatchObject({
      choice: [{ ballot: 'ba-1' }],
      item_maker: [{ item: 'sh-ouderen', participant: 'p-01' }],
      leftover: [{ path: 'sessions/se-1/weather' }],
    })
    expect(given?.people.find((person) => person.id === 'p-01')).toMatchObject({ name: 'Ooievaar', consent: '{}' })
  })

  test('is shown in place when asked, without names to who may not have them, and not without end', async () => {
    const { ada, id, made } = await importOne()
    const bram = browserOf(server)
    await bram.call('join', { body: { code: made.body.joinCode, name: 'Bram', perspective: 'policy' } })
    const ask = (caller: typeof ada, query: object = {}) =>
      caller.call('export', { params: { workspace: id }, query: { format: 'html', ...query } })
    expect((await ask(ada, { inline: '1' })).headers.get('content-disposition')).toMatch(/^inline/)
    expect((await ask(ada, { names: '1' })).status).toBe(200)
    expect((await ask(bram, { names: '1' })).code).toBe('forbidden')
    expect((await ask(bram, { format: 'docx' })).problem.errors).toEqual([{ field: 'format', code: 'not-made-yet' }])
    for (let count = 0; count < 20; count += 1) expect((await ask(bram)).status).toBe(200)
    expect((await ask(bram)).code).toBe('too-many-requests')
  })
})
