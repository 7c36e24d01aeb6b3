import { generateKeyBetween } from 'fractional-indexing'
import { randomSymbols, systemRandom, type RandomBytes } from './id.ts'

/** A place in a list that many people reorder at once: strings that sort, with room between any two. */
export type Order = string

// A key must not end in the lowest digit, so the jitter leaves '0' out.
const jitterAlphabet = '123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A position between two neighbours; `null` is the open end of the list. Two random symbols keep two
 * people who insert at one place at the same moment from drawing the same position.
 */
export const orderBetween = (before: Order | null, after: Order | null, random: RandomBytes = systemRandom): Order => {
  // Neighbours with equal or damaged positions cannot be parted: the new one goes right behind the first.
  const low = isOrder(before) ? before : null
  const high = isOrder(after) && (low === null || after > low) ? after : null
  const between = generateKeyBetween(low, high)
  const jittered = between + randomSymbols(jitterAlphabet, 2, random)
  return high === null || jittered < high ? jittered : between
}

/** Sorts by position, then by id, so that every replica shows the same list. */
export const byOrder = (a: { order: Order; id: string }, b: { order: Order; id: string }): number =>
  compareText(a.order, b.order) || compareText(a.id, b.id)

/** Compares by code unit: the same answer on every machine, unlike a comparison by locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isOrder = (order: Order | null): order is Order => {
  if (order === null || order === '') return false
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}
