import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { encodeAwareness, encodeEvent, encodeStep1, encodeUpdate } from '#protocol/messages.ts'
import { StorageError, type UpdateLog } from '../../apps/server/storage/storage.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
import type { Peer } from '../support/peer.ts'

const note = (peer: Peer) => peer.ydoc.getText('note').toString()
const type = (peer: Peer, words: string) => peer.ydoc.getText('note').insert(0, words)
const stored = async ({ storage, workspaceId, documentId }: RoomWorld) => {
  const { checkpoint, tail } = await storage.log.load(`${workspaceId}.${documentId}`)
  const ydoc = new Y.Doc()
  for (const { bytes } of [...(checkpoint ? [checkpoint] : []), ...tail]) Y.applyUpdate(ydoc, bytes)
  return { ydoc, rows: tail }
}

/** A gate in front of the log: commits wait for `open`, or fail while it is broken. */
const doorkeeper = () => {
  const waiting: (() => void)[] = []
  let shut = false
  let broken = false
  return {
    between: (log: UpdateLog): UpdateLog => ({
      ...log,
      append: async (batch) => {
        if (shut) await new Promise<void>((resolve) => waiting.push(resolve))
        if (broken) throw new StorageError('io', 'the disk is gone')
        return log.append(batch)
      },
    }),
    shut: () => void (shut = true),
    /** Lets through what waits now. */
    openOnce: () => {
      for (const go of waiting.splice(0)) go()
    },
    open: () => {
      shut = false
      for (const go of waiting.splice(0)) go()
    },
    breakDown: () => void (broken = true),
    mend: () => void (broken = false),
  }
}

describe('R1: a room serves nobody before its stored updates are in', () => {
  test('who comes while it loads waits, and then has everything', async () => {
    const first = await createRoomWorld()
    const ada = first.come('ada')
    await first.settle()
    type(ada, 'bewaard')
    await first.settle()
    ada.leave()
    first.clock.pass(40_000)
    await first.settle()
    expect(first.rooms.counts().rooms).toBe(0)

    const [bram, cem] = [first.come('bram'), first.come('cem')]
    expect(bram.heard).toEqual([])
    await first.settle()
    expect([note(bram), note(cem)]).toEqual(['bewaard', 'bewaard'])
  })

  test('a load that fails is an error, never an empty document', async () => {
    let fails = true
    const world = await createRoomWorld({
      between: (log) => ({
        ...log,
        load: async (doc) => {
          if (fails) throw new StorageError('io', 'the disk is gone')
          return log.load(doc)
        },
      }),
    })
    const ada = world.come('ada')
    await world.settle()
    expect(ada.closedBy()).toBe('storage-down')
    expect(ada.heard).toEqual([])
    fails = false
    world.clock.pass(1500)
    const bram = world.come('bram')
    await world.settle()
    expect(bram.closedBy()).toBeNull()
    expect(bram.events().map((event) => event.type)).toContain('hello')
  })
})

describe('R2: seen is durable', () => {
  test('no client, newcomer or reader of the room sees a change before its commit', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    keeper.shut()
    type(ada, 'nog niet bewaard')
    await world.settle()
    const cem = world.come('cem')
    let readWords: string | null = null
    void world.rooms
      .read(world.workspaceId, world.documentId, (ydoc) => ydoc.getText('note').toString())
      .then((read) => (readWords = read.ok ? read.value : null))
    await world.settle()
    expect([note(bram), note(cem), readWords]).toEqual(['', '', null])
    // While somebody waits to read, nothing newer may come in.
    type(bram, 'later ')
    await world.settle()
    keeper.open()
    await world.settle()
    expect(readWords).toBe('nog niet bewaard')
    for (const peer of [ada, bram, cem]) expect(note(peer)).toContain('nog niet bewaard')
    for (const peer of [ada, bram, cem]) expect(note(peer)).toContain('later ')
  })

  test('a reader behind the server’s own change waits for the commit of that change too', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const ada = world.come('ada')
    await world.settle()
    keeper.shut()
    type(ada, 'van Ada ')
    await world.settle()
    const place = [world.workspaceId, world.documentId] as const
    const server = { participantId: null, perspective: null }
    void world.rooms.write(...place, server, (ydoc) => ydoc.getText('note').insert(0, 'van de server '))
    let readWords: string | null = null
    void world.rooms
      .read(...place, (ydoc) => ydoc.getText('note').toString())
      .then((read) => (readWords = read.ok ? read.value : null))
    await world.settle()
    keeper.openOnce()
    await world.settle()
    expect([note(ada), readWords]).toEqual(['van Ada ', null])
    keeper.open()
    await world.settle()
    expect([note(ada), readWords]).toEqual(['van de server van Ada ', 'van de server van Ada '])
  })

  test('a commit that keeps failing ends the room, and nobody saw what was not stored', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    keeper.breakDown()
    type(ada, 'verloren?')
    for (let again = 0; again < 4; again += 1) {
      await world.settle()
      world.clock.pass(1500)
    }
    await world.settle()
    expect([ada.closedBy(), bram.closedBy()]).toEqual(['storage-down', 'storage-down'])
    expect(note(bram)).toBe('')
    expect((await stored(world)).rows).toEqual([])
    keeper.mend()
    const again = world.come('ada', ada.ydoc)
    await world.settle()
    expect(again.acked()).toBe(again.sent())
    expect((await stored(world)).ydoc.getText('note').toString()).toBe('verloren?')
  })

  test('a commit whose first try fails is tried again and written once', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const ada = world.come('ada')
    await world.settle()
    keeper.breakDown()
    type(ada, 'eens')
    await world.settle()
    keeper.mend()
    world.clock.pass(100)
    await world.settle()
    expect(ada.closedBy()).toBeNull()
    expect((await stored(world)).rows).toHaveLength(1)
  })
})

