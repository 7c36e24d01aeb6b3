import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { encodeAwareness, encodeStep1, encodeUpdate } from '#protocol/messages.ts'
import { writeAwareness } from '../../apps/server/room/awareness.ts'
import {
  allocationBomb,
  clockJump,
  deepValue,
  deletionOfNothing,
  gap,
  hostile,
  leaning,
  manyClients,
  nested,
  protoKeys,
  secondEncoding,
  updateOf,
} from '../support/hostile.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
import type { Peer } from '../support/peer.ts'

// The threats of hostile or broken input, each under its number, against a room with two honest people in it.

const note = (peer: Peer) => peer.ydoc.getText('note').toString()

const honestRoom = async (env: Readonly<Record<string, string>> = {}) => {
  const world = await createRoomWorld({ env })
  const [ada, bram] = [world.come('ada'), world.come('bram')]
  await world.settle()
  ada.ydoc.getText('note').insert(0, 'van Ada ')
  bram.ydoc.getText('note').insert(0, 'van Bram ')
  await world.settle()
  return { world, ada, bram }
}

/** Somebody sends each of these, coming back whenever they are sent away; gives how each socket ended. */
const attack = async (world: RoomWorld, updates: Iterable<Uint8Array>): Promise<readonly (string | null)[]> => {
  const ends: (string | null)[] = []
  for (const update of updates) {
    const mallory = world.come('mallory')
    await world.settle()
    mallory.say(encodeUpdate(update))
    await world.settle()
    ends.push(mallory.closedBy())
    mallory.leave()
  }
  return ends
}

/** The room does what it is for, and what it stored is a whole document. */
const goesOn = async ({ world, ada, bram }: Awaited<ReturnType<typeof honestRoom>>): Promise<void> => {
  expect([ada.closedBy(), bram.closedBy()]).toEqual([null, null])
  ada.ydoc.getText('note').insert(0, 'daarna ')
  await world.settle()
  expect(ada.acked()).toBe(ada.sent())
  expect(note(bram)).toBe(note(ada))
  const again = await createRoomWorld({ storage: world.storage, workspaceId: world.workspaceId })
  const cem = again.come('cem')
  await again.settle()
  expect(note(cem)).toBe(note(ada))
  expect(cem.ydoc.store.pendingStructs).toBeNull()
}

const contentOf = (ydoc: Y.Doc): readonly unknown[] => [
  ydoc.getText('note').toDelta(),
  ...['parts', 'values'].map((name) => ydoc.getMap(name).toJSON()),
  ydoc.getXmlFragment('page').toJSON(),
  [...ydoc.share.keys()].toSorted(),
]

const rowsOf = async ({ storage, workspaceId, documentId }: RoomWorld) =>
  (await storage.log.load(`${workspaceId}.${documentId}`)).tail.length

test('B0: every threat of the list is turned away with a reason or changes nothing, and the room goes on', async () => {
  const room = await honestRoom()
  const before = contentOf(room.bram.ydoc)
  await attack(room.world, Object.values(hostile()))
  expect(contentOf(room.bram.ydoc)).toEqual(before)
  await goesOn(room)
})

test('B1: a thousand frames that declare millions of structs cost neither time nor memory', async () => {
  const room = await honestRoom()
  const memory = process.memoryUsage().arrayBuffers
  const ends = await attack(room.world, Array.from({ length: 200 }, allocationBomb))
  expect(new Set(ends)).toEqual(new Set(['malformed']))
  expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(16 * 1024 * 1024)
  await goesOn(room)
})

test('B2: the second encoding is nothing that the server reads', async () => {
  const room = await honestRoom()
  const before = await rowsOf(room.world)
  await attack(room.world, [secondEncoding()])
  expect(await rowsOf(room.world)).toBe(before)
  expect(note(room.ada)).not.toContain('x')
  await goesOn(room)
})

