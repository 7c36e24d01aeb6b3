import { methodRules, valueOf, type ChoosingMethod } from './methods.ts'
import { countsFor, votersIn, type Tally, type TallyGroup } from './tally.ts'
import type { BallotBody, Threshold } from './ballot.ts'

/**
 * How an option is carried. `shared`: at least half of every group goes along and in none a third is against.
 * `minority`: half or more of one group only. `divided`: some groups go along and others do not, or one is split.
 * `little`: in no group half goes along. `silent`: nobody spoke of it.
 */
export type Verdict = 'shared' | 'divided' | 'minority' | 'little' | 'silent'

/** One group and one option. */
export type GroupResult = {
  readonly perspectives: readonly string[]
  /** People of the group whose opinion counts for this option. */
  readonly n: number
  readonly counts: { readonly [value: string]: number }
  /** Sum of points, or the middle of a scale; `null` in words, and where nobody spoke. */
  readonly score: number | null
  /** Of points: which part of the group's points. Else: which part of the group goes along. From 0 to 1. */
  readonly share: number
  readonly agree: number
  readonly oppose: number
  /** (agree + 1) / (n + 2): few votes weigh little. */
  readonly support: number
}

export type OptionResult = {
  readonly option: string
  readonly n: number
  readonly counts: { readonly [value: string]: number }
  /** Over all people: sum of points, or the middle of a scale. */
  readonly score: number | null
  readonly min: number | null
  readonly max: number | null
  readonly agree: number
  readonly oppose: number
  /** The mean of the groups' shares: every group counts equally. From 0 to 1. */
  readonly share: number
  /** Geometric mean of the groups' support, and the lowest of them (group-informed consensus, size-neutral). */
  readonly support: { readonly mean: number; readonly lowest: number }
  readonly groups: readonly GroupResult[]
  readonly verdict: Verdict
}

export type BallotResult = {
  readonly n: number
  readonly options: readonly OptionResult[]
  /** Whether the agreed threshold is met; `null` without a threshold or without votes. */
  readonly passes: boolean | null
  /** People-and-option pairs in opposition; more than none asks what people need to go along. */
  readonly opposed: number
}

type Asked = Pick<BallotBody, 'method' | 'settings'> & { readonly options: readonly { readonly id: string }[] }

/** What a tally says, computed on the groups as they are shown; totals are of everybody. */
export const resultOf = ({ method, options, settings }: Asked, tally: Tally): BallotResult => {
  const results = options.map(({ id }) => optionResult(method, id, tally))
  const opposed = results.reduce((sum, { oppose }) => sum + oppose, 0)
  return { n: votersIn(tally), options: results, passes: passes(settings.threshold, results), opposed }
}

/** The options from most to least: by points, else by support over the groups; ties stay in the order of the ballot. */
export const ranked = (method: ChoosingMethod, options: readonly OptionResult[]): readonly OptionResult[] =>
  options.toSorted((a, b) => {
    const points = methodRules[method].kind === 'points' ? (b.score ?? 0) - (a.score ?? 0) : 0
    return points || b.support.mean - a.support.mean
  })

/** The options that a vote carries: of points the one with the most, else each to which more than half say yes. */
export const carriedOf = ({ method }: Pick<Asked, 'method'>, { options, passes }: BallotResult): readonly string[] => {
  if (passes === false) return []
  const most = Math.max(0, ...options.map(({ score }) => score ?? 0))
  const isCarried =
    methodRules[method].kind === 'points'
      ? ({ score }: OptionResult) => most > 0 && score === most
      : ({ agree, n }: OptionResult) => agree > n / 2
  return options.filter(isCarried).map(({ option }) => option)
}

