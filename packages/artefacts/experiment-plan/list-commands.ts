import type { SetDraft } from '#crdt/draft.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { writeValues, type ValuesOf } from './rows.ts'
import { shape, type ExperimentPlanDraft, type TableName } from './shape.ts'

type Plan = ExperimentPlanDraft
type FieldsOf<List extends TableName> = (typeof shape)[List]['fields']

/** Says more about the plan itself: when, where, how sure, at what cost. */
export const frame = (plan: Plan, said: ValuesOf<typeof shape>): Result<void, 'bad-value'> =>
  writeValues(shape, plan, said) ? ok(undefined) : refuse('bad-value')

/** Says more about one thing in a list of the plan. */
export const describe = <List extends TableName>(
  plan: Plan,
  list: List,
  id: string,
  said: ValuesOf<FieldsOf<List>>,
): Result<void, 'unknown-item' | 'bad-value'> => {
  const rows: { readonly get: (id: string) => object | undefined } = plan[list]
  const row = rows.get(id)
  if (!row) return refuse('unknown-item')
  return writeValues(shape[list].fields, row, said) ? ok(undefined) : refuse('bad-value')
}

export type PlanTie = 'problemIds' | 'gapIds' | 'formulationIds' | 'teamIds'

/** Ties the plan to a problem, a gap, a question or somebody of the team, or unties it. */
export const tie = (plan: Plan, to: PlanTie, id: string, tied: boolean): Result<void, never> => {
  // Each set takes ids of its own kind; at run time they are all plain strings.
  const set: unknown = plan[to]
  if (isSet(set)) put(set, id, tied)
  return ok(undefined)
}

const rowTies = {
  assumptions: 'evidenceIds',
  changeChain: 'assumptionIds',
  effects: 'forStakeholderIds',
  ruleBarriers: 'evidenceIds',
  learningLog: 'links',
  learningCards: 'experimentIds',
} as const satisfies { readonly [List in TableName]?: string }

/** Ties one thing in a list to what it rests on or falls on, or unties it. */
export const tieRow = (
  plan: Plan,
  list: keyof typeof rowTies,
  id: string,
  other: string,
  tied: boolean,
): Result<void, 'unknown-item'> => {
  const rows: { readonly get: (id: string) => object | undefined } = plan[list]
  const row = rows.get(id)
  const found: unknown = row && Reflect.get(row, rowTies[list])
  if (!isSet(found)) return refuse('unknown-item')
  put(found, other, tied)
  return ok(undefined)
}

const put = (set: SetDraft<string>, id: string, tied: boolean): void => {
  if (tied) set.add(id)
  else set.remove(id)
}

const isSet = (found: unknown): found is SetDraft<string> =>
  typeof found === 'object' && found !== null && 'add' in found && 'remove' in found