describe('R3: acknowledged is durable', () => {
  test('the acknowledgement comes after the commit and counts every write', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const ada = world.come('ada')
    await world.settle()
    const before = ada.acked()
    expect(before).toBe(ada.sent())
    keeper.shut()
    type(ada, 'een')
    type(ada, 'twee')
    await world.settle()
    expect(ada.acked()).toBe(before)
    keeper.open()
    await world.settle()
    expect(ada.acked()).toBe(ada.sent())
    expect((await stored(world)).ydoc.getText('note').toString()).toBe('tweeeen')
  })

  test('a change that misses something before it is asked for again, and counts when it is whole', async () => {
    const world = await createRoomWorld()
    const ydoc = new Y.Doc()
    const ada = world.come('ada', ydoc)
    await world.settle()
    const updates: Uint8Array[] = []
    const elsewhere = new Y.Doc()
    elsewhere.clientID = ydoc.clientID
    elsewhere.on('update', (update: Uint8Array) => updates.push(update))
    elsewhere.getText('note').insert(0, 'a')
    elsewhere.getText('note').insert(1, 'b')
    const bram = world.come('bram')
    await world.settle()
    // The second arrives alone, as after a lost frame; the answer to the server's question has both.
    Y.applyUpdate(ydoc, updates[0] ?? new Uint8Array(), 'server')
    const acked = ada.acked()
    Y.applyUpdate(ydoc, updates[1] ?? new Uint8Array())
    await world.settle()
    expect(ada.acked()).toBe(ada.sent())
    expect(ada.acked()).toBe(acked + 2)
    expect(note(bram)).toBe('ab')
  })
})

describe('R4: who may not write changes nothing', () => {
  test('an observer’s change closes the observer alone', async () => {
    const world = await createRoomWorld()
    world.allow('olga', { write: false, writeRefusal: 'read-only', role: 'observer' })
    const [ada, olga] = [world.come('ada'), world.come('olga')]
    await world.settle()
    expect(olga.closedBy()).toBeNull()
    type(olga, 'stiekem')
    await world.settle()
    expect(olga.closedBy()).toBe('forbidden')
    expect(olga.events()).toContainEqual({ type: 'rejected', reason: 'read-only' })
    expect([ada.closedBy(), note(ada)]).toEqual([null, ''])
    expect((await stored(world)).rows).toEqual([])
  })

  test('under a lock a write is handed back, a reader stays, and deleting is writing', async () => {
    const world = await createRoomWorld()
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    type(ada, 'samen')
    await world.settle()
    for (const name of ['ada', 'bram', 'cem']) world.allow(name, { write: false, writeRefusal: 'locked' })
    bram.ydoc.getText('note').delete(0, 5)
    await world.settle()
    expect(bram.closedBy()).toBe('rejected')
    expect(bram.events()).toContainEqual({ type: 'rejected', reason: 'locked' })
    const cem = world.come('cem')
    await world.settle()
    expect([ada.closedBy(), cem.closedBy()]).toEqual([null, null])
    expect([note(ada), note(cem)]).toEqual(['samen', 'samen'])
    expect(cem.events().find((event) => event.type === 'hello')).toMatchObject({ canWrite: false, locked: true })
  })
})