test('B3: nobody writes under another’s client id, and no jump of a clock silences its owner', async () => {
  const room = await honestRoom()
  const { world, bram } = room
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(bram.ydoc))
  forged.clientID = bram.ydoc.clientID
  const hijack = updateOf((ydoc) => ydoc.getText('note').insert(0, 'KWAAD '), forged)
  const clock = Y.getState(bram.ydoc.store, bram.ydoc.clientID)
  const ends = await attack(world, [
    hijack,
    ...[1_000_000, 900].map((far) => clockJump(bram.ydoc.clientID, clock, far)),
  ])
  expect(ends).toEqual(['rejected', 'rejected', 'rejected'])
  bram.ydoc.getText('note').insert(0, 'Bram gaat door ')
  await world.settle()
  expect(note(room.ada)).toMatch(/^Bram gaat door /)
  expect(note(room.ada)).not.toContain('KWAAD')
  await goesOn(room)
})

test('B4: floods of what misses something are never held, nor stored', async () => {
  const room = await honestRoom()
  const before = await rowsOf(room.world)
  const mallory = room.world.come('mallory')
  await room.world.settle()
  const start = process.cpuUsage()
  for (let at = 0; at < 250 && !mallory.closedBy(); at += 1) {
    mallory.say(encodeUpdate(gap(77, 10 + at, 1000)))
    mallory.say(encodeUpdate(deletionOfNothing(77, 5 + at)))
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000)
  await room.world.settle()
  expect(await rowsOf(room.world)).toBe(before)
  expect(mallory.closedBy()).not.toBeNull()
  await goesOn(room)
})

test('B5: a struct that leans on itself does not become part of what everybody must load', async () => {
  const room = await honestRoom()
  const clock = (client: number) => Y.getState(room.ada.ydoc.store, client)
  const known = updateOf(
    (ydoc) => ydoc.getText('note').insert(0, 'abcdef'),
    Object.assign(new Y.Doc(), { clientID: 9 }),
  )
  const ends = await attack(room.world, [leaning(7, 0), known, leaning(9, 0), leaning(9, 3), leaning(9, clock(9) + 1)])
  expect(ends[1]).toBeNull()
  await goesOn(room)
})

test('B6: types nested by the thousand never reach the document, and the edit after is seen', async () => {
  const room = await honestRoom()
  const ends = await attack(room.world, [nested(3000), deletionOfNothing(7, 0)])
  expect(ends[0]).toBe('rejected')
  await goesOn(room)
})

test('B7: values nested deeper than a stack are refused before they are read', async () => {
  const room = await honestRoom()
  expect(await attack(room.world, [30, 5000, 20_000, 100_000].map(deepValue))).toEqual(
    Array.from({ length: 4 }, () => 'malformed'),
  )
  await goesOn(room)
})

test('B8: no key becomes a prototype, in the document or in presence', async () => {
  const room = await honestRoom()
  const { world, ada, bram } = room
  const updates = protoKeys.flatMap((key) => [
    updateOf((ydoc) => ydoc.getMap('values').set(key, { polluted: 1 })),
    updateOf((ydoc) => {
      const value: unknown = JSON.parse(`{"a":{"${key}":{"polluted":1}}}`)
      ydoc.getMap('values').set('v', value)
    }),
    updateOf((ydoc) => ydoc.getText('note').insert(0, 'x', { [key]: true })),
  ])
  expect(new Set(await attack(world, updates))).toEqual(new Set(['malformed']))
  ada.say(
    encodeAwareness(
      writeAwareness([{ clientId: ada.ydoc.clientID, clock: 9, state: '{"__proto__":{"role":"facilitator"}}' }]),
    ),
  )
  world.clock.pass(200)
  // Presence goes on unread; who somebody is comes from the server alone.
  expect(bram.events().flatMap((event) => (event.type === 'who' ? event.connections : []))).not.toContainEqual(
    expect.objectContaining({ role: 'facilitator' }),
  )
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  await goesOn(room)
})

