import type { RowPlace } from '#crdt/draft.ts'
import { orderBetween } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  ownedLists,
  type InitOf,
  type LinkType,
  type OwnedList,
  type Problem,
  type ProblemStatementDraft,
  type Status,
} from './shape.ts'
import { treeOf, withBelow } from './tree.ts'

type Statement = ProblemStatementDraft
type Unknown = 'unknown-problem'
type UnknownItem = 'unknown-item'
type NoText = 'no-text'

/** Where a problem can go from where it stands: one step on or back, or aside. "Checked" is taken back to the people concerned. */
export const nextStatuses: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['shared', 'parked'],
  shared: ['draft', 'checked', 'parked'],
  checked: ['shared', 'agreed', 'parked'],
  agreed: ['checked', 'parked'],
  parked: ['draft', 'shared'],
}

/** Moves a problem on, back or aside; no step is skipped. */
export const setStatus = (statement: Statement, id: string, status: Status): Result<void, Unknown | 'skips-a-step'> => {
  const row = statement.problems.get(id)
  if (!row) return refuse('unknown-problem')
  const now = row.status.get()
  return now === status || nextStatuses[now].includes(status) ? ok(row.status.set(status)) : refuse('skips-a-step')
}

/** Gives a problem its short name; one without a name keeps the old one. */
export const rename = (statement: Statement, id: string, title: string): Result<void, Unknown | NoText> => {
  const row = statement.problems.get(id)
  if (!row) return refuse('unknown-problem')
  return title.trim() === '' ? refuse('no-text') : ok(row.title.set(title))
}

const traits = ['place', 'since', 'scaleUnit', 'scaleCount'] as const

/** Says where and since when it is, or how many it is about. */
export const describe = (
  statement: Statement,
  id: string,
  said: Partial<Pick<Problem, (typeof traits)[number]>>,
): Result<void, Unknown | 'no-number'> => {
  const row = statement.problems.get(id)
  if (!row) return refuse('unknown-problem')
  const { place, since, scaleUnit, scaleCount } = said
  if (typeof scaleCount === 'number' && !Number.isFinite(scaleCount)) return refuse('no-number')
  if (place !== undefined) row.place.set(place)
  if (since !== undefined) row.since.set(since)
  if (scaleUnit !== undefined) row.scaleUnit.set(scaleUnit)
  if (scaleCount !== undefined) row.scaleCount.set(scaleCount)
  return ok(undefined)
}

/** Says who is affected by a problem, or takes that back. */
export const setAffected = (
  statement: Statement,
  id: string,
  stakeholderId: string,
  affected: boolean,
): Result<void, Unknown> => {
  const row = statement.problems.get(id)
  if (!row) return refuse('unknown-problem')
  return ok(affected ? row.affectedIds.add(stakeholderId) : row.affectedIds.remove(stakeholderId))
}

/** Splits off a part of a problem, so that a group can go on with it. */
export const addSubQuestion = (
  statement: Statement,
  parentId: string,
  title: string,
  place?: RowPlace<'Problem'>,
): Result<string, Unknown | NoText> => {
  if (!statement.problems.has(parentId)) return refuse('unknown-problem')
  if (title.trim() === '') return refuse('no-text')
  return ok(statement.problems.add({ kind: 'sub', parentId, title: title.trim() }, place))
}

/** Puts a sub-question under another problem; a problem never comes under itself. */
export const moveSubQuestion = (
  statement: Statement,
  id: string,
  parentId: string,
): Result<void, Unknown | 'main-problem' | 'same-problem'> => {
  const row = statement.problems.get(id)
  if (!row || !statement.problems.has(parentId)) return refuse('unknown-problem')
  if (isMain(statement, id)) return refuse('main-problem')
  if (withBelow(plainProblems(statement), id).includes(parentId)) return refuse('same-problem')
  const siblings = statement.problems.all().filter((other) => other.parentId.get() === parentId && other.id !== id)
  row.order.set(orderBetween(siblings.at(-1)?.order.get() ?? null, null))
  return ok(row.parentId.set(parentId))
}

