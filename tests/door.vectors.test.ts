import { connect as openStream } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { encodeStep1, encodeUpdate, messageTypes, subprotocol, ticketPrefix } from '#protocol/messages.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { browserOf } from './support/caller.ts'
import { updateOf } from './support/hostile.ts'
import { makeWorkspace, startLiveServer, type Person } from './support/live-server.ts'
import { openDoor } from '../apps/server/door.ts'
import { createRooms } from '../apps/server/rooms.ts'
import { startServer, type TestServer } from './support/test-server.ts'

// The threats at the door, each under its number, against the server as it listens.

let server: TestServer
beforeAll(async () => {
  server = await startLiveServer({ LIMIT_COMMANDS_PER_SECOND: '1000' })
})
afterAll(() => server.stop())

type Knock = { readonly ticket?: string; readonly options?: object; readonly room: string }
type Seen = { readonly bytes: number; readonly end: number | 'refused' | 'open' }

/** Opens a socket, does something, and says how it ended and how many bytes came; `open` when it still stands. */
const knock = (
  { ticket, options = {}, room }: Knock,
  act: (socket: WebSocket) => void = () => undefined,
  at: { readonly url: string } = server,
) =>
  new Promise<Seen>((resolve) => {
    const protocols = [subprotocol, ...(ticket === undefined ? [] : [ticketPrefix + ticket])]
    const socket = new WebSocket(`${at.url.replace('http', 'ws')}/sync/${room}`, protocols, options)
    let bytes = 0
    const done = (end: Seen['end']) => {
      clearTimeout(timer)
      resolve({ bytes, end })
      socket.terminate()
    }
    const timer = setTimeout(() => done('open'), 1500)
    socket.on('open', () => act(socket))
    socket.on('message', (data: Buffer) => void (bytes += data.length))
    socket.on('close', (code) => done(code))
    socket.on('error', () => done('refused'))
  })

const ticketOf = async (person: Person, room: string): Promise<string> =>
  (await person.caller.call('ticket', { params: { room } })).body.ticket

const mapOf = async () => {
  const made = await makeWorkspace(server)
  return { ...made, room: formatRoom(made.workspace, made.artefact('stakeholder-map')) }
}
const figure = async (name: string): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)
}

