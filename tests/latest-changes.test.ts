import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { connect } from '#client/connect.ts'
import type { ChangeTopic } from '#protocol/events.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { makeWorkspace, startLiveServer } from './support/live-server.ts'
import type { TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startLiveServer()
})
afterAll(() => server.stop())

test('what changed while a page was on its way is told to it, though nobody was there when it happened', async () => {
  const { ada, workspace, join } = await makeWorkspace(server)
  // Nobody has the workspace open yet: what the page would have read before this is old.
  await join('Bram')
  const room = formatRoom(workspace, 'workspace')
  const heard = new Set<ChangeTopic>()
  await new Promise<void>((resolve) => {
    const connection = connect({
      url: `${server.url.replace('http', 'ws')}/sync`,
      room,
      ydoc: new Y.Doc(),
      getTicket: async () => ({ ticket: (await ada.caller.call('ticket', { params: { room } })).body.ticket }),
      onEvent: (event) => {
        if (event.type !== 'change') return
        heard.add(event.topic)
        if (!heard.has('people')) return
        connection.close()
        resolve()
      },
    })
  })
  expect(heard).toContain('people')
})