describe('R5: a connection speaks only for itself', () => {
  test('what it says of somebody else’s presence is passed over', async () => {
    const world = await createRoomWorld()
    const [ada, bram, cem] = [world.come('ada'), world.come('bram'), world.come('cem')]
    await world.settle()
    ada.tellPresence({ at: 'hier' })
    world.clock.pass(200)
    bram.tellPresence({ at: 'elders' }, { clientId: ada.ydoc.clientID, clock: 99 })
    bram.tellPresence(null, { clientId: ada.ydoc.clientID, clock: 100 })
    world.clock.pass(200)
    expect(cem.presence().get(ada.ydoc.clientID)?.state).toBe('{"at":"hier"}')
    expect(bram.closedBy()).toBeNull()
  })

  test('a person who comes back on a new socket keeps their presence, and the old socket’s end does not take it away', async () => {
    const world = await createRoomWorld()
    const [ada, cem] = [world.come('ada'), world.come('cem')]
    await world.settle()
    ada.tellPresence({ at: 'eerst' })
    world.clock.pass(200)
    const again = world.come('ada')
    await world.settle()
    again.tellPresence({ at: 'weer' }, { clientId: ada.ydoc.clientID, clock: 5 })
    world.clock.pass(200)
    ada.leave()
    world.clock.pass(200)
    expect(cem.presence().get(ada.ydoc.clientID)?.state).toBe('{"at":"weer"}')
    again.leave()
    world.clock.pass(200)
    expect(cem.presence().has(ada.ydoc.clientID)).toBe(false)
  })

  test('presence is never stored', async () => {
    const world = await createRoomWorld()
    const ada = world.come('ada')
    await world.settle()
    ada.tellPresence({ at: 'hier' })
    world.clock.pass(200)
    await world.settle()
    expect((await stored(world)).rows).toEqual([])
  })
})

describe('R6: bad input closes one connection and nothing else', () => {
  const bad: readonly (readonly [string, (peer: Peer) => void, string])[] = [
    ['an unknown message', (peer) => peer.say(Uint8Array.of(42, 0)), 'malformed'],
    ['an empty frame', (peer) => peer.say(new Uint8Array()), 'malformed'],
    [
      'a message that only the server sends',
      (peer) => peer.say(encodeEvent({ type: 'drain', spreadMs: 1 })),
      'malformed',
    ],
    ['half a frame', (peer) => peer.say(encodeUpdate(new Uint8Array(50)).subarray(0, 9)), 'malformed'],
    [
      'bytes that are no update',
      (peer) => peer.say(encodeUpdate(Uint8Array.of(1, 0x9c, 0xff, 0xff, 0x0f))),
      'malformed',
    ],
    ['an update that is too large', (peer) => peer.say(encodeUpdate(new Uint8Array(300_000))), 'too-large'],
    ['presence that cannot be read', (peer) => peer.say(encodeAwareness(Uint8Array.of(9))), 'malformed'],
    [
      'a flood',
      (peer) => {
        for (let at = 0; at < 400; at += 1) peer.say(encodeAwareness(Uint8Array.of(0)))
      },
      'too-many',
    ],
    [
      'asking for everything again and again',
      (peer) => {
        for (let at = 0; at < 9; at += 1) peer.say(encodeStep1(Uint8Array.of(0)))
      },
      'too-many',
    ],
  ]
  test.each(bad)('%s', async (_, act, reason) => {
    const world = await createRoomWorld()
    const [ada, mallory] = [world.come('ada'), world.come('mallory')]
    await world.settle()
    act(mallory)
    await world.settle()
    expect(mallory.closedBy()).toBe(reason)
    type(ada, 'gaat door')
    const bram = world.come('bram')
    await world.settle()
    expect([ada.closedBy(), note(bram)]).toEqual([null, 'gaat door'])
  })
})

describe('R7, A9: a slow connection delays nobody', () => {
  test('it is left out, caught up in one go when it reads again, and cut off when it never does', async () => {
    const world = await createRoomWorld({ env: { LIMIT_LAG_BYTES: '2000', LIMIT_CAUGHT_UP_BYTES: '100' } })
    const [ada, slow, stuck] = [world.come('ada'), world.come('slow'), world.come('stuck')]
    await world.settle()
    slow.stop()
    stuck.stop()
    for (let at = 0; at < 60; at += 1) {
      type(ada, `regel ${at} ${'x'.repeat(200)}`)
      await world.settle()
      world.clock.pass(50)
    }
    expect(ada.acked()).toBe(ada.sent())
    slow.read()
    world.clock.pass(300)
    await world.settle()
    expect(note(slow)).toBe(note(ada))
    type(ada, 'live ')
    await world.settle()
    expect(note(slow)).toBe(note(ada))
    expect(stuck.closedBy()).toBeNull()
    world.clock.pass(31_000)
    expect(stuck.closedBy()).toBe('too-slow')
  })
})

