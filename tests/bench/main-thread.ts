import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'
import type { Figure } from './figures.ts'

/** One thing that a thread of the browser did; times in µs, `tdur` what the processor spent on it. */
const traceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ data: z.object({ type: z.string().optional() }).optional() }).optional(),
})
type TraceEvent = z.infer<typeof traceEvent>

const traceFile = z.object({ traceEvents: z.array(traceEvent) })

/**
 * What keys cost while `type` presses them: the processor time that each takes on the main thread of the page until
 * its letter stands there, the clock time until then, and all work of the page from one key to the next.
 */
export const costOfKeys = async (
  browser: Browser,
  page: Page,
  type: () => Promise<void>,
): Promise<readonly Figure[]> => {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] })
  await type()
  // The last letter is on the screen before the recording ends.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const { traceEvents } = traceFile.parse(JSON.parse((await browser.stopTracing()).toString()))
  const events = traceEvents.toSorted((a, b) => a.ts - b.ts)
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown')
  const first = keys[0]
  if (!first) throw new Error('no key was recorded')
  const own = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
  const tasks = outermost(own.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X'))
  const frames = own.filter(({ name }) => name === 'AnimationFrame::Presentation')
  // The last key has no next one to end its time.
  const strokes = keys.slice(0, -1).flatMap((key, at) => {
    const [next, painted] = [keys[at + 1], frames.find(({ ts }) => ts > key.ts)]
    if (!next || !painted) return []
    const from = tasks.findLast(({ ts }) => ts <= key.ts)?.ts ?? key.ts
    return [
      {
        work: worked(tasks, from, painted.ts),
        paint: (painted.ts - key.ts) / 1000,
        whole: worked(tasks, from, next.ts),
      },
    ]
  })
  return [
    { name: 'main thread from a key to its letter', unit: 'ms', samples: strokes.map(({ work }) => work) },
    { name: 'key until paint', unit: 'ms', samples: strokes.map(({ paint }) => paint) },
    { name: 'main thread from a key to the next', unit: 'ms', samples: strokes.map(({ whole }) => whole) },
  ]
}

/** Without the tasks that ran inside another. */
const outermost = (tasks: readonly TraceEvent[]): readonly TraceEvent[] => {
  let end = 0
  return tasks.filter(({ ts, dur }) => {
    const isInside = ts < end
    end = Math.max(end, ts + dur)
    return !isInside
  })
}

const worked = (tasks: readonly TraceEvent[], from: number, to: number): number =>
  tasks.reduce((sum, { ts, tdur }) => (ts >= from && ts < to ? sum + tdur : sum), 0) / 1000
