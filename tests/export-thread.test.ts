import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { models } from '#artefacts/models.ts'
import { tellersOf } from '#export/tellers.ts'
import { systemClock } from '../apps/server/clock.ts'
import { readWorkspaceFile } from '../apps/server/files.ts'
import { createRooms } from '../apps/server/rooms.ts'
import { exportThread } from '../apps/server/workspaces/export-thread.ts'
import { browserOf } from './support/caller.ts'
import { exampleFile, importedFrom, storedFrom } from './support/imported-source.ts'
import { startServer } from './support/test-server.ts'

const at = Date.UTC(2026, 10, 25)

test('the thread tells the letter and the counts as they are told here', { timeout: 60_000 }, async () => {
  const { source } = storedFrom(importedFrom(exampleFile()))
  const { tellers } = exportThread(new URL('../apps/server/export-worker.ts', import.meta.url), systemClock)
  const here = tellersOf(models)
  const letter = await tellers.letter(source, { locale: 'nl', at })
  expect(letter).toEqual(await here.letter(source, { locale: 'nl', at }))
  expect(letter.blocks.length).toBeGreaterThan(5)
  const counts = await tellers.counts(source, { session: 'se-1' })
  expect(counts).toEqual(await here.counts(source, { session: 'se-1' }))
  expect(counts.about).toEqual({ told: 1, all: 1 })
})

const hasThreads = existsSync('/proc/thread-self')

test.skipIf(!hasThreads)('the thread gives way to everything else of the server', { timeout: 60_000 }, async () => {
  const niceOf = (thread: string) =>
    Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ')[1]?.split(' ')[16])
  const before = niceOf(readlinkSync('/proc/thread-self').split('/').at(-1) ?? '')
  const { source } = storedFrom(importedFrom(exampleFile()))
  const { tellers } = exportThread(new URL('../apps/server/export-worker.ts', import.meta.url), systemClock)
  await tellers.counts(source, {})
  const all = readdirSync('/proc/self/task').map(niceOf)
  expect(all.filter((nice) => nice === 10 && nice !== before).length).toBeGreaterThan(0)
  expect(niceOf(readlinkSync('/proc/thread-self').split('/').at(-1) ?? '')).toBe(before)
})

test('a live session gets its word between two documents that are read for a file', async () => {
  const happened: string[] = []
  const server = await startServer({
    readWorkspaceFile,
    createRooms: (parts) => {
      const rooms = createRooms(parts)
      return {
        ...rooms,
        read: (workspace, document, read) => {
          happened.push(document)
          return rooms.read(workspace, document, read)
        },
      }
    },
  })
  const lead = browserOf(server)
  const { body } = await lead.call('importWorkspace', { query: {}, body: exampleFile() })
  // Once, so that every document is there, and the directory has read them too.
  await lead.call('outcomes', { params: { workspace: body.workspace.id }, query: {} })
  await server.app.settled()
  happened.length = 0
  const session = { isLive: true }
  const say = () => {
    happened.push('somebody writes')
    if (session.isLive) setImmediate(say)
  }
  setImmediate(say)
  await lead.call('outcomes', { params: { workspace: body.workspace.id }, query: {} })
  session.isLive = false
  await server.stop()
  const documents = happened.filter((each) => each !== 'somebody writes')
  expect(documents.length).toBeGreaterThan(5)
  const together = happened.filter(
    (each, n) => n > 0 && each !== 'somebody writes' && happened[n - 1] !== 'somebody writes',
  )
  expect(together).toEqual([])
})
