import type { Clock } from '../clock.ts'

/** Lets each key do something so many times, then at a steady pace. */
export type Quota = {
  /** Uses one turn up and gives 0, or the seconds to wait. */
  readonly take: (key: string) => number
}

/** `burst` turns at once; each comes back after `perMs / burst` milliseconds. */
export const createQuota = (clock: Clock, burst: number, perMs: number): Quota => {
  const buckets = new Map<string, { turns: number; at: number }>()
  return {
    take: (key) => {
      const now = clock.now()
      const last = buckets.get(key) ?? { turns: burst, at: now }
      const turns = Math.min(burst, last.turns + ((now - last.at) * burst) / perMs)
      const waits = turns < 1
      buckets.set(key, { turns: waits ? turns : turns - 1, at: now })
      forget(buckets, now - perMs)
      return waits ? Math.ceil(((1 - turns) * perMs) / burst / 1000) : 0
    },
  }
}

const mostRemembered = 10_000

// Whoever did nothing for a whole period has all turns back, as if never seen.
const forget = (buckets: Map<string, { at: number }>, before: number): void => {
  if (buckets.size < mostRemembered) return
  for (const [key, { at }] of buckets) if (at < before) buckets.delete(key)
}
