import { isRiskiest } from '../queries.ts'
import type { Assumption } from '../shape.ts'

/** How certain and important, each 1 to 5. */
export type Rating = { readonly certainty: number; readonly importance: number }

/** Where the square of an assumption stands; percent from the left and the top. */
export type Placed = Rating & {
  readonly assumption: Assumption
  readonly number: number
  readonly left: number
  readonly top: number
  readonly hot: boolean
}

/** Lays rated assumptions out; squares of one cell lie like a fan, so that each number can be read. */
export const placesOf = (assumptions: readonly Assumption[]): readonly Placed[] => {
  const taken = new Map<string, number>()
  return assumptions.flatMap((assumption, at): Placed[] => {
    const { importance, certainty } = assumption
    if (importance === null || certainty === null) return []
    const cell = `${certainty}-${importance}`
    const before = taken.get(cell) ?? 0
    taken.set(cell, before + 1)
    const shift = (before % 4) * 5
    return [
      {
        assumption,
        number: at + 1,
        importance,
        certainty,
        hot: isRiskiest(assumption),
        left: certainty * 20 - 12 + shift,
        top: (5 - importance) * 20 + 9 + shift,
      },
    ]
  })
}

/** The cell under a point of the canvas; both from 0 to 1, what lies outside counts to the edge. */
export const ratingAt = (x: number, y: number): Rating => ({ certainty: stepAt(x), importance: 6 - stepAt(y) })

const stepAt = (share: number): number => Math.min(5, Math.max(1, Math.floor(share * 5) + 1))

const moves: { readonly [key: string]: Partial<Rating> } = {
  ArrowLeft: { certainty: -1 },
  ArrowRight: { certainty: 1 },
  ArrowUp: { importance: 1 },
  ArrowDown: { importance: -1 },
}

/** One step further by an arrow key; `null` for another key. */
export const ratingAfter = ({ certainty, importance }: Rating, key: string): Rating | null => {
  const move = moves[key]
  if (!move) return null
  const within = (step: number) => Math.min(5, Math.max(1, step))
  return {
    certainty: within(certainty + (move.certainty ?? 0)),
    importance: within(importance + (move.importance ?? 0)),
  }
}
