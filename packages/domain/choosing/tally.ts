import { isJsonObject, jsonObjects, type Json } from '#crdt/json.ts'
import { fewestOpen, fewestSecret, peopleByGroup } from '../small-groups.ts'
import { valueName, type Choice } from './methods.ts'

/** How often each value was given to each option, by group; small groups are counted together. */
export type Tally = readonly TallyGroup[]
export type TallyGroup = {
  readonly perspectives: readonly string[]
  /** How many people voted. */
  readonly n: number
  readonly options: { readonly [option: string]: { readonly [value: string]: number } }
}

/** What one person chose, and from which group; never who. */
export type CastVote = { readonly perspective: string; readonly choice: Choice }

/**
 * Counts votes by group, so that no group of fewer than three people (five when secret) stands alone. `atLeast` is
 * what a facilitator raised that to; lower than the rule it counts for nothing.
 */
export const tallyOf = (votes: readonly CastVote[], drawn: readonly string[], secret: boolean, atLeast = 0): Tally => {
  const fewest = Math.max(secret ? fewestSecret : fewestOpen, atLeast)
  const groups = peopleByGroup(
    votes.map(({ perspective }) => perspective),
    drawn,
    fewest,
  )
  return groups.map(({ perspectives, count }) => ({
    perspectives,
    n: count,
    options: countsOf(votes.filter(({ perspective }) => perspectives.includes(perspective))),
  }))
}

const countsOf = (votes: readonly CastVote[]): TallyGroup['options'] => {
  const counts = new Map<string, Map<string, number>>()
  for (const { choice } of votes) {
    for (const [option, value] of Object.entries(choice)) {
      const values = counts.get(option) ?? new Map<string, number>()
      values.set(valueName(value), (values.get(valueName(value)) ?? 0) + 1)
      counts.set(option, values)
    }
  }
  // In one order, so that neither tells who voted first.
  return Object.fromEntries(sorted(counts).map(([option, values]) => [option, Object.fromEntries(sorted(values))]))
}

const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))

/** How many people voted in all. */
export const votersIn = (tally: Tally): number => tally.reduce((sum, { n }) => sum + n, 0)

/** How often each value was given to an option by some groups together. */
export const countsFor = (groups: Tally, option: string): ReadonlyMap<string, number> => {
  const totals = new Map<string, number>()
  for (const { options } of groups) {
    for (const [value, count] of Object.entries(Object.hasOwn(options, option) ? (options[option] ?? {}) : {})) {
      totals.set(value, (totals.get(value) ?? 0) + count)
    }
  }
  return totals
}

/** A tally as it stands in a workspace file or was stored at closing; `null` when there is none. */
export const tallyFromJson = (raw: Json | undefined): Tally | null => {
  if (!Array.isArray(raw)) return null
  return jsonObjects(raw).map(({ perspectives = null, n = null, options = null }) => ({
    perspectives: Array.isArray(perspectives) ? perspectives.filter((id) => typeof id === 'string') : [],
    n: typeof n === 'number' ? n : 0,
    options: Object.fromEntries(
      Object.entries(isJsonObject(options) ? options : {}).map(([option, values]) => [option, numbersIn(values)]),
    ),
  }))
}

const numbersIn = (raw: Json): { readonly [value: string]: number } =>
  Object.fromEntries(
    Object.entries(isJsonObject(raw) ? raw : {}).flatMap(([value, count]) =>
      typeof count === 'number' ? [[value, count]] : [],
    ),
  )
