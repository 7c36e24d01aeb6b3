import type { Json } from '#crdt/json.ts'
import type { CheckContext } from '#domain/check.ts'
import { riskiestOf } from './queries.ts'
import { rungAdvice } from './rung.ts'
import type { ExperimentPlan } from './shape.ts'
import { balanceOf, flagsOf } from './sharing.ts'
import { hitOf } from './stop-rules.ts'
import { resultsOf, verdictOf } from './verdict.ts'

/** What can be derived from a plan: by measure its verdict and n, by party its balance and flags, and what to look at first. */
export const insights = (
  plan: ExperimentPlan,
  { documentId, directory }: CheckContext,
): { readonly experiments: Json } => {
  const judged = plan.measures.map((measure) => [measure.id, verdictOf(measure, resultsOf(plan, measure.id))] as const)
  // A party that is gone counts nowhere.
  const shares = plan.distribution.flatMap((share) => {
    const { stakeholderId: id } = share
    return id !== null && directory.get(id)?.kind === 'stakeholder' ? [[id, share] as const] : []
  })
  const flagged = shares.map(([id, share]) => [id, flagsOf(share)] as const)
  const told = {
    status: plan.status,
    verdicts: Object.fromEntries(judged.map(([id, { verdict }]) => [id, verdict])),
    n: Object.fromEntries(judged.map(([id, { n }]) => [id, n])),
    balance: Object.fromEntries(shares.map(([id, share]) => [id, balanceOf(share)])),
    flags: Object.fromEntries(flagged.filter(([, flags]) => flags.length > 0)),
    riskiest: riskiestOf(plan).map(({ id }) => id),
    stopRules: Object.fromEntries(plan.stopRules.map((rule) => [rule.id, hitOf(plan, rule)])),
    rung: plan.rung,
    suggestedRung: rungAdvice(plan)?.rung ?? null,
  }
  return { experiments: { [documentId]: told } }
}
