const firstMs = 300
const longestMs = 20_000

/** How long to wait before try number `tries` (from 1), in ms; spread evenly, so that a crowd does not come back at once. */
export const backoffMs = (tries: number, random: () => number): number => {
  const ceiling = Math.min(longestMs, firstMs * 2 ** tries)
  return firstMs + random() * (ceiling - firstMs)
}
