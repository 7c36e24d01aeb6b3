/** Lets things through at a steady pace, with a reserve for a burst. `take` is false when the reserve is used up. */
export type Bucket = { readonly take: (amount: number) => boolean }

/** `now` gives ms; `perSecond` is the pace, `burst` the reserve. */
export const createBucket = (now: () => number, perSecond: number, burst: number): Bucket => {
  let left = burst
  let last = now()
  return {
    take: (amount) => {
      const moment = now()
      left = Math.min(burst, left + (Math.max(0, moment - last) / 1000) * perSecond)
      last = moment
      if (left < amount) return false
      left -= amount
      return true
    },
  }
}
