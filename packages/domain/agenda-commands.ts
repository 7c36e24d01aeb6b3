import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Agenda } from './agenda.ts'
import type { WorkspaceDraft } from './workspace.ts'

/** Adds an empty step behind another, or at the end of the agenda; answers its id. */
export const addStep = (draft: WorkspaceDraft, agenda: Agenda, title: string, behind: string | null): string => {
  const at = agenda.steps.findIndex(({ id }) => id === behind)
  const before = agenda.steps[at] ?? agenda.steps.at(-1)
  const stageId = before?.stageId ?? agenda.stages.at(-1)?.stage.id ?? null
  const own = stageId ?? draft.stages.add({ sessionId: agenda.session.id, title: '' })
  const next = agenda.steps.find((step) => step.stageId === own && before && step.order > before.order)
  const order = orderBetween(before?.order ?? null, next?.order ?? null)
  return draft.activities.add({ stageId: own, title, minutes: 10, workForm: 'plenary', anonymity: 'none' }, { order })
}

/** Begins a new part of the agenda at a step: it, and what stood behind it in its part, go along. Answers the part's id. */
export const beginStage = (
  draft: WorkspaceDraft,
  agenda: Agenda,
  stepId: string,
  title: string,
): Result<string, 'unknown-step' | 'begins-one'> => {
  const at = agenda.stages.findIndex(({ steps }) => steps.some(({ id }) => id === stepId))
  const part = agenda.stages[at]
  if (!part) return refuse('unknown-step')
  const from = part.steps.findIndex(({ id }) => id === stepId)
  if (from === 0) return refuse('begins-one')
  const order = orderBetween(part.stage.order, agenda.stages[at + 1]?.stage.order ?? null)
  const stageId = draft.stages.add({ sessionId: agenda.session.id, title }, { order })
  for (const { id } of part.steps.slice(from)) draft.activities.get(id)?.stageId.set(stageId)
  return ok(stageId)
}

/** Takes the heading of a part away: its steps go on in the part before it, in their order. */
export const joinStages = (
  draft: WorkspaceDraft,
  agenda: Agenda,
  stageId: string,
): Result<void, 'unknown-stage' | 'is-first'> => {
  const at = agenda.stages.findIndex(({ stage }) => stage.id === stageId)
  const [before, part] = [agenda.stages[at - 1], agenda.stages[at]]
  if (!part) return refuse('unknown-stage')
  if (!before) return refuse('is-first')
  let order = before.steps.at(-1)?.order ?? null
  for (const { id } of part.steps) {
    const row = draft.activities.get(id)
    order = orderBetween(order, null)
    row?.stageId.set(before.stage.id)
    row?.order.set(order)
  }
  draft.stages.remove(stageId)
  return ok(undefined)
}

/** Moves a step to another place of the agenda, counted from 0 among all steps; it joins the stage that it comes to. */
export const moveStep = (
  draft: WorkspaceDraft,
  agenda: Agenda,
  id: string,
  to: number,
): Result<void, 'unknown-step'> => {
  const row = draft.activities.get(id)
  if (!row) return refuse('unknown-step')
  const others = agenda.steps.filter((step) => step.id !== id)
  const place = Math.min(Math.max(to, 0), others.length)
  const [before, after] = [others[place - 1], others[place]]
  // Between two stages a step stays with the one that it goes behind.
  const stageId = before?.stageId ?? after?.stageId ?? row.stageId.get()
  const above = before?.stageId === stageId ? before.order : null
  const below = after?.stageId === stageId ? after.order : null
  row.stageId.set(stageId)
  row.order.set(orderBetween(above, below))
  return ok(undefined)
}
