import { subprotocol, ticketPrefix } from '#protocol/messages.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { browserOf, programOf } from '../support/caller.ts'
import { startServerProcess, type ServerProcess } from '../support/server.ts'
import { startProgram } from './processes.ts'

/** Where a socket opens, and whether whoever sits there does something. */
export type Where = { readonly url: string; readonly protocols: readonly string[]; readonly acts: boolean }

/** A server that is measured, in a process of its own. */
export type Subject = {
  readonly name: string
  readonly speaks: 'ours' | 'standard'
  readonly pid: () => number
  /** Opens a room that nobody used yet to so many people, of whom the first few act. */
  readonly enter: (people: number, acting: number) => Promise<readonly Where[]>
  /** As many rooms, each of so few people, of whom one acts. */
  readonly enterMany: (rooms: number, people: number) => Promise<readonly Where[]>
  readonly stop: () => Promise<void>
}

const high = '1000000'
const madeAtOnce = 50

/** Our server as people run it, with its limits out of the way of a load that comes from one address. */
export const startPolder = (env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> =>
  startServerProcess({
    env: {
      LIMIT_COMMANDS_PER_SECOND: high,
      LIMIT_JOINS_PER_SECOND: high,
      LIMIT_FRAMES_PER_SECOND: high,
      LIMIT_FRAMES_BURST: high,
      LIMIT_SOCKETS_PER_PARTICIPANT: high,
      LIMIT_TICKET_SECONDS: '300',
      ...env,
    },
  })

/** A ticket for each of these tokens, as the places of a room. */
export const placesIn = async (
  server: ServerProcess,
  room: string,
  tokens: readonly string[],
  acting: number,
): Promise<readonly Where[]> => {
  const ticketOf = async (token: string) =>
    (await programOf(server, token).call('ticket', { params: { room } })).body.ticket
  const tickets = await Promise.all(tokens.map(ticketOf))
  return tickets.map((ticket, at) => ({
    url: `${server.url.replace('http', 'ws')}/sync/${room}`,
    protocols: [subprotocol, ticketPrefix + ticket],
    acts: at < acting,
  }))
}

export const newWorkspace = async (server: ServerProcess) => {
  const { body, status } = await browserOf(server).call('createWorkspace', { body: { title: 'Bench', language: 'nl' } })
  if (status !== 201) throw new Error(`no workspace: ${status}`)
  return { id: body.workspace.id, code: body.joinCode, token: body.facilitatorToken }
}

export const polder = async (env: Readonly<Record<string, string>> = {}): Promise<Subject> => {
  const server = await startPolder(env)
  const workspace = await newWorkspace(server)
  const people: string[] = []
  return {
    name: 'polder',
    speaks: 'ours',
    pid: server.pid,
    stop: server.stop,
    enter: async (count, acting) => {
      for (let at = people.length; at < count; at += 1) {
        const who = { code: workspace.code, name: `p${at}`, perspective: 'resident' }
        people.push((await browserOf(server).call('join', { body: who })).body.token)
      }
      const { body } = await programOf(server, workspace.token).call('createArtefact', {
        params: { workspace: workspace.id },
        body: { kind: 'problem-statement', title: 'Bench' },
      })
      return placesIn(server, formatRoom(workspace.id, body.id), people.slice(0, count), acting)
    },
    enterMany: async (rooms, count) => {
      const places: Where[] = []
      const placesOfOne = async (): Promise<readonly Where[]> => {
        const { id, token } = await newWorkspace(server)
        const tokens = Array.from({ length: count }, () => token)
        return placesIn(server, formatRoom(id, 'workspace'), tokens, 1)
      }
      // Many share one wait for the disk.
      for (let made = 0; made < rooms; made += madeAtOnce) {
        const next = Array.from({ length: Math.min(madeAtOnce, rooms - made) }, placesOfOne)
        places.push(...(await Promise.all(next)).flat())
      }
      return places
    },
  }
}

/** A server beside ours that stores nothing and knows nobody. */
export const peer = async (name: string, file: string): Promise<Subject> => {
  const program = startProgram(file)
  const port = await program.line()
  let room = 0
  const enter = async (count: number, acting: number): Promise<readonly Where[]> => {
    room += 1
    const url = `ws://127.0.0.1:${port}/room-${room}`
    return Array.from({ length: count }, (_, at) => ({ url, protocols: [], acts: at < acting }))
  }
  return {
    name,
    speaks: 'standard',
    pid: () => program.pid,
    enter,
    enterMany: async (rooms, count) => (await Promise.all(Array.from({ length: rooms }, () => enter(count, 1)))).flat(),
    stop: async () => program.stop(),
  }
}

export const relay = () => peer('relay', 'relay.mjs')
export const stock = () => peer('stock', 'stock.mjs')
