import { keep, median, percentile, type Figure } from './figures.ts'
import { runLoad } from './loading.ts'
import { memoryMb } from './processes.ts'
import { polder, relay, stock, type Subject } from './subjects.ts'

// Many small rooms at once: what each costs in memory while its people only look, and while one of them writes.

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const rooms = given('BENCH_ROOMS', 1000)
const people = 3
const seconds = given('BENCH_SECONDS', 8)
const editsPerSecond = given('BENCH_EDITS_PER_SECOND', 200)

const figures: Figure[] = []
const say = (words: string): void => void process.stdout.write(`${words}\n`)
const keepOne = (name: string, unit: string, samples: readonly number[]): void =>
  void figures.push({ name, unit, samples })

const measure = async (subject: Subject): Promise<void> => {
  const empty = memoryMb(subject.pid())
  const places = await subject.enterMany(rooms, people)
  const known = memoryMb(subject.pid())
  const memory = { idle: 0, active: 0 }
  const load = { does: 'edits', rate: editsPerSecond, warmUp: 3, seconds } as const
  const busy = await runLoad(subject, places, load, {
    seated: async () => {
      await new Promise((resolve) => setTimeout(resolve, 3000))
      memory.idle = memoryMb(subject.pid())
    },
    measured: () => {
      memory.active = memoryMb(subject.pid())
    },
  })
  const each = (mb: number) => Math.max(0, ((mb - known) * 1024) / rooms)
  const core = (busy.processorMs / (seconds * 1000)) * 100
  keepOne(`${rooms} rooms, ${subject.name}: memory of an idle room`, 'kB', [each(memory.idle)])
  keepOne(`${rooms} rooms, ${subject.name}: memory of an active room`, 'kB', [each(memory.active)])
  keepOne(`${rooms} rooms, ${subject.name}: part of a core`, '%', [core])
  keepOne(`${rooms} rooms, ${subject.name}: delay`, 'ms', [median(busy.delays), percentile(busy.delays, 0.95)])
  const cells = [
    subject.name.padEnd(7),
    empty.toFixed(0).padStart(9),
    each(memory.idle).toFixed(0).padStart(13),
    each(memory.active).toFixed(0).padStart(15),
    core.toFixed(0).padStart(7),
    median(busy.delays).toFixed(1).padStart(10),
    percentile(busy.delays, 0.95).toFixed(1).padStart(8),
    String(busy.sockets).padStart(8),
    Object.values(busy.closes).length > 0 ? `closed ${JSON.stringify(busy.closes)}` : '',
  ]
  say(`  ${cells.join('  ').trimEnd()}`)
}

say(`  ${rooms} rooms of ${people}, ${editsPerSecond} edits a second in all, ${seconds} s`)
say('  who      MB empty  kB idle room  kB active room  core %  median ms    p95 ms   sockets')
for (const start of [polder, relay, stock]) {
  const subject = await start()
  await measure(subject)
  await subject.stop()
}
keep('sync-rooms', figures)
