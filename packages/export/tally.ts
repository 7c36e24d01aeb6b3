import { isJsonObject, type Json } from '#crdt/json.ts'
import type { Choice } from '#domain/choosing/methods.ts'
import { tallyOf as countVotes, type CastVote, type Tally } from '#domain/choosing/tally.ts'
import type { ChoiceRow } from './rows.ts'
import type { Spread } from './snapshot.ts'

/** Counts stored choices by group, so that no group of fewer than three people (five when secret) stands alone. */
export const tallyOf = (choices: readonly ChoiceRow[], drawn: readonly string[], secret: boolean): Tally =>
  countVotes(choices.map(voteOf), drawn, secret)

const voteOf = ({ perspective, choice }: ChoiceRow): CastVote => {
  const parsed: unknown = JSON.parse(choice)
  const given: [string, Choice[string]][] = Object.entries(isJsonObject(parsed) ? parsed : {}).map(
    ([option, value]) => [option, typeof value === 'string' ? value : JSON.stringify(value)],
  )
  return { perspective: perspective ?? '', choice: Object.fromEntries(given) }
}

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