describe('R8: access is decided at the door and asked again', () => {
  test('who has no access does not open the room', async () => {
    const world = await createRoomWorld()
    world.allow('eve', null)
    const eve = world.come('eve')
    expect([eve.closedBy(), world.rooms.counts().rooms]).toEqual(['forbidden', 0])
  })

  test('a change of role closes the connection at its next word, and another one’s not', async () => {
    const world = await createRoomWorld()
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    world.allow('bram', { version: 2, write: false, writeRefusal: 'read-only', role: 'observer' })
    type(bram, 'nog als schrijver')
    await world.settle()
    expect([bram.closedBy(), ada.closedBy(), note(ada)]).toEqual(['forbidden', null, ''])
  })

  test('a role that changes while a write waits counts', async () => {
    const keeper = doorkeeper()
    const world = await createRoomWorld(keeper)
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    keeper.shut()
    type(ada, 'eerst')
    await world.settle()
    world.come('cem')
    await world.settle()
    type(bram, 'wacht')
    world.allow('bram', { version: 2, write: false, writeRefusal: 'read-only' })
    keeper.open()
    await world.settle()
    expect([bram.closedBy(), note(ada)]).toEqual(['forbidden', 'eerst'])
  })
})

describe('R9: stopping drains', () => {
  test('it says goodbye, commits what came in, and lets nobody in any more', async () => {
    const world = await createRoomWorld()
    const [ada, bram] = [world.come('ada'), world.come('bram')]
    await world.settle()
    type(ada, 'op de valreep')
    await world.rooms.drain()
    await world.settle()
    expect([ada.closedBy(), bram.closedBy()]).toEqual(['draining', 'draining'])
    expect(ada.events().find((event) => event.type === 'drain')).toMatchObject({ spreadMs: 200 })
    expect((await stored(world)).ydoc.getText('note').toString()).toBe('op de valreep')
    expect(world.come('cem').closedBy()).toBe('draining')
  })
})

describe('R10: rows and checkpoints', () => {
  test('numbers have no gaps, and a document from a checkpoint is the document', async () => {
    const world = await createRoomWorld({ env: { CHECKPOINT_ROWS: '10', KEEP_ROWS_HOURS: '0.001' } })
    const ada = world.come('ada')
    await world.settle()
    for (let at = 0; at < 45; at += 1) {
      type(ada, `${at} `)
      if (at % 5 === 0) ada.ydoc.getText('note').delete(2, 1)
      await world.settle()
      world.clock.pass(1000)
    }
    const name = `${world.workspaceId}.${world.documentId}`
    const { checkpoint, tail, seq } = await world.storage.log.load(name)
    expect(checkpoint?.seq).toBeGreaterThanOrEqual(30)
    expect(tail.map((row) => row.seq)).toEqual(
      Array.from({ length: tail.length }, (_, at) => (checkpoint?.seq ?? 0) + 1 + at),
    )
    expect(tail.at(-1)?.seq ?? checkpoint?.seq).toBe(seq)
    expect(world.commits.map((commit) => commit.seq)).toEqual(Array.from({ length: seq }, (_, at) => at + 1))
    expect((await stored(world)).ydoc.getText('note').toString()).toBe(note(ada))
    // The rows under the older of two checkpoints have gone.
    expect((await world.storage.log.rowsAfter(name, 0, 1000)).length).toBeLessThan(30)
  })
})

describe('R11: presence is coalesced', () => {
  test('a thousand changes of many people are a few frames for each', async () => {
    const world = await createRoomWorld({ env: { LIMIT_FRAMES_PER_SECOND: '10000', LIMIT_FRAMES_BURST: '10000' } })
    const people = Array.from({ length: 20 }, (_, at) => world.come(`p${at}`))
    await world.settle()
    const before = people[0]?.heard.length ?? 0
    for (let step = 0; step < 50; step += 1) {
      for (const person of people) person.tellPresence({ step })
      world.clock.pass(20)
    }
    world.clock.pass(60)
    const frames = (people[0]?.heard.slice(before) ?? []).filter(({ type: kind }) => kind === 'awareness')
    expect(frames.length).toBeGreaterThan(5)
    expect(frames.length).toBeLessThanOrEqual(22)
    expect(people[0]?.presence().get(people[19]?.ydoc.clientID ?? 0)?.state).toBe('{"step":49}')
  })
})

