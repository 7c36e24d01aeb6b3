import type { ExperimentPlan, MeasureResult, StopRule } from './shape.ts'
import { meets, resultsOf } from './verdict.ts'

/** Whether a stop rule was hit, and when; `at` is `null` when nobody wrote the day down. */
export type Hit = { readonly hit: boolean; readonly at: string | null }

/** A rule is hit when people say so, or at the first result that lies beyond its bound. */
export const hitOf = (plan: Pick<ExperimentPlan, 'results'>, rule: StopRule): Hit => {
  const first =
    rule.measureId === null ? undefined : resultsOf(plan, rule.measureId).find((result) => isBeyond(result, rule))
  if (rule.hit) return { hit: true, at: rule.hitAt ?? first?.date ?? null }
  return first ? { hit: true, at: first.date } : { hit: false, at: null }
}

const isBeyond = ({ value }: MeasureResult, { operator, value: bound }: StopRule): boolean =>
  value !== null && operator !== null && bound !== null && meets(value, { operator, value: bound })

/** The stop rules that were hit. */
export const hitRules = (plan: Pick<ExperimentPlan, 'results' | 'stopRules'>): readonly StopRule[] =>
  plan.stopRules.filter((rule) => hitOf(plan, rule).hit)

/** The first stop rule that gives a measure a bound. */
export const stopRuleOf = (plan: Pick<ExperimentPlan, 'stopRules'>, measureId: string): StopRule | undefined =>
  plan.stopRules.find((rule) => rule.measureId === measureId && rule.operator !== null && rule.value !== null)
