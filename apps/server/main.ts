import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { systemClock } from './clock.ts'
import { readConfig, type Config } from './config.ts'
import { openDoor } from './door.ts'
import { readWorkspaceFile } from './files.ts'
import { createLog, errorFacts } from './log.ts'
import { createRooms } from './rooms.ts'
import { openSqlite } from './storage/sqlite.ts'
import { findProgram } from './thread.ts'
import { exportThread } from './workspaces/export-thread.ts'

const say = (words: string): void => void process.stdout.write(`${words}\n`)

const stopWith = (words: string): never => {
  process.stderr.write(`${words}\n`)
  process.exit(1)
}

const configOrStop = (): Config => {
  try {
    return readConfig(process.env)
  } catch (error) {
    return stopWith(error instanceof Error ? error.message : String(error))
  }
}

/** What a person can do about it when the server cannot listen. */
const wordsFor = (error: unknown, { port, host }: Config): string => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that one, or choose another: PORT=${port + 1}`
  if (code === 'EACCES') return `Port ${port} may not be used without more rights. Choose another: PORT=4000`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${host ?? ''}. Check HOST.`
  return `The server cannot start: ${error instanceof Error ? error.message : String(error)}`
}

/** The version in `package.json`, which stands as far above the source as above the built server. */
const versionOf = (): string => {
  const found: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown'
}

const config = configOrStop()
const log = createLog((line) => process.stderr.write(line), systemClock.now)
const storage = await openSqlite({ path: join(config.dataDir, 'polder.db'), sync: config.sync }).catch(
  (error: unknown) =>
    stopWith(
      `The data in ${config.dataDir} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    ),
)
const exportEntry = findProgram('export-worker', '.') ?? stopWith('The program that makes files is missing.')
const app = createApp({
  config,
  version: versionOf(),
  storage,
  clock: systemClock,
  log,
  createRooms,
  openDoor,
  ...exportThread(exportEntry, systemClock),
  readWorkspaceFile,
})

const longestDrainMs = config.limits.drainSeconds * 1000 + 5000
let stopping = false
const stop = (exitCode: number): void => {
  // Asked twice is: at once.
  if (stopping) process.exit(exitCode || 1)
  stopping = true
  systemClock.after(longestDrainMs, () => process.exit(1))
  void app.close().then(
    () => process.exit(exitCode),
    (error: unknown) => {
      log('error', 'drain-failed', errorFacts(error))
      process.exit(1)
    },
  )
}
process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
// The state of the process is in doubt: let go of everybody, and have whoever watches us start a new one.
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    log('error', event, errorFacts(error))
    stop(1)
  })
}

const { port, addresses } = await app.listen().catch((error: unknown) => stopWith(wordsFor(error, config)))
const shown = addresses.all.length === 1 ? addresses.all[0] : `http://localhost:${port}`
say(`Polder draait op ${shown} · Polder is running at ${shown}`)
