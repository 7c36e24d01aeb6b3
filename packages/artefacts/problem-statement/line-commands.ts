import type { RowPlace } from '#crdt/draft.ts'
import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { InitOf, ProblemStatementDraft, World } from './shape.ts'

type Statement = ProblemStatementDraft

/** Writes one point down: what people notice, or what rules and systems do. */
export const addLine = (
  statement: Statement,
  problemId: string,
  init: InitOf<'lines'> & { readonly world: World; readonly text: string },
  place?: RowPlace<'Line'>,
): Result<string, 'unknown-problem' | 'no-text'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (init.text.trim() === '') return refuse('no-text')
  return ok(statement.lines.add({ ...init, problemId, text: init.text.trim() }, place))
}

/** Puts a point right behind another one of its world, or in front of all with `null`. */
export const moveLine = (statement: Statement, id: string, behind: string | null): Result<void, 'unknown-item'> => {
  const row = statement.lines.get(id)
  if (!row) return refuse('unknown-item')
  const others = statement.lines
    .all()
    .filter(
      (line) => line.id !== id && line.problemId.get() === row.problemId.get() && line.world.get() === row.world.get(),
    )
  const at = behind === null ? -1 : others.findIndex((line) => line.id === behind)
  if (behind !== null && at < 0) return refuse('unknown-item')
  return ok(row.order.set(orderBetween(others[at]?.order.get() ?? null, others[at + 1]?.order.get() ?? null)))
}

/** Takes a point away; a gap that it was part of stays, with one side open. */
export const removeLine = (statement: Statement, id: string): Result<void, 'unknown-item'> => {
  if (!statement.lines.has(id)) return refuse('unknown-item')
  for (const gap of statement.gaps.all()) {
    if (gap.livedLineId.get() === id) gap.livedLineId.set(null)
    if (gap.systemLineId.get() === id) gap.systemLineId.set(null)
  }
  return ok(statement.lines.remove(id))
}

type GapRefusal = 'unknown-problem' | 'unknown-item' | 'one-world' | 'already-there'

/** Names the gap between what people notice and what a rule does: one point on each side, once. */
export const addGap = (
  statement: Statement,
  problemId: string,
  livedLineId: string,
  systemLineId: string,
  place?: RowPlace<'Gap'>,
): Result<string, GapRefusal> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  const [lived, system] = [statement.lines.get(livedLineId), statement.lines.get(systemLineId)]
  const areHere = [lived, system].every((line) => line?.problemId.get() === problemId)
  if (!lived || !system || !areHere) return refuse('unknown-item')
  if (lived.world.get() !== 'lived' || system.world.get() !== 'system') return refuse('one-world')
  const there = statement.gaps
    .all()
    .some((gap) => gap.livedLineId.get() === livedLineId && gap.systemLineId.get() === systemLineId)
  return there ? refuse('already-there') : ok(statement.gaps.add({ problemId, livedLineId, systemLineId }, place))
}
