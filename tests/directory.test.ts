import { expect, test } from 'vitest'
import { openDocument } from '#crdt/document.ts'
import { shape as mapShape } from '#artefacts/stakeholder-map/shape.ts'
import { workspaceShape } from '#domain/workspace.ts'
import { openMemory } from '../apps/server/storage/sqlite.ts'
import { db } from '../apps/server/storage/tables.ts'
import { createPlainRooms } from './support/plain-rooms.ts'
import { browserOf } from './support/caller.ts'
import { startServer } from './support/test-server.ts'
import type { Rooms } from '../apps/server/rooms-contract.ts'

// A server whose rooms the test can write in, as a connection would.
const withRooms = async (storage = openMemory()) => {
  const told = { events: [], closed: [] }
  const held: { rooms?: Rooms } = {}
  const server = await startServer({
    storage,
    createRooms: (parts) => (held.rooms = createPlainRooms(parts, told)),
  })
  const rooms = held.rooms
  if (!rooms) throw new Error('a server makes its rooms')
  return { server, rooms, told: told.events as { event: object }[], storage }
}

const author = { participantId: null, perspective: null }

const addStakeholder = (rooms: Rooms, workspace: string, map: string, name: string) =>
  rooms.write(workspace, map, author, (ydoc) => {
    const opened = openDocument(ydoc, mapShape)
    opened.change({ perspective: 'resident' }, (draft) => draft.stakeholders.add({ name }))
    opened.close()
  })

test('the directory follows what is committed, and everybody hears of it', async () => {
  const { server, rooms, told } = await withRooms()
  const ada = browserOf(server)
  const { body } = await ada.call('createWorkspace', {
    body: { title: 'Oud', language: 'nl', artefacts: ['stakeholder-map'] },
  })
  const id = body.workspace.id
  const view = async () => (await ada.call('workspace', { params: { workspace: id } })).body
  const map = (await view()).artefacts[0]?.id ?? ''
  await addStakeholder(rooms, id, map, 'Thuiszorg')
  await rooms.write(id, 'workspace', author, (ydoc) => {
    const opened = openDocument(ydoc, workspaceShape)
    opened.change({ perspective: '' }, (draft) => draft.title.set('Nieuw'))
    opened.close()
  })
  await server.app.settled()
  const { entries } = (await ada.call('directory', { params: { workspace: id } })).body
  expect(entries.map(({ label, document }) => [label, document])).toEqual([['Thuiszorg', map]])
  expect((await ada.call('me', {})).body.workspaces[0]?.title).toBe('Nieuw')
  const events = told.map(({ event }) => event)
  expect(events).toContainEqual({ type: 'change', topic: 'directory', documentId: map })
  expect(events).toContainEqual({ type: 'change', topic: 'workspace', documentId: 'workspace' })
  expect((await view()).artefacts[0]?.changedAt).toBeGreaterThan(0)
  await server.app.close()
})

test('a server that ended before it had read a change catches up after its start', async () => {
  const storage = openMemory()
  const { server, rooms } = await withRooms(storage)
  const ada = browserOf(server)
  const { body } = await ada.call('createWorkspace', {
    body: { title: 'A', language: 'nl', artefacts: ['stakeholder-map'] },
  })
  const id = body.workspace.id
  const map = (await ada.call('workspace', { params: { workspace: id } })).body.artefacts[0]?.id ?? ''
  await addStakeholder(rooms, id, map, 'Thuiszorg')
  await server.app.settled()
  await storage.tables.write([db.deleteFrom('directory').compile()])

  const second = await withRooms(storage)
  const cem = browserOf(second.server)
  await cem.call('enter', { body: { secret: body.facilitatorSecret } })
  await second.server.app.settled()
  const { entries } = (await cem.call('directory', { params: { workspace: id } })).body
  expect(entries.map(({ label }) => label)).toEqual(['Thuiszorg'])
  await second.server.app.close()
})
