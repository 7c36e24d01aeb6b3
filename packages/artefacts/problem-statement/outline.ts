import { isEmptyProse, plainText, type Prose } from '#crdt/prose.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { heading, proseBlocksOf, type Block, type Outline, type OutlineItem } from '#domain/outline.ts'
import { mixedPerspective } from '#domain/perspective.ts'
import { formatList, formatNumber } from '#i18n/format.ts'
import type { Teller } from './outline-teller.ts'
import { worldsTable } from './outline-worlds.ts'
import {
  formulationsByState,
  isBlankFormulation,
  mainOf,
  rowsOf,
  sentenceOf,
  stateOf,
  subQuestionsOf,
  whyTreeOf,
  wordsOf,
} from './queries.ts'
import type { Cause, Formulation, Problem, ProblemStatement, WhyTree } from './shape.ts'
import { firstTitle, problemStrings, type ProblemWords } from './strings.ts'
import { numbered, type Branch } from './tree.ts'

/** What a statement says in a report: the question, the two worlds, why it is, its parts, and how else people see it. */
export const outline = (statement: ProblemStatement, context: OutlineContext): Outline => {
  const { locale, nameOf } = context
  const words = problemStrings[locale]
  const main = mainOf(statement)
  if (!main) return [heading(2, firstTitle[locale])]
  const named = (ids: readonly (string | null)[]) =>
    formatList(
      locale,
      ids.map((id) => (id === null ? words.unknown : nameOf(id) || words.removed)),
    )
  const teller: Teller = { ...context, statement, words, named }
  const parts = numbered(subQuestionsOf(statement)).map(({ row }) => row)
  if (context.level === 'page') {
    return [
      heading(2, main.title || firstTitle[locale]),
      ...sentencePart(main, teller),
      ...proseBlocksOf(main.whatHappens),
    ]
  }
  return [
    heading(2, main.title || firstTitle[locale]),
    ...problemPart(main, teller),
    ...rulesPart([main, ...parts], teller),
    ...whyPart(main, 'causes', teller),
    ...whyPart(main, 'effects', teller),
    ...parts.flatMap((part) => [heading(3, words.subQuestion(part.title)), ...problemPart(part, teller)]),
    ...scalePart(main, teller),
    ...assumptionsPart([main, ...parts], teller),
    ...carriersPart(main, teller),
    ...otherWaysPart([main, ...parts], teller),
  ]
}

const problemPart = (problem: Problem, teller: Teller): Block[] => [
  ...sentencePart(problem, teller),
  ...proseBlocksOf(problem.whatHappens),
  ...worldsTable(problem, teller),
  ...quotesPart(problem, teller),
  ...factsPart(problem, teller),
]

const sentencePart = (problem: Problem, { statement, words }: Teller): Block[] => {
  const sentence = sentenceOf(statement, problem.id)
  if (!sentence || isBlankFormulation(sentence)) return []
  const source = stateOf(statement, sentence) === 'chosen' ? words.fields.chosen.label : words.sentence
  return [{ type: 'quote', runs: [{ text: wordsOf(sentence).replaceAll('\n', ' ') }], source }]
}

const mostQuotes = 3

// Evidence comes through the context, which has left out what may not be told; what is sensitive is not blown up.
const quotesPart = (problem: Problem, { evidence }: Teller): Block[] =>
  evidence.evidence
    .filter(({ id, kind, sensitive }) => kind === 'quote' && !sensitive && problem.evidenceIds.includes(id))
    .slice(0, mostQuotes)
    .map(({ text, sourceLabel }) => ({
      type: 'quote',
      runs: [{ text: plainText(text) }],
      ...(sourceLabel === '' ? {} : { source: sourceLabel }),
    }))

const factsPart = (problem: Problem, teller: Teller): Block[] => {
  const { statement, words, named, directory } = teller
  const { fields } = words
  const takers = rowsOf(statement.takenUpBy, problem.id).flatMap((row) =>
    row.perspective === '' ? [] : [groupName(row.perspective, teller)],
  )
  const links = rowsOf(statement.links, problem.id).map(
    ({ toId, type }) => `${words.linkTypes[type]} ${(toId && directory.get(toId)?.label) || words.removed}`,
  )
  const facts: readonly (readonly [string, string])[] = [
    [fields.affected.label, problem.affectedIds.length === 0 ? '' : named(problem.affectedIds)],
    [fields.place.label, problem.place],
    [fields.since.label, problem.since],
    [fields.whyNow.label, said(problem.whyNow)],
    [fields.contextFactors.label, said(problem.contextFactors)],
    [fields.patterns.label, said(problem.patterns)],
    [fields.structures.label, said(problem.structures)],
    [fields.beliefs.label, said(problem.beliefs)],
    [fields.tried.label, said(problem.tried)],
    [fields.desiredChange.label, said(problem.desiredChange)],
    [fields.reframe.label, said(problem.reframe)],
    [fields.outOfScope.label, said(problem.outOfScope)],
    [fields.takenUpBy.label, takers.join(', ')],
    [fields.links.label, links.join('; ')],
    [fields.status.label, words.statuses[problem.status]],
  ]
  const rows = facts.flatMap(([label, text]) => (text.trim() === '' ? [] : [{ label, runs: [{ text }] }]))
  return [{ type: 'facts', rows }]
}

