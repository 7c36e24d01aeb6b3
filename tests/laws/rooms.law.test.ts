import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { UpdateLog } from '../../apps/server/storage/storage.ts'
import { createRoomWorld } from '../support/room-world.ts'
import type { Peer } from '../support/peer.ts'

const lawRuns = Number(process.env['LAWS_RUNS'] ?? 40)
const people = ['ada', 'bram', 'cem'] as const

const who = fc.nat(people.length - 1)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('type' as const),
      who,
      at: fc.nat(30),
      words: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('cut' as const), who, at: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('row' as const), who, row: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('leave' as const), who }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('come' as const), who }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('stop' as const), who }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('read' as const), who }) },
  { weight: 2, arbitrary: fc.constant({ step: 'shut' as const }) },
  { weight: 2, arbitrary: fc.constant({ step: 'open' as const }) },
  { weight: 3, arbitrary: fc.constant({ step: 'settle' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** A log that can be held shut, and a document of all that it has committed. */
const watchedLog = () => {
  const committed = new Y.Doc()
  let waiting: (() => void)[] = []
  let shut = false
  return {
    committed,
    shut: () => void (shut = true),
    open: () => {
      shut = false
      for (const go of waiting.splice(0)) go()
    },
    between: (log: UpdateLog): UpdateLog => ({
      ...log,
      append: async (batch) => {
        if (shut) await new Promise<void>((resolve) => waiting.push(resolve))
        const appended = await log.append(batch)
        for (const { rows } of batch.parts) for (const { bytes } of rows) Y.applyUpdate(committed, bytes)
        return appended
      },
    }),
  }
}

/** Whether a replica holds, of others, only what is committed. */
const holdsOnlyCommitted = (ydoc: Y.Doc, committed: Y.Doc): boolean =>
  [...ydoc.store.clients.keys()].every(
    (client) => client === ydoc.clientID || Y.getState(ydoc.store, client) <= Y.getState(committed.store, client),
  )

const contentOf = (ydoc: Y.Doc) => ({
  note: ydoc.getText('note').toString(),
  parts: Object.fromEntries(Object.entries(ydoc.getMap('parts').toJSON()).toSorted(([a], [b]) => (a < b ? -1 : 1))),
})

const run = async (steps: readonly Step[]): Promise<void> => {
  const log = watchedLog()
  const env = {
    LIMIT_FRAMES_BURST: '100000',
    LIMIT_STEP1_PER_MINUTE: '1000',
    CHECKPOINT_ROWS: '7',
    LIMIT_LAG_BYTES: '300',
  }
  const world = await createRoomWorld({ ...log, env })
  const replicas = people.map(() => new Y.Doc())
  let early = 0
  for (const ydoc of replicas) {
    ydoc.on('update', (_, origin) => {
      if (origin === 'server' && !holdsOnlyCommitted(ydoc, log.committed)) early += 1
    })
  }
  const here: (Peer | null)[] = people.map(() => null)
  const come = (at: number) => {
    const name = people[at]
    // A new socket, the same replica: what it did meanwhile comes along.
    if (name && (!here[at] || here[at]?.closedBy())) here[at] = world.come(name, replicas[at])
  }
  const act = async (one: Step): Promise<void> => {
    const ydoc = 'who' in one ? replicas[one.who] : undefined
    const note = ydoc?.getText('note')
    switch (one.step) {
      case 'type':
        return void note?.insert(Math.min(one.at, note.length), one.words)
      case 'cut':
        return void (note && note.length > one.at && note.delete(one.at, 1))
      case 'row':
        return void ydoc?.getMap('parts').set(`pa-${one.row}`, new Y.Map([['by', people[one.who]]]))
      case 'leave':
        here[one.who]?.leave()
        here[one.who] = null
        return undefined
      case 'come':
        return come(one.who)
      case 'stop':
        return here[one.who]?.stop()
      case 'read':
        return here[one.who]?.read()
      case 'shut':
        return log.shut()
      case 'open':
        return log.open()
      case 'settle':
        world.clock.pass(300)
        return world.settle()
    }
  }
  for (const one of steps) await act(one)
  log.open()
  await world.settle()
  people.forEach((_, at) => {
    here[at]?.read()
    come(at)
  })
  for (let again = 0; again < 6; again += 1) {
    world.clock.pass(300)
    await world.settle()
  }
  const { checkpoint, tail } = await world.storage.log.load(`${world.workspaceId}.${world.documentId}`)
  const reloaded = new Y.Doc()
  for (const { bytes } of [...(checkpoint ? [checkpoint] : []), ...tail]) Y.applyUpdate(reloaded, bytes)
  for (const ydoc of replicas) expect(contentOf(ydoc)).toEqual(contentOf(reloaded))
  expect(early).toBe(0)
  for (const peer of here) expect([peer?.closedBy(), peer?.acked()]).toEqual([null, peer?.sent()])
}

test('whoever comes, goes, stalls and types: all replicas and the log end equal, nobody saw what was not stored', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), run), { numRuns: lawRuns, verbose: 1 })
})
