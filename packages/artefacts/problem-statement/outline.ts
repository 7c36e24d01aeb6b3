import type { OutlineContext } from '#domain/artefact.ts'
import {
  heading,
  proseBlocksOf,
  sourced,
  sourceRuns,
  type Block,
  type Cell,
  type Outline,
  type OutlineItem,
} from '#domain/outline.ts'
import { formatList, formatNumber } from '#i18n/format.ts'
import { groupName, minorityNote, quotesPart, said, scalePart, sentencePart } from './outline-blocks.ts'
import { pageOf } from './outline-page.ts'
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
import type { Cause, Problem, ProblemStatement, WhyTree } from './shape.ts'
import { firstTitle, problemStrings } from './strings.ts'
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
  if (context.level === 'page') return [heading(2, main.title || firstTitle[locale], main.id), ...pageOf(main, teller)]
  return [
    heading(2, main.title || firstTitle[locale], main.id),
    ...problemPart(main, teller),
    ...rulesPart([main, ...parts], teller),
    ...whyPart(main, 'causes', teller),
    ...whyPart(main, 'effects', teller),
    ...parts.flatMap((part) => [heading(3, words.subQuestion(part.title), part.id), ...problemPart(part, teller)]),
    ...scalePart(main, teller),
    ...assumptionsPart([main, ...parts], teller),
    ...carriersPart(main, teller),
    ...otherWaysPart([main, ...parts], teller),
  ]
}

const mostQuotes = 3

const problemPart = (problem: Problem, teller: Teller): Block[] => [
  ...sentencePart(problem, teller),
  ...proseBlocksOf(problem.whatHappens),
  ...worldsTable(problem, teller),
  ...quotesPart(problem, teller, mostQuotes),
  ...factsPart(problem, teller),
]

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

const rulesPart = (problems: readonly Problem[], teller: Teller): Block[] => {
  const { statement, words, named, evidence, level } = teller
  const rules = problems.flatMap((problem) => rowsOf(statement.rules, problem.id).map((rule) => ({ problem, rule })))
  if (rules.length === 0) return []
  const whole = level === 'complete'
  const rows = rules.map(({ problem, rule }): Cell[] => [
    sourced(rule.name, rule.evidenceIds, evidence),
    rule.kind === null ? words.unknown : words.ruleKinds[rule.kind],
    named([rule.ownerId]),
    rule.effect,
    ...(whole ? [rule.hardness === null ? words.unknown : words.hardnesses[rule.hardness]] : []),
    problem.title,
  ])
  const { label } = words.fields.rules
  const head = [
    words.rule,
    words.ruleKind,
    words.fields.ruleOwner.label,
    words.effect,
    ...(whole ? [words.hardness] : []),
    words.belongsTo,
  ]
  const rowsFrom = rules.map(({ rule }) => rule.id)
  return [heading(3, label), { type: 'table', caption: label, head, rows, rowsFrom }]
}

const whyPart = (problem: Problem, tree: WhyTree, teller: Teller): Block[] => {
  const { statement, words } = teller
  const items = itemsOf(whyTreeOf(statement[tree], problem.id), teller)
  return items.length === 0 ? [] : [heading(3, words.fields[tree].label), { type: 'list', ordered: false, items }]
}

// A row without words gives its place to what is under it.
const itemsOf = (branches: readonly Branch<Cause>[], teller: Teller): OutlineItem[] =>
  branches.flatMap(({ row, children }): OutlineItem[] => {
    const items = itemsOf(children, teller)
    if (row.text.trim() === '') return items
    const runs = [{ text: row.text }, ...sourceRuns(row.evidenceIds, teller.evidence)]
    return [{ runs, from: row.id, ...(items.length > 0 ? { items } : {}) }]
  })

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
  const rowsFrom = assumptions.map(({ id }) => id)
  return [
    heading(3, words.fields.assumptions.label),
    { type: 'table', caption: words.assumptions, head, rows, rowsFrom },
  ]
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
  return [heading(3, label), { type: 'table', caption: label, head, rows, rowsFrom: carriers.map(({ id }) => id) }]
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
    ...(rows.length === 0
      ? []
      : [{ type: 'table', caption: words.otherWays, head, rows, rowsFrom: others.map(({ id }) => id) } as const]),
    ...notes.map((each) => minorityNote(each, words)),
  ]
}
