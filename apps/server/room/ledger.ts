import { newId } from '#kernel/id.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'
import type { Metrics } from '../metrics.ts'
import type { NewRow, UpdateLog } from '../storage/storage.ts'

/** Something applied in memory that is not durable yet. */
export type Entry<Mark> = { readonly row: NewRow; readonly mark: Mark }

/** Carries a document's changes to the log in order, one commit at a time. */
export type Ledger<Mark> = {
  readonly add: (entry: Entry<Mark>) => void
  /** Does the work at a moment when everything in memory is durable; at once when it already is. */
  readonly whenDurable: (work: () => void) => void
  /** Somebody waits for such a moment: nothing new may be applied, or it would never come. */
  readonly isAwaited: () => boolean
  readonly isIdle: () => boolean
  /** Nothing of what waits will be written. */
  readonly abandon: () => void
}

type LedgerDeps<Mark> = {
  readonly doc: string
  readonly log: UpdateLog
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: Metrics
  /** How long the first change of a commit waits for others, in ms; 0 is not at all. */
  readonly gatherMs: () => number
  readonly onCommitted: (entries: readonly Entry<Mark>[], lastSeq: number) => void
  /** All that waited for a durable moment has had it. */
  readonly onResume: () => void
  readonly onFailed: (error: unknown) => void
}

/** Waits before trying a failed commit again; after the last one the ledger has failed. */
const retryMs: readonly number[] = [100, 400, 1200]

export const createLedger = <Mark>(deps: LedgerDeps<Mark>): Ledger<Mark> => {
  let queue: Entry<Mark>[] = []
  const awaiting: (() => void)[] = []
  let committing = false
  let stopGathering: (() => void) | null = null
  // An answer to one work must not be applied before the next one has read.
  let isServing = false
  let abandoned = false

  const commit = async (): Promise<void> => {
    committing = true
    const batch = takeBatch(queue, deps.limits)
    queue = queue.slice(batch.length)
    const began = performance.now()
    const lastSeq = await append(deps, batch)
    deps.metrics.committed(batch.length, performance.now() - began)
    if (abandoned) return
    deps.onCommitted(batch, lastSeq)
    committing = false
    settle()
    start()
  }
  const isIdle = () => !committing && queue.length === 0
  const settle = (): void => {
    if (awaiting.length === 0 || !isIdle()) return
    isServing = true
    try {
      // A work that writes makes the next one wait for its commit.
      while (isIdle()) {
        const work = awaiting.shift()
        if (!work) break
        work()
      }
    } finally {
      isServing = false
    }
    if (awaiting.length === 0) deps.onResume()
    else start()
  }
  const begin = (): void => {
    stopGathering?.()
    stopGathering = null
    commit().catch((error: unknown) => {
      abandoned = true
      deps.onFailed(error)
    })
  }
  // Whoever waits to read waits for no one else's change.
  const start = (): void => {
    if (committing || queue.length === 0 || abandoned) return
    const waitMs = awaiting.length > 0 || queue.length >= deps.limits.batchRows ? 0 : deps.gatherMs()
    if (waitMs === 0) begin()
    else stopGathering ??= deps.clock.after(waitMs, begin)
  }

  return {
    add: (entry) => {
      queue.push(entry)
      start()
    },
    whenDurable: (work) => {
      if (abandoned) return
      awaiting.push(work)
      if (isServing) return
      settle()
      start()
    },
    isAwaited: () => isServing || awaiting.length > 0,
    isIdle,
    abandon: () => {
      abandoned = true
      stopGathering?.()
      queue = []
      awaiting.length = 0
    },
  }
}

const takeBatch = <Mark>(queue: readonly Entry<Mark>[], limits: Limits): readonly Entry<Mark>[] => {
  let bytes = 0
  const end = queue.findIndex(({ row }, at) => {
    bytes += row.bytes.length
    return at > 0 && (at >= limits.batchRows || bytes > limits.batchBytes)
  })
  return end < 0 ? queue : queue.slice(0, end)
}

// The batch keeps its id, so a commit whose answer was lost is not written twice.
const append = async <Mark>({ doc, log, clock }: LedgerDeps<Mark>, batch: readonly Entry<Mark>[]): Promise<number> => {
  const task = { id: newId('batch'), at: clock.now(), parts: [{ doc, rows: batch.map(({ row }) => row) }] }
  for (const waitMs of [...retryMs, null]) {
    try {
      const [appended] = await log.append(task)
      if (!appended) throw new Error('the log gave no number')
      return appended.lastSeq
    } catch (error) {
      if (waitMs === null) throw error
      await new Promise<void>((resolve) => clock.after(waitMs, resolve))
    }
  }
  throw new Error('unreachable: the last try returns or throws')
}
