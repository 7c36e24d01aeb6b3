import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { encodeAwareness, encodeOwnPresence, encodeStep1, encodeStep2, encodeUpdate } from '#protocol/messages.ts'
import { writeAwareness } from '../../apps/server/room/awareness.ts'
import { assertWhole } from '../../apps/server/room/loaded.ts'
import { hostile, updateOf } from '../support/hostile.ts'
import { chanceOf, oneOf, spoiled, type Chance } from '../support/mutation.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
import type { Peer } from '../support/peer.ts'

// Spoiled frames against a living room. Whatever comes, the room goes on: nothing is thrown, nothing waits, an honest
// edit is committed and seen, and what was stored can be loaded. `FUZZ_SEED` and `FUZZ_FRAMES` repeat a run.

const isLong = process.env['LAWS_RUNS'] !== undefined
const frames = Number(process.env['FUZZ_FRAMES'] ?? (isLong ? 10_000_000 : 200_000))
const firstSeed = Number(process.env['FUZZ_SEED'] ?? (isLong ? Date.now() % 1_000_000_000 : 1))
/** So many frames meet one room; then there is a new one, with the next seed. */
const perRoom = 50_000
/** After so many the honest people look whether all is well. */
const perLook = 2500
const limits = { frames: 'LIMIT_FRAMES_BURST', bytes: 'LIMIT_BYTES_BURST', asks: 'LIMIT_STEP1_PER_MINUTE' }
const env = Object.fromEntries(Object.values(limits).map((name) => [name, '1000000000']))

/** Frames that once were worth keeping: honest work, and what broke something before. One a line: name, then bytes. */
const kept = readFileSync(new URL('../corpus/frames.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' '))
  .map((line) => Uint8Array.from(Buffer.from(line.slice(line.lastIndexOf(' ') + 1), 'hex')))

const beginnings: readonly Uint8Array[] = [
  ...kept,
  ...Object.values(hostile()).map(encodeUpdate),
  encodeStep1(Uint8Array.of(0)),
  encodeStep1(Y.encodeStateVector(new Map([[7, 3]]))),
  encodeAwareness(writeAwareness([{ clientId: 7, clock: 1, state: '{"at":"hier"}' }])),
  encodeOwnPresence(0, Uint8Array.of(1, 2, 3)),
  Uint8Array.of(3),
]

const acts: readonly ((ydoc: Y.Doc, chance: Chance) => void)[] = [
  (ydoc, chance) => {
    const note = ydoc.getText('note')
    note.insert(chance.below(note.length + 1), 'woorden')
  },
  (ydoc, chance) => {
    const note = ydoc.getText('note')
    if (note.length > 4) note.delete(chance.below(note.length - 3), 3)
  },
  (ydoc, chance) => ydoc.getText('note').format(0, Math.min(3, ydoc.getText('note').length), { bold: chance.below(2) }),
  (ydoc, chance) => {
    const row = new Y.Map<unknown>([['text', new Y.Text('x')]])
    ydoc.getMap('parts').set(`pa-${chance.below(5)}`, row)
  },
  (ydoc, chance) => ydoc.getMap('parts').delete(`pa-${chance.below(5)}`),
  (ydoc, chance) => void ydoc.getMap('values').set(`v${chance.below(3)}`, [chance.below(9), { a: 'b' }]),
  (ydoc) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText('een zin')])
    ydoc.getXmlFragment('page').insert(0, [element])
  },
]

/** What somebody who has the document as it is now would send for a few changes of theirs. */
const freshFrames = async (world: RoomWorld, clientId: number, chance: Chance): Promise<readonly Uint8Array[]> => {
  const read = await readDocument(world)
  const ydoc = new Y.Doc()
  Y.applyUpdate(ydoc, read)
  ydoc.clientID = clientId
  return Array.from({ length: 6 }, () => {
    const update = updateOf((own) => oneOf(chance, acts)(own, chance), ydoc)
    return chance.below(8) === 0 ? encodeStep2(update) : encodeUpdate(update)
  })
}

const readDocument = async ({ rooms, workspaceId, documentId }: RoomWorld): Promise<Uint8Array> => {
  const read = rooms.read(workspaceId, documentId, (ydoc) => {
    assertWhole(ydoc)
    return Y.encodeStateAsUpdate(ydoc)
  })
  const answer = await read
  if (!answer.ok) throw new Error('the room is gone')
  return answer.value
}

