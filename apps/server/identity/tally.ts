/** How many of each are here now. */
export type Tally = {
  readonly count: (key: string) => number
  /** Counts one more; the answer takes it off again, once. */
  readonly enter: (key: string) => () => void
}

export const createTally = (): Tally => {
  const counts = new Map<string, number>()
  const add = (key: string, change: number): void => {
    const next = (counts.get(key) ?? 0) + change
    if (next > 0) counts.set(key, next)
    else counts.delete(key)
  }
  return {
    count: (key) => counts.get(key) ?? 0,
    enter: (key) => {
      add(key, 1)
      let isHere = true
      return () => {
        if (isHere) add(key, -1)
        isHere = false
      }
    },
  }
}
