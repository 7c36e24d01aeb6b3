import type { RowPlace } from '#crdt/draft.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { shape, type Assumption, type InitOf, type ProblemStatementDraft } from './shape.ts'

type Statement = ProblemStatementDraft

/** Writes down what people think but do not know yet. */
export const addAssumption = (
  statement: Statement,
  problemId: string,
  init: InitOf<'assumptions'> & { readonly text: string },
  place?: RowPlace<'Assumption'>,
): Result<string, 'unknown-problem' | 'no-text'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (init.text.trim() === '') return refuse('no-text')
  return ok(statement.assumptions.add({ ...init, problemId, text: init.text.trim() }, place))
}

/** Says how sure or how important it is; `null` is unknown again. */
export const rateAssumption = (
  statement: Statement,
  id: string,
  scale: 'certainty' | 'importance',
  step: number | null,
): Result<void, 'unknown-item' | 'out-of-range'> => {
  const row = statement.assumptions.get(id)
  if (!row) return refuse('unknown-item')
  if (shape.assumptions.fields[scale].parse(step) === undefined) return refuse('out-of-range')
  return ok(row[scale].set(step))
}

/** Says whether it turned out to be true. */
export const judgeAssumption = (
  statement: Statement,
  id: string,
  status: Assumption['status'],
): Result<void, 'unknown-item'> => {
  const row = statement.assumptions.get(id)
  return row ? ok(row.status.set(status)) : refuse('unknown-item')
}
