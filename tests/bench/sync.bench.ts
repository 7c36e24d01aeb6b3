import { keep, median, percentile, type Figure } from './figures.ts'
import { runLoad, type Run } from './loading.ts'
import { polder, relay, stock, type Subject } from './subjects.ts'

// What one room costs: edits passed on to many, and cursors moving. Server, load and peers each in a process of their
// own, on the same machine, in turns. The relay and the stock server store nothing.

const given = (name: string, usual: number): number => Number(process.env[name] ?? usual)
const seconds = given('BENCH_SECONDS', 4)
const runs = given('BENCH_RUNS', 3)
const sizes = (process.env['BENCH_SIZES'] ?? '25,100,200,400').split(',').map(Number)
const only = process.env['BENCH_DOES']
const writers = 10

type Does = 'edits' | 'cursors'
const loads = {
  edits: { rate: 100, words: '100 a second in all' },
  cursors: { rate: 10, words: '10 a second of each' },
} as const
/** With cursors the peers are overloaded beyond this, and would only measure their own queue. */
const mostMovers = 100

const figures: Figure[] = []
const say = (words: string): void => void process.stdout.write(`${words}\n`)

const measured = (does: Does, count: number, name: string, all: readonly Run[]) => {
  const wanted = (does === 'edits' ? loads.edits.rate : loads.cursors.rate * count) * seconds * count
  const of = (what: string, unit: string, value: (run: Run) => number): number => {
    const samples = all.map(value)
    figures.push({ name: `${does}, ${count} people, ${name}: ${what}`, unit, samples })
    return median(samples)
  }
  return {
    cost: of('processor per delivery', 'µs', (run) => (run.processorMs * 1000) / run.delivered),
    core: of('part of a core', '%', (run) => (run.processorMs / (seconds * 1000)) * 100),
    each: of('to each', 'kB/s', (run) => run.bytes / run.sockets / seconds / 1000),
    half: of('median delay', 'ms', (run) => median(run.delays)),
    most: of('p95 delay', 'ms', (run) => percentile(run.delays, 0.95)),
    part: of('delivered', '%', (run) => (run.delivered / wanted) * 100),
    closed: all.reduce((sum, { closes }) => sum + Object.values(closes).reduce((a, b) => a + b, 0), 0),
  }
}

const table = async (does: Does, subjects: readonly Subject[]) => {
  say(`\n  ${does}, ${loads[does].words}, medians of ${runs} runs of ${seconds} s`)
  say('  people  who     µs/delivery  core %  kB/s each  median ms    p95 ms  delivered  beside the relay')
  for (const count of sizes) {
    const here = subjects.filter(({ name }) => does === 'edits' || name === 'polder' || count <= mostMovers)
    const seen = new Map(here.map(({ name }) => [name, [] as Run[]]))
    for (let run = 0; run < runs; run += 1) {
      for (const subject of here) {
        const places = await subject.enter(count, does === 'edits' ? writers : count)
        seen
          .get(subject.name)
          ?.push(await runLoad(subject, places, { does, rate: loads[does].rate, warmUp: 1, seconds }))
      }
    }
    const results = here.map(({ name }) => ({ name, ...measured(does, count, name, seen.get(name) ?? []) }))
    const base = results.find(({ name }) => name === 'relay')
    for (const { name, cost, core, each, half, most, part, closed } of results) {
      const beside = base ? `${(cost / base.cost).toFixed(2)} times, p95 ${(most - base.most).toFixed(0)} ms more` : ''
      const cells = [
        String(count).padStart(6),
        name.padEnd(6),
        cost.toFixed(2).padStart(12),
        core.toFixed(0).padStart(6),
        each.toFixed(1).padStart(9),
        half.toFixed(1).padStart(9),
        most.toFixed(1).padStart(8),
        `${part.toFixed(0)} %`.padStart(9),
        name === 'relay' ? '' : beside,
        closed > 0 ? `${closed} closed` : '',
      ]
      say(`  ${cells.join('  ').trimEnd()}`)
    }
  }
}

const subjects = [await polder(), await relay(), await stock()]
for (const does of ['edits', 'cursors'] as const) if (only === undefined || only === does) await table(does, subjects)
for (const subject of subjects) await subject.stop()
keep('sync', figures)
