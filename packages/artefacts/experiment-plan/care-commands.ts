import { ok, refuse, type Result } from '#kernel/result.ts'
import { derivedId } from './file-names.ts'
import type { EthicsAnswer, EthicsCode, ExperimentPlanDraft, InitOf } from './shape.ts'
import { isBlank, isDay } from './values.ts'

type Plan = ExperimentPlanDraft
type Unknown = 'unknown-item'
type NoText = 'no-text'

/** Puts a party in the table of who gains, pays, bears risk and has a say. Each party stands there once. */
export const addShare = (plan: Plan, planId: string, stakeholderId: string): Result<string, 'already-there'> => {
  if (plan.distribution.all().some((row) => row.stakeholderId.get() === stakeholderId)) return refuse('already-there')
  return ok(plan.distribution.add({ stakeholderId }, placed(derivedId(planId, 'distribution', { stakeholderId }))))
}

/** Answers a question of care; two people who answer at once answer the same one. */
export const answerEthics = (
  plan: Plan,
  planId: string,
  code: EthicsCode,
  said: { readonly answer?: EthicsAnswer; readonly note?: string },
): Result<void, never> => {
  const row = plan.ethics.all().find((each) => each.code.get() === code)
  if (row && said.answer !== undefined) row.answer.set(said.answer)
  if (row && said.note !== undefined) row.note.set(said.note)
  if (!row) plan.ethics.add({ code, ...said }, placed(derivedId(planId, 'ethics', { code })))
  return ok(undefined)
}

/** Adds a rule of when to stop. */
export const addStopRule = (plan: Plan, init: InitOf<'stopRules'>): Result<string, NoText> =>
  isBlank(init.text) ? refuse('no-text') : ok(plan.stopRules.add(init))

/** Says that a stop rule was hit on a day, or takes that back. */
export const markHit = (plan: Plan, id: string, day: string | null): Result<void, Unknown | 'bad-date'> => {
  const row = plan.stopRules.get(id)
  if (!row) return refuse('unknown-item')
  if (day !== null && !isDay(day)) return refuse('bad-date')
  row.hit.set(day !== null)
  return ok(row.hitAt.set(day))
}

/** Names a rule that is in the way. */
export const addBarrier = (
  plan: Plan,
  init: InitOf<'ruleBarriers'> & { readonly rule: string },
): Result<string, NoText> =>
  isBlank(init.rule) ? refuse('no-text') : ok(plan.ruleBarriers.add({ ...init, rule: init.rule.trim() }))

const placed = (id: string | null): { readonly id?: string } => (id === null ? {} : { id })
