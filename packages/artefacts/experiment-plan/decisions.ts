import type { Entry } from '#domain/records.ts'
import { compareText } from '#kernel/order.ts'
import type { ExperimentPlan } from './shape.ts'

/** The decisions about a plan, newest first: those that it names, and those that name it. */
export const decisionsAbout = (
  { decisionIds }: Pick<ExperimentPlan, 'decisionIds'>,
  planId: string,
  decisions: readonly Entry<'decisions'>[],
): readonly Entry<'decisions'>[] =>
  decisions
    .filter(({ id, value }) => decisionIds.includes(id) || value.linkIds.includes(planId))
    .toSorted((a, b) => compareText(b.value.date ?? '', a.value.date ?? ''))
