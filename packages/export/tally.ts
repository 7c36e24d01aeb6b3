import { isJsonObject, jsonObjects, type Json } from '#crdt/json.ts'
import { fewestOpen, fewestSecret, peopleByGroup } from '#domain/small-groups.ts'
import type { ChoiceRow } from './rows.ts'
import type { Spread, Tally, TallyGroup } from './snapshot.ts'

type Vote = { readonly perspective: string; readonly choice: readonly (readonly [option: string, value: string])[] }

/** Counts choices by group, so that no group of fewer than three people (five when secret) stands alone. */
export const tallyOf = (choices: readonly ChoiceRow[], drawn: readonly string[], secret: boolean): Tally => {
  const votes = choices.map(voteOf)
  const groups = peopleByGroup(
    votes.map(({ perspective }) => perspective),
    drawn,
    secret ? fewestSecret : fewestOpen,
  )
  return groups.map(({ perspectives, count }) => ({
    perspectives,
    n: count,
    options: countsOf(votes.filter(({ perspective }) => perspectives.includes(perspective))),
  }))
}

const voteOf = ({ perspective, choice }: ChoiceRow): Vote => {
  const parsed: unknown = JSON.parse(choice)
  const given = Object.entries(isJsonObject(parsed) ? parsed : {})
  return {
    perspective: perspective ?? '',
    choice: given.map(([option, value]) => [option, typeof value === 'string' ? value : JSON.stringify(value)]),
  }
}

const countsOf = (votes: readonly Vote[]): TallyGroup['options'] => {
  const counts = new Map<string, Map<string, number>>()
  for (const { choice } of votes) {
    for (const [option, value] of choice) {
      const values = counts.get(option) ?? new Map<string, number>()
      values.set(value, (values.get(value) ?? 0) + 1)
      counts.set(option, values)
    }
  }
  // In one order, so that neither tells who voted first.
  return Object.fromEntries(sorted(counts).map(([option, values]) => [option, Object.fromEntries(sorted(values))]))
}

const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))

/** A tally as it stands in a workspace file; `null` when there is none. */
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

/** Number of people, median, lowest and highest; of fewer than `fewest` people only their number. */
export const spreadOf = (values: readonly number[], fewest: number): Spread => {
  const low = values.toSorted((a, b) => a - b)
  const [min, max, n] = [low[0], low.at(-1), low.length]
  if (n < fewest || min === undefined || max === undefined) return { n, median: null, min: null, max: null }
  const [left = min, right = max] = [low[Math.floor((n - 1) / 2)], low[Math.ceil((n - 1) / 2)]]
  return { n, median: (left + right) / 2, min, max }
}

/** A summary as it stands in a workspace file. */
export const spreadFromJson = (raw: Json | undefined): Spread | null => {
  if (raw === undefined || !isJsonObject(raw) || typeof raw['n'] !== 'number') return null
  const numberIn = (name: string) => (typeof raw[name] === 'number' ? raw[name] : null)
  return { n: raw['n'], median: numberIn('median'), min: numberIn('min'), max: numberIn('max') }
}
