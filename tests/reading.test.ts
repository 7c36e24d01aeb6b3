import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { browserOf, type Caller } from './support/caller.ts'
import { readWorkspaceFile } from '../apps/server/files.ts'
import { startServer, type TestServer } from './support/test-server.ts'

const example: object = JSON.parse(
  readFileSync(new URL('../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
) as object // our own file

let server: TestServer
beforeAll(async () => {
  const html = async () => ({ bytes: new Uint8Array([1]), type: 'text/html', name: 'a.html' })
  server = await startServer({ readWorkspaceFile, exporters: { html } })
})
afterAll(() => server.stop())

const opened = async () => {
  const ada = browserOf(server)
  const { body } = await ada.call('importWorkspace', { query: {}, body: example })
  const params = { workspace: body.workspace.id }
  const made = await ada.call('makeReadingLink', { params })
  return { ada, params, secret: made.body.secret }
}
const read = (caller: Caller, secret: string, lang?: 'nl' | 'en') =>
  caller.call('readLetter', { body: { secret, ...(lang ? { lang } : {}) } })

test('everybody sees which files were made and whether names were in them; looking first is no making', async () => {
  const { ada, params } = await opened()
  const make = (query: { readonly names?: '0' | '1'; readonly inline?: '1' }) =>
    ada.call('export', { params, query: { format: 'html', ...query } })
  await make({ inline: '1' })
  await make({})
  await make({ names: '1' })
  const { body } = await ada.call('exportsMade', { params })
  expect(body.exports.map(({ format, names }) => `${format} ${names}`).toSorted()).toEqual(['html false', 'html true'])
})

describe('the reading link', () => {
  test('shows anybody what was decided and answered, in the language that they read', async () => {
    const { secret } = await opened()
    const stranger = browserOf(server)
    const { body } = await read(stranger, secret)
    expect(body).toMatchObject({ title: 'Samen minder alleen in Waterhof', language: 'nl' })
    const words = JSON.stringify(body.blocks)
    expect(words).toContain('Dit is besloten')
    expect(words).toContain('Het meldpunt komt niet')
    expect(JSON.stringify((await read(stranger, secret, 'en')).body.blocks)).toContain('This was decided')
  })

  test('tells no name, no vote of one, no code and no way in', async () => {
    const { ada, params, secret } = await opened()
    const stranger = browserOf(server)
    const text = JSON.stringify((await read(stranger, secret)).body)
    const { body } = await ada.call('people', { params })
    for (const { name } of body.people) expect(text).not.toContain(`"${name ?? '?'}`)
    const { body: seen } = await ada.call('workspace', { params })
    for (const hidden of [secret, seen.workspace.joinCode ?? '?', params.workspace]) expect(text).not.toContain(hidden)
    // Reading lets nobody in: neither does the answer set a cookie, nor does the secret open another door.
    expect((await stranger.call('workspace', { params })).code).toBe('signed-out')
    expect((await stranger.call('enter', { body: { secret } })).code).toBe('unknown-code')
  })

  test('works until it is taken away, and a new one takes the place of the old', async () => {
    const { ada, params, secret } = await opened()
    expect((await ada.call('exportsMade', { params })).body.readingSince).toEqual(expect.any(Number))
    const { body } = await ada.call('makeReadingLink', { params })
    const stranger = browserOf(server)
    expect((await read(stranger, secret)).code).toBe('unknown-code')
    expect((await read(stranger, body.secret)).code).toBeUndefined()
    await ada.call('revokeReadingLink', { params })
    expect((await read(stranger, body.secret)).code).toBe('unknown-code')
    expect((await ada.call('exportsMade', { params })).body.readingSince).toBeNull()
  })

  test('a facilitator link is no reading link, and guessing is counted', async () => {
    const { ada, params } = await opened()
    const lead = await ada.call('makeFacilitatorLink', { params })
    const stranger = browserOf(server)
    expect((await read(stranger, lead.body.secret)).code).toBe('unknown-code')
    const codes = []
    for (let n = 0; n < 12; n += 1) codes.push((await read(stranger, `wrong-${n}`)).code)
    expect(codes).toContain('too-many-attempts')
  })
})
