import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDocument } from '#crdt/document.ts'
import { sessionShape } from '#domain/session.ts'
import type { Rooms } from '../apps/server/rooms-contract.ts'
import { db } from '../apps/server/storage/tables.ts'
import { choosingWorld } from './support/choosers.ts'
import type { TestServer } from './support/test-server.ts'
import { startWithRooms } from './support/with-rooms.ts'

let server: TestServer
let rooms: Rooms
beforeAll(async () => {
  ;({ server, rooms } = await startWithRooms())
})
afterAll(() => server.stop())

test('a text that a scribe writes down carries the group of whoever said it, and nobody as its maker', async () => {
  const { lead, workspace, join } = await choosingWorld(server)
  const { body: session } = await lead.call('createSession', {
    params: { workspace },
    body: { template: 'tpl-problem' },
  })
  const activity = session.steps[1]?.id ?? ''
  const [scribe, other] = [await join('Sam'), await join('Ada')]
  const write = ({ caller }: typeof scribe, id: string, perspective?: string) =>
    caller.call('putDraft', {
      params: { workspace, activity, draft: id },
      body: { session: session.id, text: `Tekst ${id}`, promise: 'none', perspective },
    })
  await lead.call('changePerson', { params: { workspace, participant: scribe.id }, body: { canRecord: true } })

  expect((await write(other, 'ca-ander', 'policy')).code).toBe('forbidden')
  expect((await write(scribe, 'ca-geen', 'bestaat-niet')).problem.errors).toEqual([
    { field: 'perspective', code: 'unknown' },
  ])
  expect((await write(scribe, 'ca-gezegd', 'policy')).status).toBe(200)
  expect((await write(scribe, 'ca-eigen')).status).toBe(200)
  // Who changes the words later does not change whose they are.
  expect((await write(scribe, 'ca-gezegd')).status).toBe(200)
  await lead.call('revealDrafts', { params: { workspace, activity }, body: { session: session.id, evenFew: true } })

  const read = await rooms.read(workspace, session.id, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    const { cards } = opened.content()
    opened.close()
    return cards.map(({ id, by }) => ({ id, by })).toSorted((a, b) => a.id.localeCompare(b.id))
  })
  expect(read.ok && read.value).toEqual([
    { id: 'ca-eigen', by: 'resident' },
    { id: 'ca-gezegd', by: 'policy' },
  ])
  const makers = await server.storage.tables.read(
    db.selectFrom('item_maker').selectAll().where('workspace', '=', workspace).orderBy('item').compile(),
  )
  expect(makers).toMatchObject([{ participant: scribe.id }, { participant: null, perspective: 'policy' }])
})
