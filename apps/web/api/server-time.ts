/** One reading of the server's clock: when it was asked and answered here, and what it said. */
export type TimeReading = { readonly sentAt: number; readonly receivedAt: number; readonly serverTime: number }

/**
 * The server's clock as this device can know it, whatever its own says: the middle of the way there and back, from the
 * quickest answer of late. All times in ms since 1970.
 */
export const createServerTime = (deviceNow: () => number) => {
  let offset = 0
  let certainty = Number.POSITIVE_INFINITY
  let learntAt = Number.NEGATIVE_INFINITY
  return {
    learn: ({ sentAt, receivedAt, serverTime }: TimeReading): void => {
      const [way, found] = [Math.max(0, receivedAt - sentAt), serverTime - (sentAt + receivedAt) / 2]
      // A device whose clock was set meanwhile cannot have drifted that far.
      const isElsewhere = Math.abs(found - offset) > way + certainty
      if (way > certainty && !isElsewhere && receivedAt - learntAt < forgetAfterMs) return
      offset = found
      certainty = way
      learntAt = receivedAt
    },
    now: (): number => deviceNow() + offset,
  }
}

// Quartz drifts by a second in some hours; an old quick answer is worth less than a slow new one.
const forgetAfterMs = 5 * 60_000

/** The one clock of this page. */
export const serverTime = createServerTime(() => Date.now())
