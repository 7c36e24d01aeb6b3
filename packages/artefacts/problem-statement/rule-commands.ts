import type { RowPlace } from '#crdt/draft.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { InitOf, ProblemStatementDraft, Rule } from './shape.ts'

type Statement = ProblemStatementDraft

/** Names a rule or habit that is in the way. */
export const addRule = (
  statement: Statement,
  problemId: string,
  init: InitOf<'rules'> & { readonly name: string },
  place?: RowPlace<'Rule'>,
): Result<string, 'unknown-problem' | 'no-text'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (init.name.trim() === '') return refuse('no-text')
  return ok(statement.rules.add({ ...init, problemId, name: init.name.trim() }, place))
}

/** Says more about a rule: its name, what sort it is, how hard it is, and who can change it. */
export const describeRule = (
  statement: Statement,
  id: string,
  said: Partial<Pick<Rule, 'name' | 'kind' | 'hardness' | 'ownerId'>>,
): Result<void, 'unknown-item' | 'no-text'> => {
  const row = statement.rules.get(id)
  if (!row) return refuse('unknown-item')
  const { name, kind, hardness, ownerId } = said
  if (name?.trim() === '') return refuse('no-text')
  if (name !== undefined) row.name.set(name)
  if (kind !== undefined) row.kind.set(kind)
  if (hardness !== undefined) row.hardness.set(hardness)
  if (ownerId !== undefined) row.ownerId.set(ownerId)
  return ok(undefined)
}

/** Says in which gap a rule plays a part, or takes that back. */
export const tieGap = (
  statement: Statement,
  id: string,
  gapId: string,
  tied: boolean,
): Result<void, 'unknown-item'> => {
  const row = statement.rules.get(id)
  if (!row || (tied && !statement.gaps.has(gapId))) return refuse('unknown-item')
  return ok(tied ? row.gapIds.add(gapId) : row.gapIds.remove(gapId))
}
