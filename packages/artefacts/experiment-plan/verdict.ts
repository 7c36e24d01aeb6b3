import { byOrder, compareText } from '#kernel/order.ts'
import type { ExperimentPlan, Measure, MeasureResult } from './shape.ts'
import type { Measurement, Operator, Target } from './values.ts'

const verdicts = ['met', 'partly', 'notMet', 'noResult'] as const
export type Verdict = (typeof verdicts)[number]
/** How a measure came out, never without how many it rests on; `n` is `null` only while there is no result. */
export type VerdictWithCount = { readonly verdict: Verdict; readonly n: number | null }

/**
 * Result against target. Partly is at least half of the way from baseline to target, exactly half included;
 * a baseline that already met its target and a result that does not is not met.
 */
export const verdictOf = (
  measure: Pick<Measure, 'baseline' | 'target'>,
  results: readonly MeasureResult[],
): VerdictWithCount => {
  const last = latestOf(results)
  if (!last || !measure.target) return { verdict: 'noResult', n: last?.n ?? null }
  const { baseline, target } = measure
  if (meets(last.value, target)) return { verdict: 'met', n: last.n }
  if (!baseline || meets(baseline.value, target)) return { verdict: 'notMet', n: last.n }
  return { verdict: wayTo(target, baseline.value, last.value) >= 0.5 - rounding ? 'partly' : 'notMet', n: last.n }
}

// Decimals such as 3,15 are not exact in a computer; half must stay half.
const rounding = 1e-9

const wayTo = (target: Target, from: number, to: number): number => {
  const way = target.value - from
  if (way === 0) return 0
  // An exact number can be overshot; then the way back counts off.
  return target.operator === '=' ? 1 - Math.abs(target.value - to) / Math.abs(way) : (to - from) / way
}

/** Whether a number lies where a target or a stop rule says. */
export const meets = (
  value: number,
  { operator, value: bound }: { readonly operator: Operator; readonly value: number },
): boolean => {
  if (operator === '<') return value < bound
  if (operator === '<=') return value <= bound
  if (operator === '>') return value > bound
  if (operator === '>=') return value >= bound
  return value === bound
}

/** The results of one measure, oldest first; the same list for the same results. */
export const resultsOf = (plan: Pick<ExperimentPlan, 'results'>, measureId: string): readonly MeasureResult[] =>
  groupedResults(plan.results).get(measureId) ?? none

// Sixty measures ask at every letter; results that nobody touched keep their identity, so they are sorted once.
const grouped = new WeakMap<readonly MeasureResult[], ReadonlyMap<string, readonly MeasureResult[]>>()
const none: readonly MeasureResult[] = []

const groupedResults = (results: readonly MeasureResult[]): ReadonlyMap<string, readonly MeasureResult[]> => {
  const known = grouped.get(results)
  if (known) return known
  const made = new Map<string, MeasureResult[]>()
  for (const result of inTime(results)) {
    if (result.measureId === null) continue
    const own = made.get(result.measureId)
    if (own) own.push(result)
    else made.set(result.measureId, [result])
  }
  grouped.set(results, made)
  return made
}

/** The last of some results by date, then by place; those without a number do not count. */
export const latestOf = (results: readonly MeasureResult[]): Measurement | null => {
  const last = inTime(results.filter(({ value }) => value !== null)).at(-1)
  return last && last.value !== null ? { value: last.value, date: last.date, n: last.n } : null
}

const inTime = (results: readonly MeasureResult[]): readonly MeasureResult[] =>
  results.toSorted((a, b) => compareText(a.date ?? '', b.date ?? '') || byOrder(a, b))

/** With fewer than this, numbers are shown one by one and never as an average. */
export const fewest = 10

/** What was measured on one day: every number, and their mean only when it rests on enough. */
export type SeriesPoint = {
  readonly date: string
  readonly values: readonly number[]
  readonly n: number | null
  readonly mean: number | null
}

/** The results of a measure by day, oldest first; the mean weighs each result by its n. */
export const seriesOf = (results: readonly MeasureResult[]): readonly SeriesPoint[] => {
  const days = new Map<string, { value: number; n: number | null }[]>()
  for (const { value, date, n } of inTime(results)) {
    if (value === null || date === null) continue
    days.set(date, [...(days.get(date) ?? []), { value, n }])
  }
  return [...days].map(([date, found]) => {
    const n = found.some((result) => result.n === null) ? null : found.reduce((sum, result) => sum + (result.n ?? 0), 0)
    const weighed = found.reduce((sum, { value, n: weight }) => sum + value * (weight ?? 0), 0)
    return { date, values: found.map(({ value }) => value), n, mean: n === null || n < fewest ? null : weighed / n }
  })
}

/** Before against after: the difference, how far results lay apart, and on how many the last one rests. No statistics beyond that. */
export type Difference = {
  readonly difference: number
  readonly lowest: number
  readonly highest: number
  readonly n: number | null
}

/** How far a measure moved since its beginning; `null` while one of the two is not known. */
export const differenceOf = (baseline: Measurement | null, results: readonly MeasureResult[]): Difference | null => {
  const last = latestOf(results)
  if (!baseline || !last) return null
  const values = results.flatMap(({ value }) => (value === null ? [] : [value]))
  // 2,8 − 3,4 is −0,6 and not −0,6000000000000001.
  const difference = Math.round((last.value - baseline.value) * 1e6) / 1e6
  return { difference, lowest: Math.min(...values), highest: Math.max(...values), n: last.n }
}
