import type { Clock } from '../../apps/server/clock.ts'

/** A clock that stands still until the test moves it. */
export type HandClock = Clock & {
  /** Moves time on and does, in order, whatever comes due. */
  readonly pass: (ms: number) => void
}

export const createHandClock = (start = 1_000_000): HandClock => {
  let now = start
  let due: { readonly at: number; readonly callback: () => void }[] = []
  return {
    now: () => now,
    after: (ms, callback) => {
      const one = { at: now + ms, callback }
      due.push(one)
      return () => {
        due = due.filter((each) => each !== one)
      }
    },
    pass: (ms) => {
      const end = now + ms
      for (;;) {
        const [next] = due.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (!next) break
        due = due.filter((each) => each !== next)
        now = next.at
        next.callback()
      }
      now = end
    },
  }
}
