/** Time as the server sees it; passed in, so that a test can hold it still. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Calls back once after `ms`; the returned function takes it back. Never keeps the process alive. */
  readonly after: (ms: number, callback: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
