import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { formatRoom } from '#protocol/room-name.ts'
import { subprotocol, ticketPrefix } from '#protocol/messages.ts'
import { browserOf, programOf } from '../support/caller.ts'
import { startServerProcess } from '../support/server.ts'
import { keep, median, percentile, type Figure } from './figures.ts'

// What one room costs: edits passed on to many, and cursors moving. Server, load and peers each in a process of their
// own, on the same machine in the same run. The relay and the stock server store nothing.

const sizes = [25, 100, 200, 400]
const seconds = Number(process.env['BENCH_SECONDS'] ?? 6)
const editsPerSecond = 100
const movesPerSecond = 10

type Where = { readonly url: string; readonly protocols: readonly string[] }
type Subject = {
  readonly name: string
  readonly speaks: 'ours' | 'standard'
  readonly pid: number
  readonly enter: (count: number) => Promise<readonly Where[]>
  readonly stop: () => Promise<void> | void
}
type Seen = {
  readonly frames: number
  readonly bytes: number
  readonly delays: readonly number[]
  readonly deliveredPerSocket: number
  readonly sockets: number
}
type Run = Seen & { readonly cpuMs: number }

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

/** Processor time of a process and its threads so far, in ms. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const polder = async (): Promise<Subject> => {
  const high = '1000000'
  const server = await startServerProcess({
    env: {
      LIMIT_COMMANDS_PER_SECOND: high,
      LIMIT_JOINS_PER_SECOND: high,
      LIMIT_FRAMES_PER_SECOND: high,
      LIMIT_FRAMES_BURST: high,
    },
  })
  const { body } = await browserOf(server).call('createWorkspace', { body: { title: 'Bench', language: 'nl' } })
  const workspace = body.workspace.id
  const view = await programOf(server, body.facilitatorToken).call('workspace', { params: { workspace } })
  const room = formatRoom(workspace, view.body.artefacts[0]?.id ?? '')
  const people: string[] = []
  const enter = async (count: number): Promise<readonly Where[]> => {
    for (let at = people.length; at < count; at += 1) {
      const joined = await browserOf(server).call('join', {
        body: { code: body.joinCode, name: `p${at}`, perspective: 'resident' },
      })
      people.push(joined.body.token)
    }
    const tickets = await Promise.all(
      people
        .slice(0, count)
        .map(async (token) => (await programOf(server, token).call('ticket', { params: { room } })).body.ticket),
    )
    return tickets.map((ticket) => ({
      url: `${server.url.replace('http', 'ws')}/sync/${room}`,
      protocols: [subprotocol, ticketPrefix + ticket],
    }))
  }
  return { name: 'polder', speaks: 'ours', pid: server.pid(), enter, stop: server.stop }
}

const peer = async (name: string, file: string): Promise<Subject> => {
  const child = spawn(process.execPath, [here(file)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await lineOf(child)
  let room = 0
  const enter = async (count: number): Promise<readonly Where[]> => {
    room += 1
    return Array.from({ length: count }, () => ({ url: `ws://127.0.0.1:${port}/room-${room}`, protocols: [] }))
  }
  return { name, speaks: 'standard', pid: child.pid ?? 0, enter, stop: () => void child.kill() }
}

const lineOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (!child.stdout) return reject(new Error('it says nothing'))
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', () => reject(new Error('it ended')))
  })

const run = async (subject: Subject, does: 'edits' | 'cursors', count: number): Promise<Run> => {
  const load = spawn(process.execPath, [here('load.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: load.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => String((await lines.next()).value)
  const rate = does === 'edits' ? editsPerSecond : movesPerSecond
  load.stdin.write(
    `${JSON.stringify({ sockets: await subject.enter(count), speaks: subject.speaks, does, rate, seconds })}\n`,
  )
  await line()
  load.stdin.write('go\n')
  await line()
  const before = cpuOf(subject.pid)
  await line()
  const cpuMs = cpuOf(subject.pid) - before
  const seen = JSON.parse(await line()) as Seen
  return { ...seen, cpuMs }
}

const figures: Figure[] = []
const say = (words: string): void => void process.stdout.write(`${words}\n`)
const table = async (
  does: 'edits' | 'cursors',
  subjects: readonly Subject[],
  most: Readonly<Record<string, number>>,
) => {
  say(
    `\n  ${does}, ${does === 'edits' ? `${editsPerSecond} a second in all` : `${movesPerSecond} a second of each`}, ${seconds} s`,
  )
  say('  people  who      µs of processor per delivery   core   kB/s to each   median ms   p95 ms   delivered')
  for (const count of sizes) {
    for (const subject of subjects) {
      if (count > (most[subject.name] ?? Infinity)) continue
      const seen = await run(subject, does, count)
      const delivered = seen.deliveredPerSocket * seen.sockets
      const wanted = (does === 'edits' ? editsPerSecond : movesPerSecond * count) * seconds * count
      const row = [
        String(count).padStart(6),
        subject.name.padEnd(8),
        ((seen.cpuMs * 1000) / delivered).toFixed(2).padStart(10),
        `${((seen.cpuMs / (seconds * 1000)) * 100).toFixed(0)} %`.padStart(24),
        (seen.bytes / seen.sockets / seconds / 1024).toFixed(1).padStart(13),
        median(seen.delays).toFixed(1).padStart(12),
        percentile(seen.delays, 0.95).toFixed(1).padStart(9),
        `${((delivered / wanted) * 100).toFixed(0)} %`.padStart(10),
      ]
      say(`  ${row.join('  ')}`)
      figures.push({
        name: `${does} ${count} ${subject.name} delay`,
        unit: 'ms',
        samples: [median(seen.delays), percentile(seen.delays, 0.95)],
      })
      figures.push({
        name: `${does} ${count} ${subject.name} processor per delivery`,
        unit: 'µs',
        samples: [(seen.cpuMs * 1000) / delivered],
      })
    }
  }
}

const ours = await polder()
const relay = await peer('relay', 'relay.mjs')
const stock = await peer('stock', 'stock.mjs')
await table('edits', [ours, relay, stock], {})
// With cursors the peers are overloaded beyond this, and would only measure their own queue.
await table('cursors', [ours, relay, stock], { relay: 100, stock: 100 })
for (const subject of [ours, relay, stock]) await subject.stop()
keep('sync', figures)
