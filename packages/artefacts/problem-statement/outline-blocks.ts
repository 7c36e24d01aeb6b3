import { isEmptyProse, plainText, type Prose } from '#crdt/prose.ts'
import { heading, sourceRuns, type Block, type Run } from '#domain/outline.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import { formatNumber } from '#i18n/format.ts'
import type { Teller } from './outline-teller.ts'
import { isBlankFormulation, sentenceOf, stateOf, wordsOf } from './queries.ts'
import type { Formulation, Problem } from './shape.ts'
import type { ProblemWords } from './strings.ts'

/** The sentence in work, or the question that was chosen. */
export const sentencePart = (problem: Problem, { statement, words }: Teller): Block[] => {
  const sentence = sentenceOf(statement, problem.id)
  if (!sentence || isBlankFormulation(sentence)) return []
  const source = stateOf(statement, sentence) === 'chosen' ? words.fields.chosen.label : words.sentence
  return [{ type: 'quote', runs: [{ text: wordsOf(sentence).replaceAll('\n', ' ') }], source, from: sentence.id }]
}

/** What people said themselves, as far as it may be told. */
// Evidence comes through the context, which has left out what may not be told; what is sensitive is not blown up.
export const quotesPart = (problem: Problem, { evidence }: Teller, most: number): Block[] =>
  evidence.evidence
    .filter(({ id, kind, sensitive }) => kind === 'quote' && !sensitive && problem.evidenceIds.includes(id))
    .slice(0, most)
    .map(({ id, text, sourceLabel }) => ({
      type: 'quote',
      runs: [{ text: plainText(text) }, ...sourceRuns([id], evidence)],
      ...(sourceLabel === '' ? {} : { source: sourceLabel }),
    }))

/** Rich text as one line of words; nothing when nobody wrote. */
export const said = (source: Prose): string => (isEmptyProse(source) ? '' : plainText(source))

/** How big it is: the figure first, then how people put it. */
export const scaleRuns = (problem: Problem, { locale, evidence }: Teller): Run[] => {
  const { scaleText, scaleCount, scaleUnit, scaleEvidenceIds } = problem
  const figure = scaleCount === null ? '' : `${formatNumber(locale, scaleCount)} ${scaleUnit}`.trim()
  const runs: Run[] = [
    ...(figure === '' ? [] : [{ text: figure, bold: true }]),
    ...(scaleText.trim() === '' ? [] : [{ text: figure === '' ? scaleText : `. ${scaleText}` }]),
  ]
  return runs.length === 0 ? [] : [...runs, ...sourceRuns(scaleEvidenceIds, evidence)]
}

export const scalePart = (problem: Problem, teller: Teller): Block[] => {
  const runs = scaleRuns(problem, teller)
  return runs.length === 0 ? [] : [heading(3, teller.words.fields.scale.label), { type: 'paragraph', runs }]
}

/** What a part of the group sees differently about one sentence. */
export const minorityNote = ({ id, minorityNote: text }: Formulation, words: ProblemWords): Block => ({
  from: id,
  type: 'note',
  tone: 'plain',
  runs: [{ text: `${words.minority}: `, bold: true }, { text }],
})

/** A group by name; all groups together have none. */
export const groupName = (id: string, { perspectives, words }: Teller): string => {
  if (id === mixedPerspective) return words.together
  return perspectives.find((perspective) => perspective.id === id)?.title ?? words.unknown
}
