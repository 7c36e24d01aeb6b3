import { heading, paragraph, wordsIn, type Block, type Outline, type Run, type Strip } from '#domain/outline.ts'
import { formatList } from '#i18n/format.ts'
import { modelEntries, outlineOf, type Models } from '../any-model.ts'
import type { ExportedBallot } from '../snapshot.ts'
import { quotesOf } from './opening.ts'
import { supportOf, type Support } from './outcome.ts'
import { actionsOf, ballotFacts, decisionsOf } from './records.ts'
import { contextOf } from './sections.ts'
import { missingNames, type Teller } from './teller.ts'
import { chartOf } from './voting.ts'

// What is longer stands in the whole report: a page is a page.
const longest = { sentence: 420, quote: 260, name: 70, line: 180, cell: 120 }

const shortened = (text: string, most: number): string => {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  if (words.length <= most) return words
  const end = words.lastIndexOf(' ', most - 1)
  return `${words.slice(0, end > most / 2 ? end : most - 1)}…`
}

const shortRuns = (runs: readonly Run[], most: number): readonly Run[] => [
  { text: shortened(wordsIn(runs.filter(({ to }) => to === undefined)), most) },
  ...runs.filter(({ to }) => to !== undefined),
]

const mostMissing = 5
const mostAgreed = 4

/** The report on one sheet: the sentence and who stands behind it, how was chosen, who was heard and who was not, what was agreed. */
export const pageBlocks = (teller: Teller, models: Models): Outline => {
  const sentence = sentenceOf(teller, models)
  const support = supportPart(teller, sentence?.from)
  return [
    ...(sentence ? [heading(1, teller.words.sentence), sentence, ...support] : []),
    ...chartPart(teller),
    ...heardPart(teller),
    ...missingPart(teller),
    ...decidedPart(teller),
    ...agreedPart(teller),
    { type: 'note', tone: 'plain', runs: [{ text: teller.words.limits }] },
  ]
}

type Quote = Extract<Block, { type: 'quote' }>

const sentenceOf = (teller: Teller, models: Models): Quote | undefined => {
  const context = { ...contextOf(teller), level: 'page' } as const
  const found = modelEntries(models)
    .filter(([kind]) => kind === 'problem-statement')
    .flatMap(([kind, model]) =>
      teller.snapshot.artefacts.filter((each) => each.kind === kind).flatMap((each) => outlineOf(model, each, context)),
    )
    .find((block) => block.type === 'quote')
  if (!found) return undefined
  // The heading says whose sentence it is.
  const { source: _, ...sentence } = found
  return { ...sentence, runs: shortRuns(sentence.runs, longest.sentence) }
}

// Only a vote on this very sentence says who stands behind it.
const supportPart = (teller: Teller, sentence: string | undefined): Block[] => {
  const asked = teller.snapshot.ballots.filter((ballot) => sentence !== undefined && asksAbout(ballot, sentence))
  const found = asked.flatMap((ballot) => supportOf(ballot) ?? []).at(-1)
  return found ? [{ type: 'strips', caption: found.question, strips: stripsOf(found, teller) }] : []
}

const asksAbout = ({ body }: ExportedBallot, id: string): boolean => {
  const [only, ...others] = ballotFacts(body).options
  return others.length === 0 && (only?.refId ?? only?.id) === id
}

/** Groups side by side, with a mark for each person where the vote was open. */
export const stripsOf = ({ groups, secret }: Support, { words, groupName, markersOf }: Teller): readonly Strip[] =>
  groups.map(({ perspectives, full, half, not }) => {
    const said = [
      ...(full > 0 ? [words.inFull(full)] : []),
      ...(half > 0 ? [words.canLive(half)] : []),
      ...(not > 0 ? [words.notYet(not)] : []),
    ]
    const marks = secret
      ? []
      : [...many(full, 'full' as const), ...many(half, 'half' as const), ...many(not, 'open' as const)]
    return { markers: markersOf(perspectives), title: groupName(perspectives), marks, words: said.join(', ') }
  })

const many = <Mark>(count: number, mark: Mark): readonly Mark[] => Array.from({ length: count }, () => mark)

const chartPart = (teller: Teller): Block[] => {
  const charts = teller.snapshot.ballots.flatMap((ballot) => chartOf(ballot, teller))
  const last = charts.at(-1)
  return last ? [heading(1, last.caption), paragraph(teller.words.sameWeight), last] : []
}

const heardPart = (teller: Teller): Block[] => {
  const quotes = quotesOf(teller, 1).map((block) =>
    block.type === 'quote' ? { ...block, runs: shortRuns(block.runs, longest.quote) } : block,
  )
  return quotes.length === 0 ? [] : [heading(1, teller.words.heard), ...quotes]
}

const missingPart = (teller: Teller): Block[] => {
  const { words, locale } = teller
  const missing = missingNames(teller)
  if (missing.length === 0) return []
  return [
    heading(1, words.missing),
    paragraph(
      `${formatList(
        locale,
        missing.slice(0, mostMissing).map((name) => shortened(name, longest.name)),
      )}.`,
    ),
  ]
}

const decidedPart = ({ snapshot, words }: Teller): Block[] => {
  const decisions = decisionsOf(snapshot).slice(-mostAgreed)
  const items = decisions.map(({ id, text }) => ({ runs: [{ text: shortened(text, longest.line) }], from: id }))
  return [
    heading(1, words.decided),
    ...(items.length === 0 ? [paragraph(words.noDecision)] : [{ type: 'list', ordered: false, items } as const]),
  ]
}

const agreedPart = ({ snapshot, words, nameOf, day }: Teller): Block[] => {
  const open = actionsOf(snapshot)
    .filter(({ status }) => status === 'open' || status === 'late')
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
    .slice(0, mostAgreed)
  if (open.length === 0) return [heading(1, words.next), paragraph(words.noNext)]
  return [
    heading(1, words.next),
    {
      type: 'table',
      caption: words.next,
      head: [words.action, words.owner, words.due],
      rows: open.map(({ text, ownerId, due }) => [
        shortened(text, longest.cell),
        shortened(nameOf(ownerId ?? ''), longest.cell) || words.nothing,
        day(due),
      ]),
      rowsFrom: open.map(({ id }) => id),
    },
  ]
}
