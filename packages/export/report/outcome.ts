import { readBallot } from '#domain/choosing/ballot.ts'
import { methodRules } from '#domain/choosing/methods.ts'
import { resultOf, type OptionResult } from '#domain/choosing/result.ts'
import { votersIn, type Tally } from '#domain/choosing/tally.ts'
import type { ExportedBallot } from '../snapshot.ts'
import { ballotFacts } from './records.ts'
import type { Teller } from './teller.ts'

/** How the points of a vote fell, most first: each group weighs the same, whatever its size. */
export type Shares = {
  readonly question: string
  readonly voters: number
  readonly options: readonly (OptionResult & { readonly text: string })[]
  readonly groups: Tally
}

/** The shares of a closed vote by dots or ranking; `null` for other votes and when nobody gave a point. */
export const sharesOf = ({ body, tally }: ExportedBallot, { nameOf, words }: Teller): Shares | null => {
  const ballot = readBallot(body)
  if (!ballot || tally === null || methodRules[ballot.method].kind !== 'points') return null
  const named = new Map(ballot.options.map(({ id, refId, text }) => [id, text || nameOf(refId ?? id) || words.removed]))
  const options = resultOf(ballot, tally).options.map((option) => ({ ...option, text: named.get(option.option) ?? '' }))
  if (options.every(({ share }) => share === 0)) return null
  const byShare = options.toSorted((a, b) => b.share - a.share)
  return { question: ballot.question, voters: votersIn(tally), groups: tally, options: byShare }
}

/** How far each group goes along with a proposal: in full, it can live with it, or not yet; in numbers of people. */
export type Support = {
  readonly question: string
  readonly secret: boolean
  readonly groups: readonly {
    readonly perspectives: readonly string[]
    readonly full: number
    readonly half: number
    readonly not: number
  }[]
}

/** The support in a closed vote on one proposal; `null` for other votes. */
export const supportOf = (ballot: ExportedBallot): Support | null => {
  const { question, method, options, settings } = ballotFacts(ballot.body)
  const [only, ...others] = options
  const degree = degrees[method]
  if (!only || others.length > 0 || !degree || ballot.tally === null || ballot.tally.length === 0) return null
  const groups = ballot.tally.map(({ perspectives, options: given }) => {
    const counts = { full: 0, half: 0, not: 0 }
    for (const [value, count] of Object.entries(Object.hasOwn(given, only.id) ? (given[only.id] ?? {}) : {})) {
      counts[degree(value)] += count
    }
    return { perspectives, ...counts }
  })
  return { question, secret: settings.secret, groups }
}

type Degree = 'full' | 'half' | 'not'

const degrees: { readonly [method: string]: (value: string) => Degree } = {
  consent: (value) => (value === 'consent' ? 'full' : value === 'concern' ? 'half' : 'not'),
  agreePass: (value) => (value === 'agree' ? 'full' : value === 'pass' ? 'half' : 'not'),
  gradients8: (value) => (Number(value) <= 3 ? 'full' : Number(value) <= 5 ? 'half' : 'not'),
  fistToFive: (value) => (Number(value) >= 3 ? 'full' : Number(value) === 2 ? 'half' : 'not'),
}