/** Takes a sub-question away with all that is under it; the main problem stays. */
export const removeSubQuestion = (statement: Statement, id: string): Result<void, Unknown | 'main-problem'> => {
  if (!statement.problems.has(id)) return refuse('unknown-problem')
  if (isMain(statement, id)) return refuse('main-problem')
  for (const gone of withBelow(plainProblems(statement), id)) {
    for (const list of ownedLists) removeOwned(statement, list, gone)
    statement.problems.remove(gone)
  }
  return ok(undefined)
}

const removeOwned = (statement: Statement, list: OwnedList, problemId: string): void => {
  for (const { id, problemId: of } of statement[list].all()) {
    // Every list holds ids of its own kind, which a union of lists hides; at run time all are strings.
    const plain: string = id
    if (of.get() === problemId) statement[list].remove(plain)
  }
}

const plainProblems = ({ problems }: Statement) =>
  problems.all().map((row) => ({ id: row.id, kind: row.kind.get(), parentId: row.parentId.get() }))

const isMain = (statement: Statement, id: string): boolean => {
  const rows = plainProblems(statement)
  return (rows.find(({ kind }) => kind === 'main') ?? treeOf(rows)[0]?.row)?.id === id
}

type Taker = Pick<InitOf<'takenUpBy'>, 'perspective' | 'tableId'>

/** Says that a group or a table goes on with a problem, from a day on; once is enough. */
export const takeUp = (
  statement: Statement,
  problemId: string,
  { perspective = '', tableId = null }: Taker,
  since: string | null,
): Result<string, Unknown | 'nobody' | 'already-taken-up'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (perspective === '' && tableId === null) return refuse('nobody')
  const taken = statement.takenUpBy
    .all()
    .some(
      (row) =>
        row.problemId.get() === problemId && row.perspective.get() === perspective && row.tableId.get() === tableId,
    )
  return taken ? refuse('already-taken-up') : ok(statement.takenUpBy.add({ problemId, perspective, tableId, since }))
}

/** Ties a problem to another one, here or in another statement. */
export const addLink = (
  statement: Statement,
  problemId: string,
  toId: string,
  type: LinkType,
): Result<string, Unknown | 'same-problem' | 'already-there'> => {
  if (!statement.problems.has(problemId)) return refuse('unknown-problem')
  if (toId === problemId) return refuse('same-problem')
  const there = statement.links
    .all()
    .some((row) => row.problemId.get() === problemId && row.toId.get() === toId && row.type.get() === type)
  return there ? refuse('already-there') : ok(statement.links.add({ problemId, toId, type }))
}

/** The lists from which one row can be taken out without more. */
export type PlainList = Exclude<OwnedList, 'lines' | 'causes' | 'effects' | 'formulations'>

/** Takes one thing out of a list. */
export const remove = (statement: Statement, list: PlainList, id: string): Result<void, UnknownItem> =>
  statement[list].has(id) ? ok(statement[list].remove(id)) : refuse('unknown-item')

/** Where evidence can be tied: to a problem, to how big it is, or to one thing in a list. */
export type EvidencePlace = {
  readonly list: 'problems' | 'scale' | 'lines' | 'rules' | 'causes' | 'effects'
  readonly id: string
}

/** Ties a piece of evidence to what it shows, or unties it. */
export const tieEvidence = (
  statement: Statement,
  { list, id }: EvidencePlace,
  evidenceId: string,
  tied: boolean,
): Result<void, UnknownItem> => {
  const ids = list === 'scale' ? statement.problems.get(id)?.scaleEvidenceIds : statement[list].get(id)?.evidenceIds
  if (!ids) return refuse('unknown-item')
  return ok(tied ? ids.add(evidenceId) : ids.remove(evidenceId))
}
