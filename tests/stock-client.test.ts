import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import { WebsocketProvider as ProviderOfTwo } from 'y-websocket-2'
import * as Y from 'yjs'
import { stakeholderMap } from '#artefacts/stakeholder-map/model.ts'
import { formatRoom } from '#protocol/room-name.ts'
import { plainSubprotocol, subprotocol, ticketPrefix } from '#protocol/messages.ts'
import { makeWorkspace, startLiveServer, until, type Person } from './support/live-server.ts'
import type { TestServer } from './support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startLiveServer()
})
afterAll(() => server.stop())

/** What both versions of the provider have in common. */
type Provider = {
  readonly awareness: { readonly setLocalState: (state: Record<string, unknown>) => void }
  readonly once: (event: 'sync', listener: () => void) => unknown
  readonly destroy: () => void
}
type Start = (url: string, room: string, ydoc: Y.Doc, options: { protocols: string[]; disableBc: boolean }) => Provider

/** The provider as it is published, with nothing of ours around it. */
const stockClient = async (start: Start, person: Person, document: string, spoken: string) => {
  const room = formatRoom(person.workspace, document)
  const { body } = await person.caller.call('ticket', { params: { room } })
  const ydoc = new Y.Doc()
  const protocols = [spoken, ticketPrefix + body.ticket]
  const provider = start(`${server.url.replace('http', 'ws')}/sync`, room, ydoc, { protocols, disableBc: true })
  const synced = new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return { ydoc, provider, synced }
}

const three: Start = (...how) => new WebsocketProvider(...how)
const two: Start = (...how) => new ProviderOfTwo(...how)
const versions: readonly (readonly [string, string, Start])[] = [
  ['3.1', plainSubprotocol, three],
  ['3.1', subprotocol, three],
  ['2.1', plainSubprotocol, two],
  ['2.1', subprotocol, two],
]

test.each(versions)(
  'a stock y-websocket %s client over %s reads and writes beside our own',
  async (_, spoken, start) => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { ada, join, artefact } = await makeWorkspace(server)
    const map = artefact('stakeholder-map')
    const own = ada.open(map, stakeholderMap.shape)
    const stock = await stockClient(start, await join('Bram'), map, spoken)
    await stock.synced
    await until(own.connection, () => own.connection.status().state === 'saved')
    const names = () => own.document.content().stakeholders.map(({ name }) => name)
    stock.ydoc.getMap('stakeholders').set(
      'sh-stock',
      new Y.Map([
        ['name', 'Van elders'],
        ['order', 'a0'],
      ]),
    )
    await until(own.document, () => names().includes('Van elders'))
    own.document.change({ perspective: 'resident' }, (draft) => draft.stakeholders.add({ name: 'Van hier' }))
    await new Promise<void>((resolve) => {
      stock.ydoc.getMap('stakeholders').observe(() => {
        if (stock.ydoc.getMap('stakeholders').size === 2) resolve()
      })
    })
    stock.provider.awareness.setLocalState({ at: { field: 'name' }, typing: true })
    const { presence } = own.connection
    await until(presence, () => presence.others()[0]?.state.typing === true)
    expect(presence.others()[0]?.name).toBe('Bram')
    stock.provider.destroy()
    own.close()
    // Whoever does not ask for the plain form hears of acknowledgements and events, which this client does not know.
    const said = new Set(complaints.mock.calls.map(([words]) => String(words)))
    expect([...said]).toEqual(spoken === plainSubprotocol ? [] : ['Unable to compute message'])
    complaints.mockRestore()
  },
)

test('a ticket opens one socket, and another origin none', async () => {
  const { ada, artefact } = await makeWorkspace(server)
  const room = formatRoom(ada.workspace, artefact('stakeholder-map'))
  const { body } = await ada.caller.call('ticket', { params: { room } })
  const closing = (
    options: object,
    protocols = [subprotocol, ticketPrefix + body.ticket],
  ): Promise<number | 'refused'> =>
    new Promise((resolve) => {
      const socket = new NodeSocket(`${server.url.replace('http', 'ws')}/sync/${room}`, protocols, options)
      socket.on('open', () => setTimeout(() => socket.close(1000), 300))
      socket.on('close', (code) => resolve(code))
      socket.on('error', () => resolve('refused'))
    })
  for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
    expect(await closing({ origin })).toBe('refused')
  expect(await closing({ headers: { cookie: 'polder=x' } })).toBe('refused')
  expect(await closing({ origin: server.url })).toBe(1000)
  expect(await closing({ origin: server.url })).toBe(4401)
  expect(await closing({ origin: server.url }, [subprotocol])).toBe(4401)
})
