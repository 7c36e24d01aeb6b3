import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import { browserOf } from './support/caller.ts'
import { startServerProcess } from './support/server.ts'

test('a server that was killed starts again with everything that it answered', async () => {
  const server = await startServerProcess({ fromSource: true })
  const ada = browserOf(server)
  const { body } = await ada.call('createWorkspace', { body: { title: 'Samen', language: 'nl' } })
  const bram = browserOf(server)
  await bram.call('join', { body: { code: body.joinCode, name: 'Bram', perspective: 'policy' } })
  await server.kill()
  await server.restart()
  const params = { workspace: body.workspace.id }
  expect((await ada.call('workspace', { params })).body.workspace.title).toBe('Samen')
  expect((await bram.call('people', { params })).body.people.map(({ name }) => name)).toContain('Bram')
  await server.stop()
})

test('a server that is asked to stop stops cleanly, and says so to nobody who does not ask', async () => {
  const server = await startServerProcess({ fromSource: true })
  await server.kill('SIGTERM')
  expect(server.exit()).toEqual({ code: 0, signal: null })
  expect(server.output().trim()).toBe(`Polder draait op ${server.url} · Polder is running at ${server.url}`)
  await server.stop()
})

test('a port that is taken is said in plain words', async () => {
  const taken = await new Promise<Server>((resolve) => {
    const holder = createServer().listen(0, () => resolve(holder))
  })
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startServerProcess({ fromSource: true, port })).rejects.toThrow(
    `ended with 1: Port ${port} is in use by another program.`,
  )
  taken.close()
})

test('what cannot be right in the environment is said in plain words', async () => {
  await expect(startServerProcess({ fromSource: true, env: { PUBLIC_URL: 'polder' } })).rejects.toThrow(
    'PUBLIC_URL must be an address',
  )
})
