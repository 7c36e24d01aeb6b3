import type { Clock } from '../clock.ts'
import { networkOf } from './network.ts'

/** Counts wrong codes, and only those: a hall full of people behind one address joins freely. */
export type Failures = {
  /** Seconds to wait before another guess is looked at; 0 is: go on. */
  readonly waitOf: (address: string) => number
  readonly count: (address: string) => void
}

/** `perMinute` for one network, `perSecondInAll` for everybody together. */
export const createFailures = (clock: Clock, perMinute: number, perSecondInAll: number): Failures => {
  const byAddress = new Map<string, { since: number; count: number }>()
  let inAll = { since: 0, count: 0 }
  return {
    waitOf: (address) => {
      const now = clock.now()
      if (now - inAll.since < 1000 && inAll.count >= perSecondInAll) return 1
      const one = byAddress.get(networkOf(address))
      if (!one || now - one.since >= 60_000 || one.count < perMinute) return 0
      return Math.ceil((60_000 - (now - one.since)) / 1000)
    },
    count: (address) => {
      const now = clock.now()
      if (now - inAll.since >= 1000) inAll = { since: now, count: 0 }
      inAll.count += 1
      const network = networkOf(address)
      const one = byAddress.get(network)
      if (one && now - one.since < 60_000) one.count += 1
      else byAddress.set(network, { since: now, count: 1 })
      forget(byAddress, now)
    },
  }
}

const mostRemembered = 10_000

const forget = (byAddress: Map<string, { since: number }>, now: number): void => {
  if (byAddress.size < mostRemembered) return
  for (const [address, { since }] of byAddress) if (now - since >= 60_000) byAddress.delete(address)
}