test('B9: a root keeps its type, and elements that the editor does not know stay out', async () => {
  const room = await honestRoom()
  const wrong: readonly ((ydoc: Y.Doc) => void)[] = [
    (ydoc) => ydoc.getArray('values').insert(0, [1]),
    (ydoc) => ydoc.getText('parts').insert(0, 'x'),
    (ydoc) => ydoc.getMap('locked').set('by', 'mallory'),
    ...['script', 'iframe', 'embed', 'object', 'paragraphs', ''].map(
      (name) => (ydoc: Y.Doc) => ydoc.getXmlFragment('page').insert(0, [new Y.XmlElement(name)]),
    ),
  ]
  const ends = await attack(
    room.world,
    wrong.map((change) => updateOf(change)),
  )
  for (const end of ends) expect(['rejected', 'malformed']).toContain(end)
  await goesOn(room)
})

test('B10: a frame of many people who do not exist is refused, and so is a room full of ids', async () => {
  const room = await honestRoom({ LIMIT_CLIENT_IDS_PER_ROOM: '40' })
  expect(await attack(room.world, [manyClients(300), manyClients(100_000)])).toEqual(['rejected', 'too-large'])
  const typed = Array.from({ length: 50 }, () => updateOf((ydoc) => ydoc.getText('note').insert(0, 'm')))
  const ends = await attack(room.world, typed)
  expect(ends.filter((end) => end === null).length).toBeLessThanOrEqual(40)
  expect(ends.at(-1)).toBe('rejected')
  await goesOn(room)
})

test('B11: whoever asks for everything again and again gets six answers and the door', async () => {
  const room = await honestRoom()
  const mallory = room.world.come('mallory')
  await room.world.settle()
  for (let at = 0; at < 1000; at += 1) mallory.say(encodeStep1(Uint8Array.of(0)))
  await room.world.settle()
  const answers = mallory.heard.filter((message) => message.type === 'write' && message.kind === 'step2')
  expect(answers.length).toBeLessThanOrEqual(6)
  expect(mallory.closedBy()).toBe('too-many')
  await goesOn(room)
})

test('B12: presence of others is not taken over, a crowd of ids not kept, and a flood not passed on', async () => {
  const room = await honestRoom()
  const { world, ada, bram } = room
  ada.tellPresence({ at: 'hier' })
  world.clock.pass(200)
  const mallory = world.come('mallory')
  await world.settle()
  const before = bram.heard.length
  const lie = (clientId: number, clock: number, state: string) =>
    mallory.say(encodeAwareness(writeAwareness([{ clientId, clock, state }])))
  lie(ada.ydoc.clientID, 2 ** 40, '{"at":"elders"}')
  lie(ada.ydoc.clientID, 2 ** 41, 'null')
  mallory.say(
    encodeAwareness(
      writeAwareness(Array.from({ length: 900 }, (_, at) => ({ clientId: 100_000 + at, clock: 1, state: '{}' }))),
    ),
  )
  for (let at = 0; at < 200; at += 1) {
    lie(100_000, 2 + at, JSON.stringify({ color: 'red;background:url(//c)', at }))
    world.clock.pass(20)
  }
  world.clock.pass(200)
  expect(bram.presence().get(ada.ydoc.clientID)?.state).toBe('{"at":"hier"}')
  expect([...bram.presence().keys()].filter((id) => id >= 100_000 && id < 101_000).length).toBeLessThanOrEqual(2)
  const frames = bram.heard.slice(before).filter((message) => message.type === 'awareness')
  expect(frames.length).toBeLessThanOrEqual(4.4 * 20)
  mallory.leave()
  world.clock.pass(200)
  expect([...bram.presence().keys()].filter((id) => id >= 100_000 && id < 101_000)).toEqual([])
  await goesOn(room)
})

test('B14: under a lock twenty people type; nothing changes, and everybody is told why', async () => {
  const room = await honestRoom()
  const { world } = room
  const people = Array.from({ length: 20 }, (_, at) => world.come(`p${at}`))
  await world.settle()
  people.forEach((_, at) => world.allow(`p${at}`, { write: false, writeRefusal: 'locked' }))
  const before = await rowsOf(world)
  people.forEach((person, at) => person.ydoc.getText('note').insert(0, `woorden van ${at} `))
  await world.settle()
  expect(await rowsOf(world)).toBe(before)
  for (const person of people) {
    expect(person.closedBy()).toBe('rejected')
    expect(person.events()).toContainEqual({ type: 'rejected', reason: 'locked' })
  }
  await goesOn(room)
})