describe('R12: a room that nobody is in leaves memory', () => {
  test('after a rest, and who comes meanwhile finds it again', async () => {
    const world = await createRoomWorld()
    const ada = world.come('ada')
    await world.settle()
    type(ada, 'blijft staan')
    await world.settle()
    ada.leave()
    world.clock.pass(20_000)
    const bram = world.come('bram')
    await world.settle()
    world.clock.pass(20_000)
    await world.settle()
    expect([world.rooms.counts(), note(bram)]).toEqual([{ rooms: 1, connections: 1 }, 'blijft staan'])
    bram.leave()
    world.clock.pass(31_000)
    await world.settle()
    expect(world.rooms.counts()).toEqual({ rooms: 0, connections: 0 })
  })
})

describe('a large document is handed out as it was stored', () => {
  const large = 'x'.repeat(200_000)
  const opened = async (wish: Parameters<typeof createRoomWorld>[0] = {}) => {
    const world = await createRoomWorld({ ...wish, env: { CHECKPOINT_ROWS: '3' } })
    const ada = world.come('ada')
    await world.settle()
    for (const words of [large, 'twee ', 'drie ', 'vier ']) {
      type(ada, words)
      await world.settle()
    }
    ada.leave()
    world.clock.pass(31_000)
    await world.settle()
    expect(world.rooms.counts().rooms).toBe(0)
    return { world, ada }
  }

  test('whoever comes has all of it, rows behind the checkpoint too, with the first whole answer', async () => {
    const { world, ada } = await opened()
    const bram = world.come('bram')
    await world.settle()
    const writes = bram.heard.filter((message) => message.type === 'write')
    expect(writes.map(({ kind }) => kind)).toEqual(['update', 'step2'])
    expect(note(bram)).toBe(note(ada))
    // Nobody was asked yet what they have: that needs the document itself, a moment later.
    expect(bram.heard.some(({ type: kind }) => kind === 'step1')).toBe(false)
    world.clock.pass(1000)
    await world.settle()
    expect([bram.acked(), bram.sent()]).toEqual([1, 1])
  })

  test('whoever comes while others write has what came after the last encoding too', async () => {
    const world = await createRoomWorld()
    const ada = world.come('ada')
    await world.settle()
    type(ada, large)
    await world.settle()
    for (const name of ['bram', 'cem', 'dina']) {
      type(ada, `voor ${name} `)
      ada.ydoc.getText('note').delete(3, 1)
      await world.settle()
      const newcomer = world.come(name)
      await world.settle()
      expect(note(newcomer)).toBe(note(ada))
      expect(newcomer.heard.filter((message) => message.type === 'write').at(-1)).toMatchObject({ kind: 'step2' })
      world.clock.pass(name === 'cem' ? 61_000 : 100)
    }
  })

  test('a write, or somebody with a copy, does not wait for that moment', async () => {
    const { world, ada } = await opened()
    const [bram, again] = [world.come('bram'), world.come('ada', ada.ydoc)]
    await world.settle()
    expect(again.acked()).toBe(again.sent())
    type(bram, 'van Bram ')
    await world.settle()
    expect(note(again)).toBe(note(bram))
    expect((await stored(world)).ydoc.getText('note').toString()).toBe(note(bram))
  })

  test('rows that make no whole document close the room with a reason, and nobody is given an empty one', async () => {
    const torn = (log: UpdateLog): UpdateLog => ({
      ...log,
      load: async (doc) => {
        const whole = await log.load(doc)
        const elsewhere = new Y.Doc()
        elsewhere.getText('note').insert(0, 'a')
        const before = Y.encodeStateVector(elsewhere)
        elsewhere.getText('note').insert(1, 'b')
        const gapped = Y.encodeStateAsUpdate(elsewhere, before)
        return { ...whole, tail: whole.tail.map((row) => ({ ...row, bytes: gapped })) }
      },
    })
    const { world, ada } = await opened()
    const broken = await createRoomWorld({ storage: world.storage, workspaceId: world.workspaceId, between: torn })
    const bram = broken.come('bram')
    await broken.settle()
    type(bram, 'x')
    await broken.settle()
    expect(bram.closedBy()).toBe('storage-down')
    expect((await stored(world)).ydoc.getText('note').toString()).toBe(note(ada))
  })
})
