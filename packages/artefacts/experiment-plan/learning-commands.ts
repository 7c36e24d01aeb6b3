import { ok, refuse, type Result } from '#kernel/result.ts'
import type { ExperimentPlanDraft, InitOf, Way } from './shape.ts'
import { isBlank, isDay, type Scaling } from './values.ts'

type Plan = ExperimentPlanDraft
type Unknown = 'unknown-item'
type NoText = 'no-text'

/** Adds a link to the chain from doing to effect, behind the last of its kind. */
export const addChainLink = (plan: Plan, init: InitOf<'changeChain'>): Result<string, NoText> =>
  isBlank(init.text) ? refuse('no-text') : ok(plan.changeChain.add(init))

/** Writes a line in the log. */
export const addLogEntry = (
  plan: Plan,
  init: InitOf<'learningLog'> & { readonly date: string },
): Result<string, NoText | 'bad-date'> => {
  if (isBlank(init.text)) return refuse('no-text')
  return isDay(init.date) ? ok(plan.learningLog.add(init)) : refuse('bad-date')
}

/** Says what is done differently because of a line in the log; `null` is nothing. */
export const noteChange = (plan: Plan, id: string, change: string | null): Result<void, Unknown> => {
  const row = plan.learningLog.get(id)
  return row ? ok(row.change.set(change)) : refuse('unknown-item')
}

/** Adds a day on which the group looks at how it goes; the days stand in order, each once. */
export const addReview = (plan: Plan, day: string | null): Result<void, 'bad-date'> =>
  isDay(day) ? ok(plan.reviewDates.set([...new Set([...plan.reviewDates.get(), day])].toSorted())) : refuse('bad-date')

export const removeReview = (plan: Plan, day: string): Result<void, never> =>
  ok(plan.reviewDates.set(plan.reviewDates.get().filter((other) => other !== day)))

/** Says how the trial is taken further. Not making it bigger goes with no other way. */
export const scale = (plan: Plan, way: Way, said: Partial<Scaling>): Result<void, never> => {
  plan[way].set({ ...plan[way].get(), ...said })
  if (said.chosen !== true) return ok(undefined)
  const others = way === 'none' ? (['out', 'up', 'deep'] as const) : (['none'] as const)
  for (const other of others) if (plan[other].get().chosen) plan[other].set({ ...plan[other].get(), chosen: false })
  return ok(undefined)
}

/** Begins an empty learning card, or takes one in from elsewhere with where it came from. */
export const addCard = (plan: Plan, init: InitOf<'learningCards'>): Result<string, never> =>
  ok(plan.learningCards.add(init))
