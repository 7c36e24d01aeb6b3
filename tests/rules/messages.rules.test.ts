import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { connectionRoles } from '#protocol/events.ts'
import {
  encodeAwareness,
  encodeOwnPresence,
  encodeStep1,
  encodeUpdate,
  messageTypes,
  type ClientMessage,
} from '#protocol/messages.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
import { writeAwareness } from '../../apps/server/room/awareness.ts'
import * as Y from 'yjs'
import type { Peer } from '../support/peer.ts'

const who = {
  contributor: {},
  facilitator: { role: 'facilitator' },
  observer: { role: 'observer', write: false, writeRefusal: 'read-only' },
  locked: { write: false, writeRefusal: 'locked' },
  screen: { role: 'screen', write: false, writeRefusal: 'read-only' },
} as const
type Who = keyof typeof who

const update = (): Uint8Array => {
  const ydoc = new Y.Doc()
  ydoc.getText('note').insert(0, 'x')
  return Y.encodeStateAsUpdate(ydoc)
}

/** Every message that a client may send, and what each kind of connection gets for it: `null` stays open. */
const matrix: { readonly [Message in keyof typeof frames]: { readonly [Name in Who]: string | null } } = {
  step1: { contributor: null, facilitator: null, observer: null, locked: null, screen: null },
  update: { contributor: null, facilitator: null, observer: 'forbidden', locked: 'rejected', screen: 'forbidden' },
  'empty update': { contributor: null, facilitator: null, observer: null, locked: null, screen: null },
  awareness: { contributor: null, facilitator: null, observer: null, locked: null, screen: null },
  'query awareness': { contributor: null, facilitator: null, observer: null, locked: null, screen: null },
  presence: { contributor: null, facilitator: null, observer: null, locked: null, screen: null },
}
const frames = {
  step1: () => encodeStep1(Uint8Array.of(0)),
  update: () => encodeUpdate(update()),
  'empty update': () => encodeUpdate(Uint8Array.of(0, 0)),
  awareness: () => encodeAwareness(writeAwareness([{ clientId: 7, clock: 1, state: '{}' }])),
  'query awareness': () => Uint8Array.of(messageTypes.queryAwareness),
  presence: () => encodeOwnPresence(0, Uint8Array.of(0)),
}

/** Under which of these each message of a client stands: a message that is not listed does not compile. */
const listed: { readonly [Type in ClientMessage['type']]: readonly (keyof typeof frames)[] } = {
  step1: ['step1'],
  write: ['update', 'empty update'],
  awareness: ['awareness'],
  'query-awareness': ['query awareness'],
  presence: ['presence'],
}

test('A4: every message and every role stands in the matrix', () => {
  expect(new Set(Object.values(listed).flat())).toEqual(new Set(Object.keys(frames)))
  const roles = Object.values(who).map((access) => ('role' in access ? access.role : 'contributor'))
  expect(new Set(roles)).toEqual(new Set(connectionRoles))
  for (const [message, answers] of Object.entries(matrix))
    expect([message, Object.keys(answers)]).toEqual([message, Object.keys(who)])
})

const comeAs = async (name: Who): Promise<{ readonly world: RoomWorld; readonly peer: Peer; readonly other: Peer }> => {
  const world = await createRoomWorld()
  world.allow('ada', who[name])
  const [peer, other] = [world.come('ada'), world.come('bram')]
  await world.settle()
  return { world, peer, other }
}

test.each(Object.keys(frames) as (keyof typeof frames)[])('A4: %s from every kind of connection', async (message) => {
  for (const name of Object.keys(who) as Who[]) {
    const { world, peer, other } = await comeAs(name)
    peer.say(frames[message]())
    await world.settle()
    expect([name, peer.closedBy()]).toEqual([name, matrix[message][name]])
    expect(other.closedBy()).toBeNull()
    const wrote = message === 'update' && matrix.update[name] === null
    expect(other.ydoc.getText('note').toString()).toBe(wrote ? 'x' : '')
  }
})

test('A13: no other first bytes have any effect but the end of their connection', async () => {
  const world = await createRoomWorld()
  const witness = world.come('bram')
  await world.settle()
  const heard = witness.heard.length
  const known: readonly number[] = [
    messageTypes.sync,
    messageTypes.awareness,
    messageTypes.queryAwareness,
    messageTypes.presence,
  ]
  for (let first = 0; first < 256; first += 1) {
    for (const second of [0, 3, 200]) {
      const bytes = Uint8Array.of(first, second, 1, 2, 3)
      // A number may be written longer than it needs to be: 134 0 is 6.
      const type = decoding.readVarUint(decoding.createDecoder(bytes))
      if (known.includes(type) && !(first === messageTypes.sync && second > 2)) continue
      const peer = world.come('ada')
      await Promise.resolve()
      await Promise.resolve()
      await Promise.resolve()
      peer.say(bytes)
      expect([first, second, peer.closedBy()]).toEqual([first, second, 'malformed'])
    }
  }
  await world.settle()
  expect(witness.heard.slice(heard).filter(({ type }) => type !== 'event')).toEqual([])
})