const said = (source: Prose): string => (isEmptyProse(source) ? '' : plainText(source))

const rulesPart = (problems: readonly Problem[], teller: Teller): Block[] => {
  const { statement, words, named } = teller
  const rules = problems.flatMap((problem) => rowsOf(statement.rules, problem.id).map((rule) => ({ problem, rule })))
  if (rules.length === 0) return []
  const rows = rules.map(({ problem, rule }) => [
    rule.name,
    rule.kind === null ? words.unknown : words.ruleKinds[rule.kind],
    named([rule.ownerId]),
    rule.effect,
    problem.title,
  ])
  const head = [words.rule, words.ruleKind, words.fields.ruleOwner.label, words.effect, words.belongsTo]
  return [heading(3, words.fields.rules.label), { type: 'table', caption: words.fields.rules.label, head, rows }]
}

const whyPart = (problem: Problem, tree: WhyTree, { statement, words }: Teller): Block[] => {
  const items = itemsOf(whyTreeOf(statement[tree], problem.id))
  return items.length === 0 ? [] : [heading(3, words.fields[tree].label), { type: 'list', ordered: false, items }]
}

// A row without words gives its place to what is under it.
const itemsOf = (branches: readonly Branch<Cause>[]): OutlineItem[] =>
  branches.flatMap(({ row, children }) => {
    const items = itemsOf(children)
    if (row.text.trim() === '') return items
    return [{ runs: [{ text: row.text }], ...(items.length > 0 ? { items } : {}) }]
  })

const scalePart = ({ scaleText, scaleCount, scaleUnit }: Problem, { words, locale }: Teller): Block[] => {
  const figure = scaleCount === null ? '' : `${formatNumber(locale, scaleCount)} ${scaleUnit}`.trim()
  const runs = [
    ...(figure === '' ? [] : [{ text: figure, bold: true }]),
    ...(scaleText.trim() === '' ? [] : [{ text: figure === '' ? scaleText : `. ${scaleText}` }]),
  ]
  return runs.length === 0 ? [] : [heading(3, words.fields.scale.label), { type: 'paragraph', runs }]
}

const assumptionsPart = (problems: readonly Problem[], { statement, words, locale }: Teller): Block[] => {
  const assumptions = problems.flatMap(({ id }) => rowsOf(statement.assumptions, id))
  if (assumptions.length === 0) return []
  const step = (value: number | null) => (value === null ? words.unknown : formatNumber(locale, value))
  const rows = assumptions.map(({ text, certainty, importance, howWeFindOut, status }) => [
    text,
    step(certainty),
    step(importance),
    howWeFindOut,
    words.assumptionStatuses[status],
  ])
  const head = [words.assumption, words.certainty, words.importance, words.howWeFindOut, words.assumptionStatus]
  return [heading(3, words.fields.assumptions.label), { type: 'table', caption: words.assumptions, head, rows }]
}

const carriersPart = (problem: Problem, { statement, words, named }: Teller): Block[] => {
  const carriers = rowsOf(statement.carriers, problem.id)
  if (carriers.length === 0) return []
  const rows = carriers.map(({ stakeholderId, brings, needs, cannot }) => [
    stakeholderId === null ? words.emptyChair : named([stakeholderId]),
    brings,
    needs,
    cannot,
  ])
  const head = [words.carrier, words.brings, words.needs, words.cannot]
  const { label } = words.fields.carriers
  return [heading(3, label), { type: 'table', caption: label, head, rows }]
}

/** Formulations that were not chosen with the reason why, and what a part of the group sees differently. */
const otherWaysPart = (problems: readonly Problem[], teller: Teller): Block[] => {
  const { statement, words } = teller
  const others = problems.flatMap(({ id }) => {
    const { open, merged, dropped } = formulationsByState(statement, id)
    const sentence = sentenceOf(statement, id)
    return [...open, ...merged, ...dropped].filter((each) => each !== sentence && !isBlankFormulation(each))
  })
  const notes = problems.flatMap(({ id }) =>
    rowsOf(statement.formulations, id).filter(({ minorityNote }) => minorityNote.trim() !== ''),
  )
  if (others.length + notes.length === 0) return []
  const rows = others.map((each) => [
    wordsOf(each).replaceAll('\n', ' '),
    groupName(each.perspective, teller),
    words.formulationStates[stateOf(statement, each)],
    each.reasonNotChosen,
  ])
  const head = [words.sentence, words.voice, words.fields.status.label, words.reason]
  return [
    heading(3, words.otherWays),
    ...(rows.length === 0 ? [] : [{ type: 'table', caption: words.otherWays, head, rows } as const]),
    ...notes.map((each) => minorityNote(each, words)),
  ]
}

const minorityNote = ({ minorityNote: text }: Formulation, words: ProblemWords): Block => ({
  type: 'note',
  tone: 'plain',
  runs: [{ text: `${words.minority}: `, bold: true }, { text }],
})

const groupName = (id: string, { perspectives, words }: Teller): string => {
  if (id === mixedPerspective) return words.together
  return perspectives.find((perspective) => perspective.id === id)?.title ?? words.unknown
}
