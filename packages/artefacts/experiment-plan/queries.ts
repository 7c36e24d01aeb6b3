import { byOrder } from '#kernel/order.ts'
import type { Assumption, ExperimentPlan, Step } from './shape.ts'

/** Whether an assumption is worth testing first: important and unsure. */
export const isRiskiest = ({ importance, certainty }: Pick<Assumption, 'importance' | 'certainty'>): boolean =>
  importance !== null && certainty !== null && importance >= 4 && certainty <= 2

/** What to test first: most important first, and of those the least sure. */
export const riskiestOf = (plan: Pick<ExperimentPlan, 'assumptions'>): readonly Assumption[] =>
  plan.assumptions.filter(isRiskiest).toSorted(byRisk)

/** All assumptions, those to test first in front and those that nobody rated at the end. */
export const riskiestFirst = (assumptions: readonly Assumption[]): readonly Assumption[] =>
  assumptions.toSorted((a, b) => Number(isRiskiest(b)) - Number(isRiskiest(a)) || byRisk(a, b))

const byRisk = (a: Assumption, b: Assumption): number =>
  (b.importance ?? 0) - (a.importance ?? 0) || (a.certainty ?? 6) - (b.certainty ?? 6) || byOrder(a, b)

/** A step is late when its last day has passed and it is not done. Days as `2026-03-12`. */
export const isLate = ({ done, end }: Pick<Step, 'done' | 'end'>, today: string): boolean =>
  !done && end !== null && end < today

type Dates = Pick<ExperimentPlan, 'start' | 'end' | 'maxEnd'>
export type DateProblem = 'end-before-start' | 'latest-before-end'

/** What is wrong with the dates of a plan, by field; written down all the same, for people fix the other one next. */
export const dateProblems = ({
  start,
  end,
  maxEnd,
}: Dates): { readonly end?: DateProblem; readonly maxEnd?: DateProblem } => ({
  ...(start !== null && end !== null && end < start ? { end: 'end-before-start' } : {}),
  ...(maxEnd !== null && maxEnd < (end ?? start ?? '') ? { maxEnd: 'latest-before-end' } : {}),
})

/** The days on which the group looks at how it goes that passed without a line in the log on or after it. */
export const missedReviews = (
  plan: Pick<ExperimentPlan, 'reviewDates' | 'learningLog'>,
  today: string,
): readonly string[] =>
  plan.reviewDates.filter((day) => day < today && !plan.learningLog.some(({ date }) => date !== null && date >= day))
