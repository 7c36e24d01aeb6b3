/**
 * Counts the write messages of one socket and says how many of the first ones are durable. A write that could not be
 * applied because something was missing before it stays open until a whole answer (step 2) made up for it.
 */
export type Acks = {
  /** A write came in; gives its number, from 1. */
  readonly received: () => number
  /** It adds nothing that is not durable or on its way. */
  readonly empty: (write: number) => void
  /** It waits for its commit. */
  readonly waiting: (write: number) => void
  readonly committed: (write: number) => void
  /** Something before it is missing. */
  readonly missing: (write: number) => void
  /** A step 2 was taken in: it holds whatever was missing before. */
  readonly madeUp: () => void
}

export const createAcks = (send: (writes: number) => void): Acks => {
  let count = 0
  let handled = 0
  let inFlight = 0
  let told = 0
  let hole: number | null = null
  const tell = (upTo: number) => {
    const durable = hole === null ? upTo : Math.min(upTo, hole - 1)
    if (durable <= told) return
    told = durable
    send(durable)
  }
  return {
    received: () => (count += 1),
    empty: (write) => {
      handled = write
      if (inFlight === 0) tell(handled)
    },
    waiting: (write) => {
      handled = write
      inFlight += 1
    },
    committed: (write) => {
      inFlight -= 1
      tell(inFlight === 0 ? handled : write)
    },
    missing: (write) => {
      hole ??= write
    },
    madeUp: () => {
      hole = null
    },
  }
}
