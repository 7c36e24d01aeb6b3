import type { RowDraft, RowPlace } from '#crdt/draft.ts'
import type { Prose } from '#crdt/prose.ts'
import { isEmptyProse, proseOf } from '#crdt/prose.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { shape, type Form, type Formulation, type ProblemStatementDraft } from './shape.ts'

type Statement = ProblemStatementDraft
type Row = RowDraft<'Formulation', typeof shape.formulations.fields>
type UnknownProblem = 'unknown-problem'
type Unknown = 'unknown-item'

/** Who writes: for a group, or as a scribe for everybody. */
export type Writer = { readonly perspective: string; readonly canRecord: boolean }

/** Whether somebody may write in a formulation: it is of their own group or of all groups together, or they are a scribe. */
export const mayWriteIn = ({ perspective }: Pick<Formulation, 'perspective'>, writer: Writer): boolean =>
  writer.canRecord || ['', mixedPerspective, writer.perspective].includes(perspective)

type NewFormulation = {
  readonly form: Form
  /** Whose voice it is. */
  readonly perspective: string
  readonly text: Prose | string
}

/** Writes down how one group sees the problem; a group speaks for itself only, a scribe for any. */
export const writeFormulation = (
  statement: Statement,
  problemId: string,
  { form, perspective, text }: NewFormulation,
  writer: Writer,
  place?: RowPlace<'Formulation'>,
): Result<string, UnknownProblem | 'no-text' | 'other-group'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (isBlank(text)) return refuse('no-text')
  if (!mayWriteIn({ perspective }, writer)) return refuse('other-group')
  return ok(statement.formulations.add({ problemId, form, perspective, text }, place))
}

/** Begins the sentence that all groups write together; an empty one that waits already is taken. */
export const beginSentence = (statement: Statement, problemId: string): Result<string, UnknownProblem> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  const waiting = statement.formulations.all().find((row) => row.problemId.get() === problemId && isWaiting(row))
  if (waiting) return ok(waiting.id)
  return ok(statement.formulations.add({ problemId, form: 'free', perspective: mixedPerspective }))
}

const isWaiting = (row: Row): boolean =>
  row.form.get() === 'free' &&
  row.perspective.get() === mixedPerspective &&
  row.status.get() === 'open' &&
  row.basedOnIds.ids().length === 0 &&
  row.text.isEmpty()

/** Takes over a formulation into a new one of one's own, to change it; the old one stays as it is. */
export const copyFormulation = (
  statement: Statement,
  id: string,
  text: Prose | string,
  writer: Writer,
  place?: RowPlace<'Formulation'>,
): Result<string, Unknown | 'no-text'> => {
  const row = statement.formulations.get(id)
  const problemId = row?.problemId.get()
  if (!row || !problemId) return refuse('unknown-item')
  if (isBlank(text)) return refuse('no-text')
  const copy = {
    problemId,
    form: row.form.get(),
    perspective: writer.perspective,
    text,
    who: row.who.get(),
    need: row.need.get(),
    insight: row.insight.get(),
    basedOnIds: [id],
  }
  return ok(statement.formulations.add(copy, place))
}

/** Joins several formulations into a new one of all groups; the old ones stay to be read, as merged. */
export const mergeFormulations = (
  statement: Statement,
  ids: readonly string[],
  text: Prose | string,
  place?: RowPlace<'Formulation'>,
): Result<string, Unknown | 'too-few' | 'two-problems' | 'no-text'> => {
  const rows = [...new Set(ids)].flatMap((id) => statement.formulations.get(id) ?? [])
  if (rows.length < new Set(ids).size) return refuse('unknown-item')
  const [first] = rows
  if (!first || rows.length < 2) return refuse('too-few')
  const problemId = first.problemId.get()
  if (rows.some((row) => row.problemId.get() !== problemId)) return refuse('two-problems')
  if (isBlank(text)) return refuse('no-text')
  for (const row of rows) {
    unchoose(statement, row)
    row.status.set('merged')
  }
  const form = rows.every((row) => row.form.get() === first.form.get()) ? first.form.get() : 'free'
  const joined = { problemId, form, perspective: mixedPerspective, text, basedOnIds: rows.map((row) => row.id) }
  return ok(statement.formulations.add(joined, place))
}

/**
 * Chooses the sentence to go on with. The others that were still open are not chosen now; they keep their words, and
 * people can say why.
 */
export const chooseFormulation = (
  statement: Statement,
  id: string,
): Result<void, Unknown | 'is-merged' | 'no-text'> => {
  const row = statement.formulations.get(id)
  const problem = statement.problems.get(row?.problemId.get() ?? '')
  if (!row || !problem) return refuse('unknown-item')
  if (row.status.get() === 'merged') return refuse('is-merged')
  if (row.text.isEmpty()) return refuse('no-text')
  for (const other of statement.formulations.all()) {
    if (other.problemId.get() !== problem.id || other.id === id) continue
    if (other.status.get() === 'chosen' || (other.status.get() === 'open' && !other.text.isEmpty())) {
      other.status.set('dropped')
    }
  }
  row.status.set('chosen')
  return ok(problem.chosenFormulationId.set(id))
}

/** Says that the group does not go on with a formulation; why not is typed beside it. */
export const dropFormulation = (statement: Statement, id: string): Result<void, Unknown | 'is-chosen'> => {
  const row = statement.formulations.get(id)
  if (!row) return refuse('unknown-item')
  if (isChosen(statement, row)) return refuse('is-chosen')
  return ok(row.status.set('dropped'))
}

/** Takes a formulation up again, also the chosen one: then the problem has no chosen sentence until there is a new one. */
export const reopenFormulation = (statement: Statement, id: string): Result<void, Unknown> => {
  const row = statement.formulations.get(id)
  if (!row) return refuse('unknown-item')
  unchoose(statement, row)
  return ok(row.status.set('open'))
}

/** Says in which form a formulation stands; only its own group does. */
export const setForm = (
  statement: Statement,
  id: string,
  form: Form,
  writer: Writer,
): Result<void, Unknown | 'other-group'> => {
  const row = statement.formulations.get(id)
  if (!row) return refuse('unknown-item')
  if (!mayWriteIn({ perspective: row.perspective.get() }, writer)) return refuse('other-group')
  return ok(row.form.set(form))
}

/** Takes a formulation back, as long as it is one's own and nothing was built on it. */
export const removeFormulation = (
  statement: Statement,
  id: string,
  writer: Writer,
): Result<void, Unknown | 'other-group' | 'is-chosen' | 'is-built-on'> => {
  const row = statement.formulations.get(id)
  if (!row) return refuse('unknown-item')
  if (!mayWriteIn({ perspective: row.perspective.get() }, writer)) return refuse('other-group')
  if (isChosen(statement, row)) return refuse('is-chosen')
  if (statement.formulations.all().some((other) => other.basedOnIds.has(id))) return refuse('is-built-on')
  return ok(statement.formulations.remove(id))
}

const isChosen = (statement: Statement, row: Row): boolean =>
  statement.problems.get(row.problemId.get() ?? '')?.chosenFormulationId.get() === row.id

const unchoose = (statement: Statement, row: Row): void => {
  if (isChosen(statement, row)) statement.problems.get(row.problemId.get() ?? '')?.chosenFormulationId.set(null)
}

const isBlank = (text: Prose | string): boolean => isEmptyProse(typeof text === 'string' ? proseOf(text) : text)