test('A1: a page of another site opens no socket, whatever cookie goes along, and no stolen ticket helps', async () => {
  const { room } = await mapOf()
  const visitor = browserOf(server)
  await visitor.call('createWorkspace', { body: { title: 'A', language: 'nl' } })
  const cookie = visitor.cookie() ?? ''
  const { ada } = await makeWorkspace(server)
  const stolen = await ticketOf(ada, formatRoom(ada.workspace, 'workspace'))
  for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`, `${server.url}@evil.example`]) {
    const seen = await knock({ room, ticket: stolen, options: { headers: { origin, cookie } } })
    expect([origin, seen]).toEqual([origin, { bytes: 0, end: 'refused' }])
  }
  expect(await knock({ room, ticket: stolen, options: { headers: { cookie } } })).toEqual({ bytes: 0, end: 'refused' })
  // Of another room, and of another session.
  expect((await knock({ room, ticket: stolen, options: { origin: server.url } })).end).toBe(4401)
})

test('A2: who has no ticket opens no room, however much they send', async () => {
  const { room } = await mapOf()
  const before = await figure('polder_rooms')
  const frame = encodeUpdate(updateOf((ydoc) => ydoc.getMap('values').set('title', 'x')))
  const seen = await knock({ room, ticket: 'made-up' }, (socket) => {
    for (let at = 0; at < 1000; at += 1) socket.send(frame)
  })
  expect(seen).toEqual({ bytes: 0, end: 4401 })
  expect(await figure('polder_rooms')).toBe(before)
})

test('A3: who is removed, or made an observer, is out within a second, on the socket that stands', async () => {
  const { ada, join, room, workspace } = await mapOf()
  for (const act of ['remove', 'demote'] as const) {
    const bram = await join(act)
    const ticket = await ticketOf(bram, room)
    const params = { workspace, participant: bram.id }
    const start = performance.now()
    const { end } = await knock({ room, ticket }, () => {
      if (act === 'remove') void ada.caller.call('removePerson', { params })
      else void ada.caller.call('changePerson', { params, body: { role: 'observer' } })
    })
    expect([act, end]).toEqual([act, 4403])
    expect(performance.now() - start).toBeLessThan(1500)
  }
})

test('A5: rooms that are not there, or not yours, answer alike, and asking makes none', async () => {
  const { ada } = await mapOf()
  const other = await mapOf()
  const before = await figure('polder_rooms')
  const random = () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
  const rooms = [other.room, ...Array.from({ length: 100 }, () => formatRoom(random(), 'workspace'))]
  const answers = new Set<string>()
  for (const room of rooms) {
    const { status, code } = await ada.caller.call('ticket', { params: { room } })
    answers.add(`${status} ${code}`)
  }
  expect([...answers]).toHaveLength(1)
  expect(await figure('polder_rooms')).toBe(before)
})

test('A6: no secret of a whole visit stands in the log, in an address, or on another’s wire', async () => {
  const { body } = await browserOf(server).call('createWorkspace', { body: { title: 'Geheim', language: 'nl' } })
  const joined = await browserOf(server).call('join', {
    body: { code: body.joinCode, name: 'Ada', perspective: 'resident' },
  })
  const { ada, room } = await mapOf()
  const ticket = await ticketOf(ada, room)
  let wire = ''
  await knock({ room, ticket }, (socket) => {
    socket.send(encodeStep1(Uint8Array.of(0)))
    socket.on('message', (data: Buffer) => void (wire += data.toString('latin1')))
  })
  const secrets = [body.facilitatorToken, body.joinCode, joined.body.token, joined.body.returnCode, ticket]
  const told = server.logged.join('\n') + wire
  for (const secret of secrets) expect(told.includes(secret)).toBe(false)
  expect(wire.length).toBeGreaterThan(100)
})

test('A8: fragments without end, a frame that is too large and headers without end cost one connection', async () => {
  const { ada, room } = await mapOf()
  const fragments = await knock({ room, ticket: await ticketOf(ada, room) }, (socket) => {
    for (let at = 0; at < 500; at += 1) socket.send(Uint8Array.of(at % 256), { fin: false })
  })
  expect(fragments.end).not.toBe('open')
  const large = await knock({ room, ticket: await ticketOf(ada, room) }, (socket) =>
    socket.send(new Uint8Array(9_000_000)),
  )
  expect(large.end).toBe(1009)
  const many = Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`x-${at}`, 'x'.repeat(20)]))
  expect((await knock({ room, options: { headers: many } })).end).toBe('refused')
  const half = Array.from({ length: 100 }, () => {
    const stream = openStream(Number(new URL(server.url).port), '127.0.0.1')
    stream.on('error', () => undefined)
    stream.write(`GET /sync/${room} HTTP/1.1\r\nHost: x\r\nUpgr`)
    return stream
  })
  const honest = await knock({ room, ticket: await ticketOf(ada, room) }, (socket) =>
    socket.send(encodeStep1(Uint8Array.of(0))),
  )
  expect(honest.end).toBe('open')
  expect(honest.bytes).toBeGreaterThan(100)
  for (const stream of half) stream.destroy()
})

test('A10: a ticket opens the room that it was given for, and no other of the same workspace', async () => {
  const { ada, room, workspace, artefact } = await mapOf()
  const elsewhere = formatRoom(workspace, artefact('problem-statement'))
  expect((await knock({ room: elsewhere, ticket: await ticketOf(ada, room) })).end).toBe(4401)
})

test('A12: what an observer can read holds nothing that grants more', async () => {
  const { body } = await browserOf(server).call('createWorkspace', { body: { title: 'A', language: 'nl' } })
  const params = { workspace: body.workspace.id }
  const { ada, join, workspace } = await mapOf()
  const bram = await join('Bram')
  await ada.caller.call('changePerson', { params: { workspace, participant: bram.id }, body: { role: 'observer' } })
  const view = await bram.caller.call('workspace', { params: { workspace } })
  expect(view.status).toBe(200)
  const file = await bram.caller.fetch(`/api/workspaces/${workspace}/export?format=json`)
  const readable = JSON.stringify(view.body) + (await file.text())
  for (const secret of [body.facilitatorToken, body.joinCode]) expect(readable.includes(secret)).toBe(false)
  const own = await ada.caller.call('workspace', { params: { workspace } })
  expect(own.body.workspace.joinCode ?? '').not.toBe('')
  expect(readable).not.toContain(own.body.workspace.joinCode)
  expect((await bram.caller.call('workspace', { params })).status).not.toBe(200)
})

test('A14: no header of a stranger changes who is counted', async () => {
  const guess = (at: number) =>
    fetch(`${server.url}/api/join/BBBB${'BCDF'.slice(0, 3)}${'BCDFGHJKMN'.charAt(at % 10)}`, {
      headers: { 'x-forwarded-for': `10.0.${at}.1`, 'cf-connecting-ip': `10.1.${at}.1`, forwarded: `for=10.2.${at}.1` },
    })
  const codes: number[] = []
  for (let at = 0; at < 20; at += 1) codes.push((await guess(at)).status)
  expect(codes.filter((status) => status === 429).length).toBeGreaterThanOrEqual(8)
})

test('A15: a fault of ours in one frame ends one connection; the room, the others and the process go on', async () => {
  const faulty = await startServer({
    openDoor,
    createRooms: (parts) => {
      const rooms = createRooms(parts)
      const join: typeof rooms.join = (socket, visit) => {
        const inlet = rooms.join(socket, visit)
        const receive = (frame: Uint8Array) => {
          if (frame[0] === messageTypes.queryAwareness) throw new Error('a fault of ours')
          inlet.receive(frame)
        }
        return { ...inlet, receive }
      }
      return { ...rooms, join }
    },
  })
  const { ada, join, artefact, workspace } = await makeWorkspace(faulty)
  const room = formatRoom(workspace, artefact('stakeholder-map'))
  const bram = await join('Bram')
  const [first, second, third] = [await ticketOf(ada, room), await ticketOf(bram, room), await ticketOf(bram, room)]
  const ask = (socket: WebSocket) => socket.send(encodeStep1(Uint8Array.of(0)))
  const honest = knock({ room, ticket: second }, ask, faulty)
  const seen = await knock({ room, ticket: first }, (socket) => socket.send(Uint8Array.of(3)), faulty)
  expect(seen.end).toBe(1011)
  expect((await honest).end).toBe('open')
  expect((await knock({ room, ticket: third }, ask, faulty)).bytes).toBeGreaterThan(100)
  expect(faulty.logged.some((line) => line.includes('frame-failed'))).toBe(true)
  await faulty.stop()
})
