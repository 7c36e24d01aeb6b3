import { isEmptyProse, plainText, type Prose } from '#crdt/prose.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import {
  heading,
  proseBlocksOf,
  runsIn as cellRuns,
  sourced,
  type Block,
  type Outline,
  type Run,
} from '#domain/outline.ts'
import { formatDate, formatNumber } from '#i18n/format.ts'
import { compareText } from '#kernel/order.ts'
import { barriersPart, carePart, listUnder, stopsPart, type Teller } from './outline-care.ts'
import { wholePart } from './outline-whole.ts'
import { riskiestOf } from './queries.ts'
import { scalings, type ExperimentPlan, type Measure } from './shape.ts'
import { balanceOf, flagsOf } from './sharing.ts'
import { firstTitle, planStrings, type PlanWords } from './strings.ts'
import type { Measurement, Target } from './values.ts'
import { latestOf, resultsOf, verdictOf } from './verdict.ts'

/** What a plan says in a report: what we try, how it came out, who notices, and what we learned; on one page the heart of it. */
export const outline = (plan: ExperimentPlan, context: OutlineContext): Outline => {
  const { locale, nameOf, level, evidence } = context
  const words = planStrings[locale]
  const teller: Teller = {
    plan,
    words,
    locale,
    evidence,
    day: (date) => (date === null ? words.unknown : formatDate(locale, date)),
    figure: (value) => (value === null ? words.unknown : formatNumber(locale, value)),
    // A thing that is gone has no name to give.
    nameOf: (id) => (id === null ? words.unknown : nameOf(id) || words.removed),
  }
  const opening = [heading(2, plan.title || firstTitle[locale]), ...factsOf(teller), ...cardOf(teller)]
  if (level === 'page') return [...opening, ...shortPart(teller)]
  return [
    ...opening,
    ...riskiestPart(teller),
    ...measuresPart(teller),
    ...stopsPart(teller),
    ...effectsPart(teller),
    ...sharesPart(teller),
    ...barriersPart(teller),
    ...carePart(teller),
    ...cardsPart(teller),
    ...scalingPart(teller),
    ...(level === 'complete' ? wholePart(teller, context) : []),
  ]
}

// For people in a hurry: how each measure came out, who bears what, and what was learned last.
const shortPart = (teller: Teller): Block[] => {
  const { plan, words, nameOf } = teller
  const measures = plan.measures.map((measure) => {
    const { verdict, n } = verdictOf(measure, resultsOf(plan, measure.id))
    return `${measure.name}: ${words.withCount(words.verdicts[verdict].toLowerCase(), n)}`
  })
  const flagged = plan.distribution.flatMap((share) =>
    flagsOf(share).map((flag) => `${nameOf(share.stakeholderId)}: ${words.flags[flag].toLowerCase()}`),
  )
  const learned = plan.learningCards
    .toSorted((a, b) => compareText(a.date ?? '', b.date ?? ''))
    .findLast((card) => !isEmptyProse(card.learned))
  return [
    ...listUnder(words.measures, measures),
    ...listUnder(words.shares, flagged),
    ...(learned ? [heading(3, words.learningCards), ...proseBlocksOf(learned.learned)] : []),
  ]
}

const factsOf = ({ plan, words, day, figure, nameOf }: Teller): Block[] => {
  const when = plan.start === null && plan.end === null ? null : words.until(day(plan.start), day(plan.end))
  const facts: readonly (readonly [string, string | null])[] = [
    [words.status, words.statuses[plan.status]],
    [words.learningQuestion, isEmptyProse(plan.learningQuestion) ? null : plainText(plan.learningQuestion)],
    [words.when, when],
    [words.where, plan.where || null],
    [words.people, plan.groupSize === null ? null : figure(plan.groupSize)],
    [words.rung, plan.rung === null ? null : words.rungs[plan.rung]],
    [words.belongs, plan.problemIds.map(nameOf).join(', ') || null],
    [words.lead, plan.ownerId === null ? null : nameOf(plan.ownerId)],
    [words.decides, plan.decidesId === null ? null : nameOf(plan.decidesId)],
  ]
  const rows = facts.flatMap(([label, text]) => (text === null ? [] : [{ label, runs: [{ text }] }]))
  return [{ type: 'facts', rows }]
}

// The four fields of the card, read as sentences. What already opens with the same word is not opened twice.
const cardOf = ({ plan, words }: Teller): Block[] => {
  const parts: readonly (readonly [string, Prose])[] = [
    [words.card.believe, plan.cardBelieve],
    [words.card.test, plan.cardTest],
    [words.card.measure, plan.cardMeasure],
    [words.card.rightIf, plan.cardRightIf],
  ]
  const runs = parts.flatMap(([label, said]): Run[] => {
    if (isEmptyProse(said)) return []
    const text = plainText(said).replaceAll('\n', ' ').trim()
    const opening = label.replace('…', '')
    return firstWord(text) === firstWord(opening)
      ? [{ text: `${text} ` }]
      : [{ text: opening, bold: true }, { text: ` ${text} ` }]
  })
  return runs.length === 0 ? [] : [{ type: 'quote', runs }]
}

