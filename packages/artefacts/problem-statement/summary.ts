import type { Summary } from '#domain/directory.ts'
import { rowsOf, stateOf, wordsOf } from './queries.ts'
import { ownedLists, type OwnedList, type Problem, type ProblemStatement } from './shape.ts'

type Entry = Summary[number]
type Told = (statement: ProblemStatement, problem: Problem) => readonly Entry[]

/** What others may refer to: problems, and of each what stands in its lists, with the few facts that checks elsewhere need. */
export const summary = (statement: ProblemStatement): Summary =>
  statement.problems.flatMap((problem) => [
    problemEntry(statement, problem),
    ...ownedLists.flatMap((list) => told[list]?.(statement, problem) ?? []),
  ])

const problemEntry = (statement: ProblemStatement, problem: Problem): Entry => {
  const { id, title, kind, parentId, status, affectedIds, evidenceIds, chosenFormulationId } = problem
  const carrierIds = rowsOf(statement.carriers, id).flatMap(({ stakeholderId }) => stakeholderId ?? [])
  const facts = { kind, parentId, status, affectedIds, carrierIds, evidenceIds, chosenFormulationId }
  return entry(id, 'problem', title, facts)
}

const told: { readonly [List in OwnedList]?: Told } = {
  formulations: (statement, { id: problemId }) =>
    rowsOf(statement.formulations, problemId).map((row) => {
      const { id, form, perspective, basedOnIds } = row
      return entry(id, 'formulation', wordsOf(row), {
        problemId,
        form,
        perspective,
        basedOnIds,
        status: stateOf(statement, row),
      })
    }),
  lines: ({ lines }, { id: problemId }) =>
    rowsOf(lines, problemId).map(({ id, text, world, evidenceIds }) =>
      entry(id, 'line', text, { problemId, world, evidenceIds }),
    ),
  gaps: ({ gaps }, { id: problemId }) =>
    rowsOf(gaps, problemId).map(({ id, text, livedLineId, systemLineId }) =>
      entry(id, 'gap', text, { problemId, livedLineId, systemLineId }),
    ),
  rules: ({ rules }, { id: problemId }) =>
    rowsOf(rules, problemId).map(({ id, name, ownerId, kind, hardness, evidenceIds, gapIds }) =>
      entry(id, 'rule', name, { problemId, ownerId, kind, hardness, evidenceIds, gapIds }),
    ),
  causes: ({ causes }, { id: problemId }) =>
    rowsOf(causes, problemId).map(({ id, text, parentId, evidenceIds }) =>
      entry(id, 'cause', text, { problemId, parentId, evidenceIds }),
    ),
  effects: ({ effects }, { id: problemId }) =>
    rowsOf(effects, problemId).map(({ id, text, parentId, evidenceIds }) =>
      entry(id, 'effect', text, { problemId, parentId, evidenceIds }),
    ),
  assumptions: ({ assumptions }, { id: problemId }) =>
    rowsOf(assumptions, problemId).map(({ id, text, certainty, importance, status }) =>
      entry(id, 'assumption', text, { problemId, certainty, importance, status }),
    ),
}

const entry = (id: string, kind: string, label: string, attributes: Entry['attributes']): Entry => ({
  id,
  kind,
  label: label.replaceAll(/\s+/g, ' ').slice(0, 120),
  attributes,
})
