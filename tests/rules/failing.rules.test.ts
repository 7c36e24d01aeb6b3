import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { StorageError, type UpdateLog } from '../../apps/server/storage/storage.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
import type { Peer } from '../support/peer.ts'

// A log whose nth call fails, for each n: before anything happened, or after it happened and the answer was lost.

type Fault = { readonly at: number; readonly answerLost: boolean }

const failingAt = (fault: Fault) => {
  let calls = 0
  const guarded =
    <Input extends readonly unknown[], Output>(work: (...input: Input) => Promise<Output>) =>
    async (...input: Input): Promise<Output> => {
      calls += 1
      const fails = calls === fault.at
      if (fails && !fault.answerLost) throw new StorageError('io', 'the disk is gone')
      const output = await work(...input)
      if (fails) throw new StorageError('io', 'the answer is lost')
      return output
    }
  return {
    calls: () => calls,
    between: (log: UpdateLog): UpdateLog => ({
      ...log,
      append: guarded(log.append),
      load: guarded(log.load),
      rowsAfter: guarded(log.rowsAfter),
      putCheckpoint: guarded(log.putCheckpoint),
      quarantine: guarded(log.quarantine),
    }),
  }
}

const rest = async (world: RoomWorld): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    await world.settle()
    world.clock.pass(1500)
  }
  await world.settle()
}

/** Two people write, go, and come back, with a checkpoint on the way; gives what was called saved or seen. */
const workshop = async (fault: Fault) => {
  const log = failingAt(fault)
  const world = await createRoomWorld({ between: log.between, env: { CHECKPOINT_ROWS: '3' } })
  const replicas = new Map(['ada', 'bram'].map((name) => [name, new Y.Doc()]))
  const promised = new Set<string>()
  let word = 0
  for (let day = 0; day < 3; day += 1) {
    for (let hour = 0; hour < 4; hour += 1) {
      const here: Peer[] = []
      for (const [name, ydoc] of replicas) {
        here.push(world.come(name, ydoc))
        await rest(world)
      }
      const before = here.map(({ ydoc }) => ydoc.getText('note').toString())
      const [writer, reader] = here
      const words = `w${(word += 1)} `
      writer?.ydoc.getText('note').insert(0, words)
      await rest(world)
      if (writer && writer.closedBy() === null && writer.acked() === writer.sent()) promised.add(words)
      if (reader?.ydoc.getText('note').toString().includes(words)) promised.add(words)
      expect(before).toHaveLength(2)
      for (const peer of here) peer.leave()
    }
    world.clock.pass(40_000)
    await rest(world)
  }
  return { world, promised, calls: log.calls(), wrote: word }
}

test.each([false, true])(
  'R2 R3: whichever call of the log fails (its answer lost: %s), nothing promised is gone',
  async (answerLost) => {
    const { calls } = await workshop({ at: 0, answerLost })
    expect(calls).toBeGreaterThan(15)
    for (let at = 1; at <= calls; at += 1) {
      const { world, promised, wrote } = await workshop({ at, answerLost })
      const cem = world.come('cem')
      await rest(world)
      const text = cem.ydoc.getText('note').toString()
      expect([at, [...promised].filter((words) => !text.includes(words))]).toEqual([at, []])
      // Once it works again, all goes on as before; nothing stands twice.
      expect(promised.size).toBeGreaterThan(wrote / 2)
      for (const words of promised) expect(text.split(words)).toHaveLength(2)
    }
  },
)
