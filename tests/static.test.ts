import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'polder-web-'))
let server: TestServer
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Polder</title>')
  writeFileSync(join(folder, 'assets', 'main-abc.js'), `// ${'polder '.repeat(1000)}`)
  server = await startServer({ env: { WEB_DIR: folder } })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

test.each(['/', '/join', '/j/BCDF2345', '/w/abc/a/pr-1', '/f'])(
  '%s is a page of the app and kept by no cache',
  async (path) => {
    const answer = await fetch(server.url + path)
    expect(await answer.text()).toContain('<title>Polder</title>')
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  },
)

test('a file whose name holds its hash is kept for ever, and comes packed', async () => {
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${server.url}/assets/main-abc.js`, { headers: { 'accept-encoding': encoding } })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toContain('polder polder')
  }
  const plain = await fetch(`${server.url}/assets/main-abc.js`, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  const again = await fetch(`${server.url}/assets/main-abc.js`, {
    headers: { 'if-none-match': plain.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
})

test('no path leads out of the folder, and what is no file is no page', async () => {
  for (const path of [
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/nothing.js',
    '/api/nothing',
    '//evil.example/%5c',
  ])
    expect(await (await fetch(server.url + path)).text()).not.toContain('"dependencies"')
  expect((await fetch(`${server.url}/assets/nothing.js`)).status).toBe(404)
})
