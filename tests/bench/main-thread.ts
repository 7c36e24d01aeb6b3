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

/** What a browser sends for one key. */
const eventsOfKey: ReadonlySet<string> = new Set(['keydown', 'keypress', 'beforeinput', 'input', 'keyup'])

/**
 * What keys cost while `type` presses them, in processor time on the main thread of the page: in the tasks that handle
 * the events of the key (the processing time of the Event Timing standard, with the microtasks that follow), in all
 * tasks until its letter stands there, whosever they are, and in all until the next key; and the clock time until the
 * letter stands there.
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
  const handled = own.filter(({ name, args }) => name === 'EventDispatch' && eventsOfKey.has(args?.data?.type ?? ''))
  const tasks = outermost(own.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X'))
  const frames = own.filter(({ name }) => name === 'AnimationFrame::Presentation')
  // The last key has no next one to end its time.
  const strokes = keys.slice(0, -1).flatMap((key, at) => {
    const [next, painted] = [keys[at + 1], frames.find(({ ts }) => ts > key.ts)]
    if (!next || !painted) return []
    const from = tasks.findLast(({ ts }) => ts <= key.ts)?.ts ?? key.ts
    const ofKey = handled.filter(({ ts }) => ts >= key.ts && ts < next.ts)
    const handling = tasks.filter(({ ts, dur }) => ofKey.some((event) => event.ts >= ts && event.ts < ts + dur))
    return [
      {
        handling: handling.reduce((sum, { tdur }) => sum + tdur, 0) / 1000,
        work: worked(tasks, from, painted.ts),
        paint: (painted.ts - key.ts) / 1000,
        whole: worked(tasks, from, next.ts),
      },
    ]
  })
  return [
    { name: 'main thread handling a key', unit: 'ms', samples: strokes.map(({ handling }) => handling) },
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
