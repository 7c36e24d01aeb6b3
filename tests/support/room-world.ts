import type * as Y from 'yjs'
import { readConfig } from '../../apps/server/config.ts'
import type { Access, Authority } from '../../apps/server/authority.ts'
import { createMetrics } from '../../apps/server/metrics.ts'
import { createRooms } from '../../apps/server/rooms.ts'
import type { Commit, Rooms, Shapes } from '../../apps/server/rooms-contract.ts'
import { openMemory } from '../../apps/server/storage/sqlite.ts'
import type { Storage, UpdateLog } from '../../apps/server/storage/storage.ts'
import { documentRow, newWorkspaceRows } from '../../apps/server/workspaces/creating.ts'
import { createHandClock, type HandClock } from './hand-clock.ts'
import { peerIn, type Peer } from './peer.ts'

/** Rooms over a storage in memory, with time and every person's rights in the hands of the test. */
export type RoomWorld = {
  readonly rooms: Rooms
  readonly storage: Storage
  readonly clock: HandClock
  readonly workspaceId: string
  readonly documentId: string
  readonly commits: readonly Commit[]
  readonly logged: readonly string[]
  /** Lets somebody come in with a replica; people who were not given rights contribute. */
  readonly come: (name: string, ydoc?: Y.Doc, receipt?: string) => Peer
  readonly allow: (name: string, access: Partial<Access> | null) => void
  /** Everything that runs by itself, up to now: commits, answers, loads. */
  readonly settle: () => Promise<void>
}

/** What a test lets people write: a table of parts, a page of prose, a text and values. */
export const testShape: ReturnType<Shapes> = {
  roots: { parts: 'table', values: 'map', page: 'xml', note: 'text' },
  elements: new Set(['paragraph', 'blockquote']),
}

const contributor: Access = {
  read: true,
  write: true,
  version: 1,
  name: null,
  perspective: 'resident',
  role: 'contributor',
  sessionId: null,
  activityId: null,
}

type Wish = {
  readonly env?: Readonly<Record<string, string>>
  readonly storage?: Storage
  /** A workspace that the storage holds already. */
  readonly workspaceId?: string
  /** Stands between the rooms and the log: holds commits back, or fails them. */
  readonly between?: (log: UpdateLog) => UpdateLog
}

export const createRoomWorld = async ({
  env = {},
  storage = openMemory(),
  between = (log) => log,
  workspaceId: known,
}: Wish = {}): Promise<RoomWorld> => {
  const clock = createHandClock()
  const documentId = 'a-test'
  const made = newWorkspaceRows({ title: 'A', language: 'nl', keepDays: 365, perspectives: [] }, 0)
  const workspaceId = known ?? made.id
  const document = { id: documentId, kind: 'test', title: '', order: 'a0' }
  if (known === undefined) await storage.tables.write([...made.rows, documentRow(workspaceId, document, 0)])

  const rights = new Map<string, Access | null>()
  const authority: Authority = {
    access: (_, __, participant) => {
      const own = rights.get(participant)
      return own === undefined ? { ...contributor, name: participant } : own
    },
  }
  const logged: string[] = []
  const rooms = createRooms({
    storage: { ...storage, log: between(storage.log) },
    authority,
    shapes: (kind) => (kind === 'test' ? testShape : null),
    clock,
    config: readConfig(env),
    metrics: createMetrics(() => rooms.counts()),
    log: (level, event, facts) => void logged.push(JSON.stringify({ level, event, ...facts })),
  })
  const commits: Commit[] = []
  rooms.onCommit((commit) => void commits.push(commit))

  return {
    rooms,
    storage,
    clock,
    workspaceId,
    documentId,
    commits,
    logged,
    come: (name, ydoc, receipt) => peerIn(rooms, { workspaceId, documentId, participantId: name, receipt }, ydoc),
    allow: (name, access) => void rights.set(name, access && { ...contributor, name, ...access }),
    settle: async () => {
      // A commit in memory takes a turn of the loop; answers to it can cause another.
      for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
