import { models } from '#artefacts/models.ts'
import { tellersOf } from '#export/tellers.ts'
import { createApp, type App, type AppDeps } from '../../apps/server/app.ts'
import { systemClock, type Clock } from '../../apps/server/clock.ts'
import { readConfig } from '../../apps/server/config.ts'
import { openMemory } from '../../apps/server/storage/sqlite.ts'
import type { Storage } from '../../apps/server/storage/storage.ts'
import { createPlainRooms, type Told } from './plain-rooms.ts'

/** A server of this process on a free port. */
export type TestServer = {
  readonly url: string
  readonly app: App
  readonly storage: Storage
  /** What was told to rooms, while these are the plain ones. */
  readonly told: Told
  /** What the server logged. */
  readonly logged: readonly string[]
  readonly stop: () => Promise<void>
}

type Wish = Partial<AppDeps> & { readonly env?: Readonly<Record<string, string>>; readonly clock?: Clock }

/** Starts the composed server on port 0 with its database in memory. */
export const startServer = async ({ env = {}, ...deps }: Wish = {}): Promise<TestServer> => {
  const told: Told = { events: [], closed: [] }
  const logged: string[] = []
  const storage = deps.storage ?? openMemory()
  const app = createApp({
    config: readConfig({ PORT: '0', HOST: '127.0.0.1', WEB_DIR: 'no-such-folder', ...env }),
    version: 'test',
    clock: systemClock,
    log: (level, event, facts) => void logged.push(JSON.stringify({ level, event, ...facts })),
    createRooms: (parts) => createPlainRooms(parts, told),
    exporters: {},
    tellers: tellersOf(models),
    readWorkspaceFile: () => ({ ok: false, reason: 'malformed-import', errors: [] }),
    ...deps,
    storage,
  })
  const { port } = await app.listen()
  return { url: `http://127.0.0.1:${port}`, app, storage, told, logged, stop: app.close }
}
