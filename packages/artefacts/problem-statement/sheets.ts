import { plainText } from '#crdt/prose.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import { sheetOf, type Sheet } from '#domain/sheet.ts'
import { stateOf, wordsOf } from './queries.ts'
import type { ProblemStatement } from './shape.ts'
import { problemStrings } from './strings.ts'

/** The problems, formulations and rules of a statement as tables of raw facts. */
export const sheets = (statement: ProblemStatement, context: OutlineContext): readonly Sheet[] => {
  const { locale, nameOf, perspectives } = context
  const words = problemStrings[locale]
  const { fields, sheetNames } = words
  const titleOf = (id: string | null) => statement.problems.find((problem) => problem.id === id)?.title ?? ''
  const groupOf = (id: string) =>
    id === mixedPerspective ? words.together : (perspectives.find((group) => group.id === id)?.title ?? '')
  // What stands in evidence that may not be told is no number to refer to either.
  const told = new Set<string>(context.evidence.evidence.map(({ id }) => id))
  const sources = (ids: readonly string[]) => ids.filter((id) => told.has(id)).join(' | ')
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(id) || words.removed).join(' | ')
  return [
    sheetOf('problems', sheetNames.problems, statement.problems, [
      ['ID', ({ id }) => id],
      [fields.title.label, ({ title }) => title],
      [fields.parent.label, ({ parentId }) => titleOf(parentId)],
      [fields.status.label, ({ status }) => words.statuses[status]],
      [fields.whatHappens.label, ({ whatHappens }) => plainText(whatHappens)],
      [fields.affected.label, ({ affectedIds }) => named(affectedIds)],
      [fields.livedWorld.label, ({ livedWorld }) => plainText(livedWorld)],
      [fields.gap.label, ({ gap }) => plainText(gap)],
      [fields.systemWorld.label, ({ systemWorld }) => plainText(systemWorld)],
      [fields.place.label, ({ place }) => place],
      [fields.since.label, ({ since }) => since],
      [fields.scale.label, ({ scaleCount }) => scaleCount],
      [words.unit, ({ scaleUnit }) => scaleUnit],
      [fields.desiredChange.label, ({ desiredChange }) => plainText(desiredChange)],
      [fields.evidence.label, ({ evidenceIds }) => sources(evidenceIds)],
    ]),
    sheetOf('formulations', sheetNames.formulations, statement.formulations, [
      ['ID', ({ id }) => id],
      [words.belongsTo, ({ problemId }) => titleOf(problemId)],
      [words.sentence, (row) => wordsOf(row)],
      [words.form, ({ form }) => words.forms[form]],
      [words.voice, ({ perspective }) => groupOf(perspective)],
      [fields.status.label, (row) => words.formulationStates[stateOf(statement, row)]],
      [words.basedOn, ({ basedOnIds }) => basedOnIds.join(' | ')],
      [words.reason, ({ reasonNotChosen }) => reasonNotChosen],
      [words.minority, ({ minorityNote }) => minorityNote],
    ]),
    sheetOf('rules', sheetNames.rules, statement.rules, [
      ['ID', ({ id }) => id],
      [words.rule, ({ name }) => name],
      [words.ruleKind, ({ kind }) => (kind === null ? '' : words.ruleKinds[kind])],
      [fields.ruleOwner.label, ({ ownerId }) => (ownerId === null ? '' : nameOf(ownerId) || words.removed)],
      [words.belongsTo, ({ problemId }) => titleOf(problemId)],
      [words.effect, ({ effect }) => effect],
      [words.hardness, ({ hardness }) => (hardness === null ? '' : words.hardnesses[hardness])],
      [fields.evidence.label, ({ evidenceIds }) => sources(evidenceIds)],
    ]),
  ]
}
