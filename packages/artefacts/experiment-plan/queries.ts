import { byOrder, compareText } from '#kernel/order.ts'
import type { Assumption, Effect, ExperimentPlan, Measure, MeasureResult, Share, Step, StopRule } from './shape.ts'
import type { Measurement, Target } from './values.ts'

const verdicts = ['met', 'partly', 'notMet', 'noResult'] as const
export type Verdict = (typeof verdicts)[number]
/** How a measure came out, never without how many it rests on; `n` is `null` only while there is no result. */
export type VerdictWithCount = { readonly verdict: Verdict; readonly n: number | null }

/**
 * Result against target. Partly is at least half of the way from baseline to target, exactly half included;
 * a baseline that already met its target and a result that does not is not met.
 */
export const verdictOf = (measure: Pick<Measure, 'baseline' | 'target'>, results: readonly MeasureResult[]): VerdictWithCount => {
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

const meets = (value: number, { operator, value: bound }: Target): boolean => {
  if (operator === '<') return value < bound
  if (operator === '<=') return value <= bound
  if (operator === '>') return value > bound
  if (operator === '>=') return value >= bound
  return value === bound
}

/** The results of one measure, oldest first. */
export const resultsOf = (plan: Pick<ExperimentPlan, 'results'>, measureId: string): readonly MeasureResult[] =>
  plan.results
    .filter((result) => result.measureId === measureId)
    .toSorted((a, b) => compareText(a.date ?? '', b.date ?? '') || byOrder(a, b))

/** The last of some results by date, then by place; those without a number do not count. */
export const latestOf = (results: readonly MeasureResult[]): Measurement | null => {
  const last = results
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => compareText(a.date ?? '', b.date ?? '') || byOrder(a, b))
    .at(-1)
  return last && last.value !== null ? { value: last.value, date: last.date, n: last.n } : null
}

/** The first stop rule that gives a measure a bound. */
export const stopRuleOf = (plan: Pick<ExperimentPlan, 'stopRules'>, measureId: string): StopRule | undefined =>
  plan.stopRules.find((rule) => rule.measureId === measureId && rule.operator !== null && rule.value !== null)

/** Whether an assumption is worth testing first: important and unsure. */
export const isRiskiest = ({ importance, certainty }: Assumption): boolean =>
  importance !== null && certainty !== null && importance >= 4 && certainty <= 2

/** What to test first: most important first, and of those the least sure. */
export const riskiestOf = (plan: Pick<ExperimentPlan, 'assumptions'>): readonly Assumption[] =>
  plan.assumptions
    .filter(isRiskiest)
    .toSorted(
      (a, b) => (b.importance ?? 0) - (a.importance ?? 0) || (a.certainty ?? 0) - (b.certainty ?? 0) || byOrder(a, b),
    )

/** What a party keeps of it: benefit − cost − risk, from −6 to 3; `null` while one is unknown. */
export const balanceOf = ({ benefit, cost, risk }: Pick<Share, 'benefit' | 'cost' | 'risk'>): number | null =>
  benefit === null || cost === null || risk === null ? null : benefit - cost - risk

/** E07: bears risk without a say. E08: pays more than it gains. */
export type ShareFlag = 'E07' | 'E08'
export const flagsOf = ({ benefit, cost, risk, say }: Pick<Share, 'benefit' | 'cost' | 'risk' | 'say'>): readonly ShareFlag[] => [
  ...(risk !== null && say !== null && risk >= 2 && say <= 1 ? (['E07'] as const) : []),
  ...(cost !== null && benefit !== null && cost - benefit >= 2 ? (['E08'] as const) : []),
]

/** Whether people thought about what to do when an effect comes. */
const isConsidered = ({ direction, response }: Pick<Effect, 'direction' | 'response'>): boolean =>
  direction === 'negative' && response !== null

/** Whether a plan may be agreed: one negative effect was thought about, or somebody said why not. */
export const effectsConsidered = (plan: {
  readonly effects: readonly Pick<Effect, 'direction' | 'response'>[]
  readonly effectsOverride: string
}): boolean =>
  plan.effectsOverride.trim() !== '' || plan.effects.some(isConsidered)

/** A step is late when its last day has passed and it is not done. Days as `2026-03-12`. */
export const isLate = ({ done, end }: Pick<Step, 'done' | 'end'>, today: string): boolean => !done && end !== null && end < today
