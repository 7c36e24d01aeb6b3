import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'

/** Sends the newest states of many together, in one frame a tick. */
export type Coalescer<Key> = {
  /** A state is new; so many bytes of it would be sent. */
  readonly note: (key: Key, bytes: number) => void
  /** Nothing of it is to be sent any more. */
  readonly forget: (key: Key) => void
  readonly close: () => void
}

type CoalescerDeps<Key> = {
  readonly clock: Clock
  readonly limits: Limits
  /** How many connections the room has. */
  readonly size: () => number
  /** Sends the states of these keys, as they are now. */
  readonly send: (keys: readonly Key[]) => void
  /** Says a state again after so long, for those who forget; absent: never. */
  readonly repeatMs?: number
}

type Entry = { readonly bytes: number; readonly sentAt: number }

const crowd = 50
const crowdTickMs = 125
/** To each client, so that a full room stays within the line of a slow phone. */
const bytesPerSecond = 40_000

export const createCoalescer = <Key>({
  clock,
  limits,
  size,
  send,
  repeatMs = Infinity,
}: CoalescerDeps<Key>): Coalescer<Key> => {
  const entries = new Map<Key, Entry>()
  const changed = new Set<Key>()
  let timer: { readonly at: number; readonly cancel: () => void } | null = null

  const tickMs = () => (size() > crowd ? crowdTickMs : limits.presenceTickMs)
  const wakeIn = (ms: number): void => {
    const at = clock.now() + ms
    if (ms === Infinity || (timer && timer.at <= at)) return
    timer?.cancel()
    timer = { at, cancel: clock.after(ms, tick) }
  }
  const tick = (): void => {
    timer = null
    const now = clock.now()
    const due = repeatMs === Infinity ? [...changed] : [...entries.keys()].filter((key) => isDue(key, now))
    const keys = withinBudget(due, (bytesPerSecond * tickMs()) / 1000)
    for (const key of keys) {
      changed.delete(key)
      const entry = entries.get(key)
      if (entry) entries.set(key, { ...entry, sentAt: now })
    }
    if (keys.length > 0) send(keys)
    wakeIn(changed.size > 0 ? tickMs() : entries.size > 0 ? repeatMs : Infinity)
  }
  const isDue = (key: Key, now: number) => changed.has(key) || now - (entries.get(key)?.sentAt ?? 0) >= repeatMs

  // Who waited longest goes first; what does not fit waits for the next tick, in its newest form by then.
  const withinBudget = (due: readonly Key[], budget: number): readonly Key[] => {
    const all = due.reduce((sum, key) => sum + (entries.get(key)?.bytes ?? 0), 0)
    if (all <= budget) return due
    let left = budget
    return due
      .toSorted((a, b) => (entries.get(a)?.sentAt ?? 0) - (entries.get(b)?.sentAt ?? 0))
      .filter((key, at) => {
        left -= entries.get(key)?.bytes ?? 0
        return at === 0 || left >= 0
      })
  }

  return {
    note: (key, bytes) => {
      entries.set(key, { bytes, sentAt: entries.get(key)?.sentAt ?? 0 })
      changed.add(key)
      wakeIn(tickMs())
    },
    forget: (key) => {
      entries.delete(key)
      changed.delete(key)
    },
    close: () => {
      timer?.cancel()
      entries.clear()
      changed.clear()
    },
  }
}
