import type { RowPlace } from '#crdt/draft.ts'
import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  shape,
  type Assumption,
  type Effect,
  type ExperimentPlanDraft,
  type InitOf,
  type Measure,
  type Status,
  type Step,
  type TableName,
} from './shape.ts'
import { blockersOf, type Blocker } from './status.ts'
import { isBlank, isCount, isDay, type Measurement, type Target } from './values.ts'

type Plan = ExperimentPlanDraft
type Unknown = 'unknown-item'
type NoText = 'no-text'

/**
 * Moves the plan on. It is agreed only when somebody thought about what may go wrong, or says why not in `override`;
 * it runs only when the questions of care have an answer.
 */
export const setStatus = (plan: Plan, status: Status, override = ''): Result<void, Blocker> => {
  const effects = plan.effects.all().map((row) => ({ direction: row.direction.get(), response: row.response.get() }))
  const ethics = plan.ethics.all().map((row) => ({ code: row.code.get() }))
  const effectsOverride = override.trim() || plan.effectsOverride.get()
  const [blocker] = blockersOf({ effects, effectsOverride, ethics }, status)
  if (blocker) return refuse(blocker)
  if (override.trim() !== '') plan.effectsOverride.set(override.trim())
  return ok(plan.status.set(status))
}

/** Gives a plan its name; one without a name keeps the old one. */
export const rename = (plan: Plan, title: string): Result<void, NoText> =>
  title.trim() === '' ? refuse('no-text') : ok(plan.title.set(title))

/** Sets when it begins, ends, or must end at the latest; `null` is not decided. */
export const setDate = (plan: Plan, field: 'start' | 'end' | 'maxEnd', date: string | null): Result<void, 'bad-date'> =>
  date === null || isDay(date) ? ok(plan[field].set(date)) : refuse('bad-date')

/** Says who leads the trial, or who decides whether it goes on; a participant or a stakeholder. */
export const appoint = (plan: Plan, post: 'ownerId' | 'decidesId', id: string | null): Result<void, never> =>
  ok(plan[post].set(id))

/** Writes down what must be true for the plan to work. */
export const addAssumption = (
  plan: Plan,
  init: InitOf<'assumptions'>,
  place?: RowPlace<'Assumption'>,
): Result<string, NoText> => (isBlank(init.text) ? refuse('no-text') : ok(plan.assumptions.add(init, place)))

/** Says how important or how certain an assumption is; `null` is unknown again. */
export const rateAssumption = (
  plan: Plan,
  id: string,
  scale: 'importance' | 'certainty',
  step: number | null,
): Result<void, Unknown | 'out-of-range'> => {
  const row = plan.assumptions.get(id)
  if (!row) return refuse('unknown-item')
  if (shape.assumptions.fields[scale].parse(step) === undefined) return refuse('out-of-range')
  return ok(row[scale].set(step))
}

/** Says what kind of assumption it is, or how it came out. */
export const judgeAssumption = (
  plan: Plan,
  id: string,
  judgement: Partial<Pick<Assumption, 'status' | 'category'>>,
): Result<void, Unknown> => {
  const row = plan.assumptions.get(id)
  if (!row) return refuse('unknown-item')
  if (judgement.status !== undefined) row.status.set(judgement.status)
  if (judgement.category !== undefined) row.category.set(judgement.category)
  return ok(undefined)
}

/** Adds something to look at or count. */
export const addMeasure = (
  plan: Plan,
  init: InitOf<'measures'> & { readonly name: string },
  place?: RowPlace<'Measure'>,
): Result<string, NoText> =>
  isBlank(init.name) ? refuse('no-text') : ok(plan.measures.add({ ...init, name: init.name.trim() }, place))

const traits = ['name', 'unit', 'instrument', 'kind', 'better', 'forStakeholderId', 'measuredById'] as const

/** Says more about a measure: its name, unit, instrument, kind, whom it is for, who measures. */
export const describeMeasure = (
  plan: Plan,
  id: string,
  said: Partial<Pick<Measure, (typeof traits)[number]>>,
): Result<void, Unknown | NoText> => {
  const row = plan.measures.get(id)
  if (!row) return refuse('unknown-item')
  if (said.name !== undefined && isBlank(said.name)) return refuse('no-text')
  const cells: { readonly [Name in (typeof traits)[number]]: { readonly set: (next: never) => void } } = row
  // Each value goes into the cell of its own name; a loop loses that tie.
  for (const trait of traits) if (said[trait] !== undefined) cells[trait].set(said[trait] as never)
  return ok(undefined)
}

/** Sets where a measure stood at the beginning; `null` takes it away. */
export const setBaseline = (
  plan: Plan,
  id: string,
  baseline: Measurement | null,
): Result<void, Unknown | 'bad-date' | 'bad-count'> => {
  const row = plan.measures.get(id)
  if (!row) return refuse('unknown-item')
  if (baseline && baseline.date !== null && !isDay(baseline.date)) return refuse('bad-date')
  if (baseline && baseline.n !== null && !isCount(baseline.n)) return refuse('bad-count')
  return ok(row.baseline.set(baseline))
}

/** Sets when a measure is good; `null` takes it away. */
export const setTarget = (plan: Plan, id: string, target: Target | null): Result<void, Unknown> => {
  const row = plan.measures.get(id)
  return row ? ok(row.target.set(target)) : refuse('unknown-item')
}

