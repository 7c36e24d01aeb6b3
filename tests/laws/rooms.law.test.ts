import fc from 'fast-check'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { StorageError, type UpdateLog } from '../../apps/server/storage/storage.ts'
import { createRoomWorld, type RoomWorld } from '../support/room-world.ts'
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
  { weight: 1, arbitrary: fc.record({ step: fc.constant('repeat' as const), who }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('demote' as const), who }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('promote' as const), who }) },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('fail' as const), times: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.constant({ step: 'shut' as const }) },
  { weight: 2, arbitrary: fc.constant({ step: 'open' as const }) },
  { weight: 3, arbitrary: fc.constant({ step: 'settle' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** A log that can be held shut or made to fail, and a document of all that it has committed. */
const watchedLog = () => {
  const committed = new Y.Doc()
  const waiting: (() => void)[] = []
  let shut = false
  let failures = 0
  return {
    committed,
    fail: (times: number) => void (failures = times),
    shut: () => void (shut = true),
    open: () => {
      shut = false
      for (const go of waiting.splice(0)) go()
    },
    between: (log: UpdateLog): UpdateLog => ({
      ...log,
      append: async (batch) => {
        if (shut) await new Promise<void>((resolve) => waiting.push(resolve))
        if (failures > 0) {
          failures -= 1
          throw new StorageError('io', 'the disk is gone')
        }
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
  let early = 0
  const newReplica = (): Y.Doc => {
    const ydoc = new Y.Doc()
    ydoc.on('update', (_, origin) => {
      if (origin === 'server' && !holdsOnlyCommitted(ydoc, log.committed)) early += 1
    })
    return ydoc
  }
  const replicas = people.map(newReplica)
  const here: (Peer | null)[] = people.map(() => null)
  const versions = people.map(() => 1)
  const grant = (at: number, write: boolean) => {
    versions[at] = (versions[at] ?? 1) + 1
    world.allow(people[at] ?? '', {
      version: versions[at] ?? 1,
      write,
      ...(write ? {} : { writeRefusal: 'read-only', role: 'observer' }),
    })
  }
  const come = (at: number) => {
    const name = people[at]
    const last = here[at]
    if (!name || (last && !last.closedBy())) return
    // What was refused is handed back to its author, and the replica starts again.
    if (last?.events().some((event) => event.type === 'rejected')) replicas[at] = newReplica()
    here[at] = world.come(name, replicas[at])
  }
  const act = async (one: Step): Promise<void> => {
    const ydoc = 'who' in one ? replicas[one.who] : undefined
    const note = ydoc?.getText('note')
    switch (one.step) {
      case 'type':
        note?.insert(Math.min(one.at, note.length), one.words)
        return undefined
      case 'cut':
        if (note && note.length > one.at) note.delete(one.at, 1)
        return undefined
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
      case 'repeat':
        return here[one.who]?.sayAgain()
      case 'demote':
        return grant(one.who, false)
      case 'promote':
        return grant(one.who, true)
      case 'fail':
        return log.fail(one.times)
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
  log.fail(0)
  await rest(world)
  people.forEach((_, at) => {
    here[at]?.read()
    grant(at, true)
  })
  // Whoever is told that their rights changed comes back; a room that failed is opened again.
  for (let again = 0; again < 3; again += 1) {
    people.forEach((_, at) => come(at))
    replicas.forEach((ydoc) => ydoc.getMap('values').set('here', again))
    await rest(world)
  }
  people.forEach((_, at) => come(at))
  await rest(world)
  const { checkpoint, tail } = await world.storage.log.load(`${world.workspaceId}.${world.documentId}`)
  const reloaded = new Y.Doc()
  for (const { bytes } of [...(checkpoint ? [checkpoint] : []), ...tail]) Y.applyUpdate(reloaded, bytes)
  for (const ydoc of replicas) expect(contentOf(ydoc)).toEqual(contentOf(reloaded))
  expect(early).toBe(0)
  for (const peer of here) expect([peer?.closedBy(), peer?.acked()]).toEqual([null, peer?.sent()])
}

const rest = async (world: RoomWorld): Promise<void> => {
  for (let again = 0; again < 6; again += 1) {
    world.clock.pass(2000)
    await world.settle()
  }
}

test('whoever comes, goes, stalls and types: all replicas and the log end equal, nobody saw what was not stored', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), run), { numRuns: lawRuns, verbose: 1 })
})
