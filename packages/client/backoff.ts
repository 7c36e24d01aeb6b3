const firstMs = 300
const soonMs = 5_000
const laterMs = 20_000
/** Tries within about the first minute; a restart of the server is over by then. */
const soonTries = 24

/**
 * How long to wait before try number `tries` (from 1), in ms; spread evenly, so that a crowd does not come back at once.
 * In the first minute nobody waits long: a room of people stands still meanwhile, and even 400 of them knock only 150
 * times a second.
 */
export const backoffMs = (tries: number, random: () => number): number => {
  const longestMs = tries <= soonTries ? soonMs : laterMs
  const ceiling = Math.min(longestMs, firstMs * 2 ** tries)
  return firstMs + random() * (ceiling - firstMs)
}