type NewResult = { readonly value: number | null; readonly date: string | null; readonly n: number | null }

/** Writes down what was measured. It says of how many, or it says nothing. */
export const addResult = (
  plan: Plan,
  measureId: string,
  result: NewResult,
): Result<string, Unknown | 'no-value' | 'no-count' | 'bad-date'> => {
  if (!plan.measures.has(measureId)) return refuse('unknown-item')
  if (result.value === null || !Number.isFinite(result.value)) return refuse('no-value')
  if (result.n === null || !isCount(result.n) || result.n === 0) return refuse('no-count')
  if (!isDay(result.date)) return refuse('bad-date')
  return ok(plan.results.add({ measureId, ...result }))
}

/** Takes a measure away with its results; stop rules stay, without a measure. */
export const removeMeasure = (plan: Plan, id: string): Result<void, Unknown> => {
  if (!plan.measures.has(id)) return refuse('unknown-item')
  for (const result of plan.results.all()) if (result.measureId.get() === id) plan.results.remove(result.id)
  for (const rule of plan.stopRules.all()) if (rule.measureId.get() === id) rule.measureId.set(null)
  return ok(plan.measures.remove(id))
}

/** Adds something to do. */
export const addStep = (
  plan: Plan,
  init: InitOf<'steps'>,
  place?: RowPlace<'Step'>,
): Result<string, NoText | 'bad-date' | 'end-before-start'> => {
  if (isBlank(init.text)) return refuse('no-text')
  const wrong = wrongDates(init.start ?? null, init.end ?? null)
  return wrong ? refuse(wrong) : ok(plan.steps.add(init, place))
}

/** Puts a step right behind another one, or in front of all with `null`. */
export const moveStep = (plan: Plan, id: string, behind: string | null): Result<void, Unknown> => {
  const row = plan.steps.get(id)
  const others = plan.steps.all().filter((step) => step.id !== id)
  const at = behind === null ? -1 : others.findIndex((step) => step.id === behind)
  if (!row || (behind !== null && at < 0)) return refuse('unknown-item')
  return ok(row.order.set(orderBetween(others[at]?.order.get() ?? null, others[at + 1]?.order.get() ?? null)))
}

export const setStepDone = (plan: Plan, id: string, done: boolean): Result<void, Unknown> => {
  const row = plan.steps.get(id)
  return row ? ok(row.done.set(done)) : refuse('unknown-item')
}

/** Says when a step runs and who takes it. */
export const planStep = (
  plan: Plan,
  id: string,
  said: Partial<Pick<Step, 'start' | 'end' | 'ownerId'>>,
): Result<void, Unknown | 'bad-date' | 'end-before-start'> => {
  const row = plan.steps.get(id)
  if (!row) return refuse('unknown-item')
  const { start = row.start.get(), end = row.end.get(), ownerId = row.ownerId.get() } = said
  const wrong = wrongDates(start, end)
  if (wrong) return refuse(wrong)
  row.start.set(start)
  row.end.set(end)
  return ok(row.ownerId.set(ownerId))
}

/** Names something that may happen besides what is meant. */
export const addEffect = (plan: Plan, init: InitOf<'effects'>, place?: RowPlace<'Effect'>): Result<string, NoText> =>
  isBlank(init.text) ? refuse('no-text') : ok(plan.effects.add(init, place))

const thoughts = [
  'direction',
  'likelihood',
  'severity',
  'response',
  'earlySignal',
  'ownerId',
  'status',
  'seenNote',
] as const

/** Says what people think of an effect: how likely and bad it is, what to do, what to watch for, whether it was seen. */
export const considerEffect = (
  plan: Plan,
  id: string,
  thought: Partial<Pick<Effect, (typeof thoughts)[number]>>,
): Result<void, Unknown | 'out-of-range'> => {
  const row = plan.effects.get(id)
  if (!row) return refuse('unknown-item')
  for (const scale of ['likelihood', 'severity'] as const) {
    if (thought[scale] !== undefined && shape.effects.fields[scale].parse(thought[scale]) === undefined)
      return refuse('out-of-range')
  }
  const cells: { readonly [Name in (typeof thoughts)[number]]: { readonly set: (next: never) => void } } = row
  for (const name of thoughts) if (thought[name] !== undefined) cells[name].set(thought[name] as never) // as in describeMeasure
  return ok(undefined)
}

/** Says on whom an effect falls, or takes that back. */
export const setAffected = (
  plan: Plan,
  id: string,
  stakeholderId: string,
  affected: boolean,
): Result<void, Unknown> => {
  const row = plan.effects.get(id)
  if (!row) return refuse('unknown-item')
  if (affected) row.forStakeholderIds.add(stakeholderId)
  else row.forStakeholderIds.remove(stakeholderId)
  return ok(undefined)
}

/** Takes one thing out of a list. A measure goes with its results, by `removeMeasure`. */
export const remove = (plan: Plan, list: Exclude<TableName, 'measures'>, id: string): Result<void, Unknown> => {
  if (!plan[list].has(id)) return refuse('unknown-item')
  return ok(plan[list].remove(id))
}

const wrongDates = (start: string | null, end: string | null): 'bad-date' | 'end-before-start' | null => {
  if ((start !== null && !isDay(start)) || (end !== null && !isDay(end))) return 'bad-date'
  return start !== null && end !== null && end < start ? 'end-before-start' : null
}
