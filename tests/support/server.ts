import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The server as people run it: a process of its own that can be killed and started again on the same data. */
export type ServerProcess = {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** The number of the process as it runs now. */
  readonly pid: () => number
  /** Ends it at once, as a power cut of the process would. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>
  /** Starts it again on the same port and data; resolves when it answers. */
  readonly restart: () => Promise<void>
  /** How it ended, once it has. */
  readonly exit: () => { readonly code: number | null; readonly signal: string | null }
  /** What it printed. */
  readonly output: () => string
  /** Stops it and throws its data away. */
  readonly stop: () => Promise<void>
}

type ProcessWish = {
  readonly dataDir?: string
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  /** Build the sources first, also where a built server stands, which may be of yesterday. */
  readonly fromSource?: boolean
}

const root = fileURLToPath(new URL('../../', import.meta.url))

// A test that breaks off must not leave its servers behind.
const running = new Set<() => void>()
process.once('exit', () => running.forEach((end) => end()))

/** Starts the built server, or from source where nothing was built. */
export const startServerProcess = async ({
  dataDir,
  port: wanted,
  env = {},
  fromSource = false,
}: ProcessWish = {}): Promise<ServerProcess> => {
  const program = fromSource ? [await freshBuild()] : programOf()
  const port = wanted ?? (await freePort())
  const data = dataDir ?? mkdtempSync(join(tmpdir(), 'polder-test-'))
  let output = ''
  const run = () => start(program, { PORT: String(port), DATA_DIR: data, ...env }, (text) => (output += text))
  let child = await run()
  running.add(() => child.kill('SIGKILL'))
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir: data,
    pid: () => child.pid ?? 0,
    kill,
    restart: async () => {
      await kill()
      child = await run()
    },
    exit: () => ({ code: child.exitCode, signal: child.signalCode }),
    output: () => output,
    stop: async () => {
      await kill('SIGTERM')
      if (dataDir === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}

const programOf = (): readonly string[] => {
  const built = join(root, 'dist/server/main.js')
  return existsSync(built) ? [built] : ['--import', 'tsx', join(root, 'apps/server/main.ts')]
}

const ofTest = 'server-of-test-'
const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

let building: Promise<string> | undefined

/** The sources as they are now in one file, which starts many times quicker than they do. */
const freshBuild = (): Promise<string> =>
  (building ??= (async () => {
    const { build } = await import('vite')
    // Beside the usual one, so that it finds the same packages. Those of processes that ended go.
    const folder = join(root, 'dist')
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.startsWith(ofTest) && !isRunning(Number(name.slice(ofTest.length))))
        rmSync(join(folder, name), { recursive: true, force: true })
    const outDir = join(folder, `${ofTest}${process.pid}`)
    const configFile = join(root, 'apps/server/vite.config.ts')
    await build({ configFile, logLevel: 'error', build: { outDir, sourcemap: false } })
    return join(outDir, 'main.js')
  })())

const start = (
  program: readonly string[],
  env: Readonly<Record<string, string>>,
  heard: (text: string) => void,
): Promise<ChildProcess> => {
  const child = spawn(process.execPath, program, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    let words = ''
    const hear = (data: Buffer) => {
      words += data.toString()
      heard(data.toString())
      if (words.includes('Polder is running at')) resolve(child)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${words}`)))
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
