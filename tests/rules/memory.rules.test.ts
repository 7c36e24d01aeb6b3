import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as Y from 'yjs'
import { expect, test, vi } from 'vitest'
import { createFolding } from '../../apps/server/room/folding.ts'
import { createRoomWorld, testShape } from '../support/room-world.ts'

const shape = testShape ?? { roots: {} }

/** Frees what nothing holds any more, and says how much is held, in MB. */
const heldMb = (): number => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('no way to collect')
  for (let time = 0; time < 3; time += 1) Reflect.apply(collect, undefined, [])
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

const updatesOfWriting = (times: number): readonly Uint8Array[] => {
  const ydoc = new Y.Doc()
  const updates: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array) => updates.push(update))
  for (let at = 0; at < times; at += 1) {
    ydoc.getText('note').insert((at * 7919) % (ydoc.getText('note').length + 1), `woord ${at} `)
    if (at % 5 === 4) ydoc.getText('note').delete(0, 3)
  }
  return updates
}

test('R10: a large document is put together on another thread, and is the same', async () => {
  const folding = createFolding()
  if (!folding) throw new Error('the program of the thread is not there')
  const updates = updatesOfWriting(3000)
  const [whole, again] = [new Y.Doc(), new Y.Doc()]
  for (const update of updates) Y.applyUpdate(whole, update)
  const folded = await folding.fold(updates, shape)
  Y.applyUpdate(again, folded)
  expect(again.getText('note').toString()).toBe(whole.getText('note').toString())
  expect(Y.equalSnapshots(Y.snapshot(again), Y.snapshot(whole))).toBe(true)
  await expect(folding.fold(updates.slice(5), shape)).rejects.toThrow(/pending/)
  await expect(folding.fold([Uint8Array.of(1, 9, 9)], shape)).rejects.toThrow(/\w/)
  // One that failed stands in nobody's way.
  expect(await folding.fold(updates.slice(0, 3), shape)).toBeInstanceOf(Uint8Array)
})

test('R10: people write on while a large document becomes a checkpoint, and nothing of it is missing', async () => {
  const world = await createRoomWorld({ env: { CHECKPOINT_ROWS: '20', KEEP_ROWS_HOURS: '0.001' } })
  const ada = world.come('ada')
  await world.settle()
  const note = ada.ydoc.getText('note')
  note.insert(0, 'x'.repeat(200_000))
  note.insert(0, 'y'.repeat(200_000))
  const name = `${world.workspaceId}.${world.documentId}`
  for (let at = 0; at < 25; at += 1) {
    note.insert(at, `${at} `)
    await world.settle()
  }
  await vi.waitFor(async () => expect((await world.storage.log.load(name)).checkpoint?.seq).toBeGreaterThan(0), 15_000)
  for (let at = 0; at < 5; at += 1) note.insert(at, 'daarna ')
  await world.settle()
  const { checkpoint, tail, seq } = await world.storage.log.load(name)
  expect(tail.at(-1)?.seq).toBe(seq)
  const reloaded = new Y.Doc()
  for (const { bytes } of [...(checkpoint ? [checkpoint] : []), ...tail]) Y.applyUpdate(reloaded, bytes)
  expect(reloaded.getText('note').toString()).toBe(note.toString())
  expect(world.logged.filter((line) => line.includes('checkpoint-failed'))).toEqual([])
})

test('R12: after a crowd in large rooms has gone, memory is what it was', async () => {
  const world = await createRoomWorld()
  const visit = async (name: string): Promise<void> => {
    const people = Array.from({ length: 5 }, (_, at) => world.come(`${name}${at}`))
    await world.settle()
    people.forEach((person, at) => {
      person.ydoc.getText('note').insert(0, `${name} ${at} `.repeat(200))
      person.tellPresence({ at: 'hier' })
    })
    await world.settle()
    world.clock.pass(1000)
    for (const person of people) person.leave()
    world.clock.pass(61_000)
    await world.settle()
    expect(world.rooms.counts()).toEqual({ rooms: 0, connections: 0 })
  }
  for (let warm = 0; warm < 3; warm += 1) await visit(`warm${warm}`)
  const before = heldMb()
  for (let time = 0; time < 20; time += 1) await visit(`keer${time}`)
  // What was written stands in the database of this test, which is in memory and counts elsewhere.
  expect(heldMb() - before).toBeLessThan(4)
})