/** Somebody who says anything, and comes back when they are sent away. */
const stranger = (world: RoomWorld) => {
  let inlet: { receive: (frame: Uint8Array) => void; gone: () => void } | null = null
  const closes = new Map<number, number>()
  return {
    closes,
    say: async (frame: Uint8Array) => {
      if (!inlet) {
        const socket = {
          send: () => undefined,
          buffered: () => 0,
          close: (code: number) => {
            closes.set(code, (closes.get(code) ?? 0) + 1)
            inlet = null
          },
        }
        const { workspaceId, documentId } = world
        inlet = world.rooms.join(socket, { workspaceId, documentId, participantId: 'mallory' })
        // The door opens a few turns later; what is said before would only wait.
        for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
      }
      inlet?.receive(frame)
    },
  }
}

const look = async (world: RoomWorld, [ada, bram]: readonly [Peer, Peer], words: string): Promise<void> => {
  ada.ydoc.getText('note').insert(0, words)
  await world.settle()
  world.clock.pass(200)
  await world.settle()
  expect([ada.closedBy(), bram.closedBy()]).toEqual([null, null])
  expect(ada.acked()).toBe(ada.sent())
  expect(bram.ydoc.getText('note').toString()).toContain(words)
  await readDocument(world)
}

type Tally = { worstMs: number; broke: number; changes: number }

const oneRoom = async (seed: number, count: number, tally: Tally): Promise<void> => {
  const chance = chanceOf(seed)
  const world = await createRoomWorld({ env })
  const honest = [world.come('ada'), world.come('bram')] as const
  await world.settle()
  const mallory = stranger(world)
  let fresh: readonly Uint8Array[] = beginnings
  for (let at = 0; at < count; at += 1) {
    if (at % 100 === 0) fresh = await freshFrames(world, 50 + chance.below(3), chance)
    const frame = spoiled(oneOf(chance, chance.below(2) === 0 ? fresh : beginnings), chance, beginnings)
    const start = performance.now()
    await mallory.say(frame)
    tally.worstMs = Math.max(tally.worstMs, performance.now() - start)
    if (at % perLook === perLook - 1) await look(world, honest, `${seed}-${at} `)
  }
  await look(world, honest, 'tot slot ')
  tally.broke += world.logged.filter((line) => line.includes('frame-broke-room')).length
  tally.changes += world.commits.length
  expect(world.logged.filter((line) => line.includes('room-faulted'))).toEqual([])
  await loadsAgain(world, honest[0])
  // Hundreds of rooms meet one run; a database that is left open keeps its memory.
  await world.storage.close()
}

/** A server that knows only what was stored opens the document, and it is the same. */
const loadsAgain = async ({ storage, workspaceId }: RoomWorld, ada: Peer): Promise<void> => {
  const again = await createRoomWorld({ storage, workspaceId })
  const cem = again.come('cem')
  await again.settle()
  expect(cem.ydoc.getText('note').toDelta()).toEqual(ada.ydoc.getText('note').toDelta())
  cem.ydoc.getText('note').insert(0, 'en verder ')
  await again.settle()
  expect([cem.closedBy(), cem.acked()]).toEqual([null, cem.sent()])
}

test(`${frames} spoiled frames: the room stays writable, whole and loadable`, { timeout: 4 * 3_600_000 }, async () => {
  const tally: Tally = { worstMs: 0, broke: 0, changes: 0 }
  for (let done = 0, seed = firstSeed; done < frames; done += perRoom, seed += 1) {
    const count = Math.min(perRoom, frames - done)
    await oneRoom(seed, count, tally).catch((error: unknown) => {
      throw new Error(`repeat with FUZZ_SEED=${seed} FUZZ_FRAMES=${count}`, { cause: error })
    })
  }
  const facts = `${tally.changes} changes taken in, ${tally.broke} frames that Yjs threw at, slowest ${tally.worstMs.toFixed(0)} ms`
  // A gate that lets everything or nothing through would pass all the rest.
  expect(tally.changes).toBeGreaterThan(frames / 1000)
  expect(tally.changes).toBeLessThan(frames / 2)
  process.stdout.write(`fuzzed ${frames} frames from seed ${firstSeed}: ${facts}\n`)
})