const optionResult = (method: ChoosingMethod, option: string, tally: Tally): OptionResult => {
  const groups = tally.map((group) => groupResult(method, option, group))
  const spoke = groups.filter(({ n }) => n > 0)
  const counts = Object.fromEntries(countsFor(tally, option))
  const cast = numbersFor(method, counts)
  const kind = methodRules[method].kind
  const supports = spoke.map(({ support }) => support)
  return {
    option,
    n: sum(groups.map(({ n }) => n)),
    counts,
    score: scoreOf(method, cast, votersIn(tally) > 0),
    min: kind === 'scale' ? (cast[0] ?? null) : null,
    max: kind === 'scale' ? (cast.at(-1) ?? null) : null,
    agree: sum(groups.map(({ agree }) => agree)),
    oppose: sum(groups.map(({ oppose }) => oppose)),
    share: mean(spoke.map(({ share }) => share)),
    support: {
      mean: supports.length === 0 ? 0 : Math.exp(mean(supports.map((support) => Math.log(support)))),
      lowest: supports.length === 0 ? 0 : Math.min(...supports),
    },
    groups,
    verdict: verdictOf(spoke),
  }
}

const groupResult = (method: ChoosingMethod, option: string, group: TallyGroup): GroupResult => {
  const { kind, agrees, opposes } = methodRules[method]
  const counts = Object.fromEntries(countsFor([group], option))
  const people = (holds: (value: number | string) => boolean) =>
    sum(
      Object.entries(counts).map(([name, count]) => {
        const value = valueOf(method, name)
        return value !== null && holds(value) ? count : 0
      }),
    )
  const cast = numbersFor(method, counts)
  // Who gave an option no dot did weigh it; who left a scale open did not say anything.
  const n = kind === 'points' ? group.n : people(() => true)
  const agree = people(agrees)
  const given = sum(Object.keys(group.options).map((name) => pointsOf(method, group, name)))
  const points = pointsOf(method, group, option)
  return {
    perspectives: group.perspectives,
    n,
    counts,
    score: scoreOf(method, cast, group.n > 0),
    share: kind === 'points' ? (given === 0 ? 0 : points / given) : n === 0 ? 0 : agree / n,
    agree,
    oppose: people(opposes),
    support: (agree + 1) / (n + 2),
  }
}

const pointsOf = (method: ChoosingMethod, group: TallyGroup, option: string): number =>
  sum(numbersFor(method, Object.fromEntries(countsFor([group], option))))

// Every given number once for each person who gave it, lowest first.
const numbersFor = (method: ChoosingMethod, counts: { readonly [value: string]: number }): readonly number[] =>
  Object.entries(counts)
    .flatMap(([name, count]) => {
      const value = valueOf(method, name)
      return typeof value === 'number' ? Array.from({ length: count }, () => value) : []
    })
    .toSorted((a, b) => a - b)

const scoreOf = (method: ChoosingMethod, cast: readonly number[], someVoted: boolean): number | null => {
  const { kind } = methodRules[method]
  if (kind === 'words') return null
  if (kind === 'points') return someVoted ? sum(cast) : null
  return medianOf(cast)
}

const half = 1 / 2
const third = 1 / 3

const verdictOf = (groups: readonly GroupResult[]): Verdict => {
  if (groups.length === 0) return 'silent'
  const carried = groups.filter(({ agree, n }) => agree / n >= half)
  const split = groups.some(({ oppose, n }) => oppose / n >= third)
  if (carried.length === 0) return 'little'
  if (carried.length === groups.length) return split ? 'divided' : 'shared'
  return carried.length === 1 ? 'minority' : 'divided'
}

const passes = (threshold: Threshold, options: readonly OptionResult[]): boolean | null => {
  const spoken = options.filter(({ n }) => n > 0)
  if (threshold === 'none' || spoken.length === 0) return null
  return spoken.every(({ min, max, agree, n }) => {
    if (threshold === 'noneAbove5') return (max ?? 0) <= 5
    if (threshold === 'noneBelow2') return (min ?? 2) >= 2
    return agree > n / 2
  })
}

/** The middle of numbers from low to high; of an even count the mean of the two in the middle. */
export const medianOf = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)
