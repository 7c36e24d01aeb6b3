import { proseBlocksOf, type Block, type Run } from '#domain/outline.ts'
import { minorityNote, quotesPart, said, scaleRuns, sentencePart } from './outline-blocks.ts'
import type { Teller } from './outline-teller.ts'
import { rowsOf, sentenceOf } from './queries.ts'
import type { Problem } from './shape.ts'

/**
 * A problem on half a page, for people in a hurry and for whoever was not there: the question, what happens, one voice,
 * where it rubs, how big it is, who can change what is in the way, who carries it, and what some see differently.
 */
export const pageOf = (problem: Problem, teller: Teller): Block[] => {
  const { statement, words } = teller
  const { fields } = words
  const sentence = sentenceOf(statement, problem.id)
  const facts: readonly (readonly [string, readonly Run[]])[] = [
    [fields.gap.label, [{ text: said(problem.gap) }]],
    [fields.scale.label, scaleRuns(problem, teller)],
    [fields.ruleOwner.label, [{ text: rulesIn(problem, teller) }]],
    [fields.carriers.label, [{ text: carriersIn(problem, teller) }]],
    [fields.desiredChange.label, [{ text: said(problem.desiredChange) }]],
  ]
  const rows = facts.flatMap(([label, runs]) =>
    runs.some(({ text }) => text.trim() !== '') ? [{ label, runs: [...runs] }] : [],
  )
  return [
    ...sentencePart(problem, teller),
    ...proseBlocksOf(problem.whatHappens),
    ...quotesPart(problem, teller, 1),
    ...(rows.length === 0 ? [] : [{ type: 'facts', rows } as const]),
    ...(sentence && sentence.minorityNote.trim() !== '' ? [minorityNote(sentence, words)] : []),
  ]
}

const rulesIn = (problem: Problem, { statement, named }: Teller): string =>
  rowsOf(statement.rules, problem.id)
    .map(({ name, ownerId }) => `${name}: ${named([ownerId])}`)
    .join('; ')

// An empty chair is told too: who is missing belongs on the page that everybody reads.
const carriersIn = (problem: Problem, { statement, words, named }: Teller): string =>
  rowsOf(statement.carriers, problem.id)
    .map(({ stakeholderId }) => (stakeholderId === null ? words.emptyChair.toLowerCase() : named([stakeholderId])))
    .join(', ')
