import type { RowPlace } from '#crdt/draft.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { ProblemStatementDraft } from './shape.ts'

type Statement = ProblemStatementDraft

/** Asks somebody to carry a problem along; `null` puts an empty chair at the table. */
export const addCarrier = (
  statement: Statement,
  problemId: string,
  stakeholderId: string | null,
  place?: RowPlace<'Carrier'>,
): Result<string, 'unknown-problem' | 'already-there'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (sits(statement, problemId, stakeholderId)) return refuse('already-there')
  return ok(statement.carriers.add({ problemId, stakeholderId }, place))
}

/** Says who sits in a chair; `null` empties it. */
export const seat = (
  statement: Statement,
  id: string,
  stakeholderId: string | null,
): Result<void, 'unknown-item' | 'already-there'> => {
  const row = statement.carriers.get(id)
  if (!row) return refuse('unknown-item')
  if (row.stakeholderId.get() === stakeholderId) return ok(undefined)
  if (sits(statement, row.problemId.get(), stakeholderId)) return refuse('already-there')
  return ok(row.stakeholderId.set(stakeholderId))
}

// Several chairs may be empty; nobody sits in two.
const sits = (statement: Statement, problemId: string | null, stakeholderId: string | null): boolean =>
  stakeholderId !== null &&
  statement.carriers.all().some((row) => row.problemId.get() === problemId && row.stakeholderId.get() === stakeholderId)