const firstWord = (text: string): string => text.toLowerCase().split(' ')[0] ?? ''

const riskiestPart = ({ plan, words, evidence }: Teller): Block[] => {
  const riskiest = riskiestOf(plan)
  if (riskiest.length === 0) return []
  const items = riskiest.map(({ id, text, status, evidenceIds }) => ({
    runs: cellRuns(sourced(`${text} (${words.assumptionStatuses[status].toLowerCase()})`, evidenceIds, evidence)),
    from: id,
  }))
  return [heading(3, `${words.assumptions}: ${words.riskiest.toLowerCase()}`), { type: 'list', ordered: false, items }]
}

const measuresPart = (teller: Teller): Block[] => {
  const { plan, words } = teller
  if (plan.measures.length === 0) return []
  const head = [words.measure, words.begin, words.target, words.result, words.count, words.verdict]
  const rows = plan.measures.map((measure) => measureRow(measure, teller))
  const rowsFrom = plan.measures.map(({ id }) => id)
  return [heading(3, words.measures), { type: 'table', caption: words.measures, head, rows, rowsFrom }]
}

const measureRow = (measure: Measure, teller: Teller): string[] => {
  const { plan, words, figure } = teller
  const results = resultsOf(plan, measure.id)
  const { verdict, n } = verdictOf(measure, results)
  const said = (measured: Measurement | null) => (measured === null ? words.unknown : figure(measured.value))
  return [
    measure.unit === '' ? measure.name : `${measure.name} (${measure.unit})`,
    measure.baseline === null ? words.unknown : words.withCount(said(measure.baseline), measure.baseline.n),
    targetWords(measure.target, words, figure),
    said(latestOf(results)),
    figure(n),
    words.verdicts[verdict],
  ]
}

const targetWords = (target: Target | null, words: PlanWords, figure: (value: number) => string): string =>
  target === null ? words.unknown : `${words.operators[target.operator]} ${figure(target.value)}`

const effectsPart = ({ plan, words, nameOf, figure }: Teller): Block[] => {
  if (plan.effects.length === 0) return []
  const head = [
    words.effect,
    words.direction,
    words.onWhom,
    words.likelihood,
    words.severity,
    words.response,
    words.effectStatus,
  ]
  const rows = plan.effects.map((effect) => [
    effect.text,
    words.directions[effect.direction],
    effect.forStakeholderIds.map(nameOf).join(', ') || words.unknown,
    figure(effect.likelihood),
    figure(effect.severity),
    effect.response === null ? words.nothing : words.responses[effect.response],
    [words.effectStatuses[effect.status], effect.seenNote ?? ''].filter(Boolean).join(': '),
  ])
  const rowsFrom = plan.effects.map(({ id }) => id)
  return [heading(3, words.effects), { type: 'table', caption: words.effects, head, rows, rowsFrom }]
}

const sharesPart = ({ plan, words, nameOf, figure }: Teller): Block[] => {
  if (plan.distribution.length === 0) return []
  const head = [words.who, words.benefit, words.cost, words.risk, words.say, words.balance, words.remarks]
  const rows = plan.distribution.map((share) => [
    nameOf(share.stakeholderId),
    ...[share.benefit, share.cost, share.risk, share.say, balanceOf(share)].map(figure),
    [...flagsOf(share).map((flag) => words.flags[flag]), share.note].filter(Boolean).join('. '),
  ])
  const rowsFrom = plan.distribution.map(({ id }) => id)
  return [heading(3, words.shares), { type: 'table', caption: words.shares, head, rows, rowsFrom }]
}

const cardsPart = ({ plan, words }: Teller): Block[] => {
  const blocks = plan.learningCards.flatMap((card): Block[] => {
    const rows = (['believed', 'observed', 'learned', 'therefore'] as const).flatMap((part) =>
      isEmptyProse(card[part]) ? [] : [{ label: words.learned[part], runs: runsIn(card[part]) }],
    )
    return rows.length === 0 ? [] : [{ type: 'facts', rows, from: card.id }]
  })
  return blocks.length === 0 ? [] : [heading(3, words.learningCards), ...blocks]
}

const runsIn = (source: Prose): Run[] => proseBlocksOf(source).flatMap((block) => ('runs' in block ? block.runs : []))

const scalingPart = ({ plan, words, nameOf }: Teller): Block[] => {
  const rows = scalings.flatMap((way) => {
    const { chosen, what, needs, barriers, ownerId } = plan[way]
    if (!chosen) return []
    const said = [
      what,
      needs && `${words.needs}: ${needs}`,
      barriers && `${words.inTheWay}: ${barriers}`,
      ownerId && `${words.lead}: ${nameOf(ownerId)}`,
    ]
    return [{ label: words.scalings[way], runs: [{ text: said.filter(Boolean).join('. ') }] }]
  })
  return rows.length === 0 ? [] : [heading(3, words.scaling), { type: 'facts', rows }]
}
