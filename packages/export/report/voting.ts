import { medianOf } from '#domain/choosing/result.ts'
import { countsFor, votersIn, type Tally } from '#domain/choosing/tally.ts'
import { heading, paragraph, type Block } from '#domain/outline.ts'
import { formatList, formatNumber } from '#i18n/format.ts'
import type { ExportedBallot } from '../snapshot.ts'
import { ballotFacts, type BallotFacts } from './records.ts'
import { letterOf, sharesChart } from './chart.ts'
import { sharesOf } from './outcome.ts'
import { factsOf, listOf, type Teller } from './teller.ts'

/** How was chosen: for each ballot the question, the agreed limit, and the result in total and by group. */
export const votingSection = (teller: Teller): Block[] => {
  const { snapshot, words } = teller
  const body = snapshot.ballots.flatMap((ballot) => ballotBlocks(ballot, teller))
  return [heading(1, words.sections.voting), ...(body.length === 0 ? [paragraph(words.noVotes)] : body)]
}

const ballotBlocks = (ballot: ExportedBallot, teller: Teller): Block[] => {
  const { words, groupName } = teller
  const facts = ballotFacts(ballot.body)
  const { secret, threshold } = facts.settings
  const voters = ballot.tally === null ? undefined : votersIn(ballot.tally)
  const said = voters === undefined ? '' : words.people(voters)
  const notes = facts.notes.map(({ perspective, text }) =>
    perspective === '' ? text : `${groupName([perspective])}: ${text}`,
  )
  const earlier = ballot.history.map(({ tally }, at) => ({ title: words.round(at + 1), tally }))
  const last = { title: earlier.length === 0 ? '' : words.round(earlier.length + 1), tally: ballot.tally }
  return [
    heading(2, facts.question, ballot.id),
    ...factsOf([
      [words.method, wordFor(words.methods, facts.method)],
      [words.threshold, wordFor(words.thresholds, threshold ?? '')],
      [words.voters, secret && said !== '' ? `${said}, ${words.secret}` : said],
    ]),
    ...chartOf(ballot, teller),
    ...[...earlier, last].flatMap((round) => roundBlocks(round, facts, teller)),
    ...(facts.closedAt === null ? [paragraph(words.stillOpen)] : []),
    ...(notes.length === 0 ? [] : [heading(3, words.notes), ...listOf(notes)]),
  ]
}

/** How a vote by dots or ranking fell, drawn and in words; the table with the same figures stands beside it in the report. */
export const chartOf = (ballot: ExportedBallot, teller: Teller): readonly Extract<Block, { type: 'figure' }>[] => {
  const shares = sharesOf(ballot, teller)
  if (!shares) return []
  const { words, groupName, markersOf } = teller
  const alternative = [
    ...shares.options.map(({ text, share }, at) => `${letterOf(at)}: ${text}, ${percent(share)}.`),
    ...shares.groups.map(({ perspectives }, at) => {
      const [top] = shares.options.toSorted((a, b) => (b.groups[at]?.share ?? 0) - (a.groups[at]?.share ?? 0))
      return words.topOf(groupName(perspectives), top?.text ?? '', percent(top?.groups[at]?.share ?? 0))
    }),
  ].join(' ')
  return [{ type: 'figure', svg: sharesChart(shares, markersOf), alternative, caption: shares.question }]
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** How each closed vote came out, in a sentence: what came first, and whether the groups agree. */
export const outcomeSentences = (teller: Teller): readonly string[] =>
  teller.snapshot.ballots.flatMap((ballot) => {
    const { words, nameOf, groupName } = teller
    const shares = sharesOf(ballot, teller)
    const facts = ballotFacts(ballot.body)
    if (shares) {
      const [first] = shares.options
      if (!first) return []
      const alone = shares.groups.flatMap(({ perspectives }, at) => {
        const most = Math.max(...shares.options.map(({ groups }) => groups[at]?.share ?? 0))
        return (first.groups[at]?.share ?? 0) < most ? [groupName(perspectives)] : []
      })
      const groups = alone.length === 0 ? words.allAgreed : words.sawOtherwise(formatList(teller.locale, alone))
      return [words.cameFirst(facts.question, first.text, percent(first.share), groups)]
    }
    if (ballot.tally === null || ballot.tally.length === 0) return []
    const { tally } = ballot
    const options = facts.options.map(({ id, refId, text }) => {
      const said = cellOf(tally, id, facts.method, teller)
      const name = text || nameOf(refId ?? id) || words.removed
      return facts.options.length === 1 ? said : `${name}: ${said}`
    })
    return [`${facts.question} ${options.join('; ')}.`]
  })

// A code that a later version adds is shown as it is.
const wordFor = (words: { readonly [code: string]: string }, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code

type Round = { readonly title: string; readonly tally: Tally | null }

const roundBlocks = ({ title, tally }: Round, facts: BallotFacts, teller: Teller): Block[] => {
  const { words, groupName, nameOf } = teller
  if (tally === null || tally.length === 0) return []
  const several = tally.length > 1
  const merged = tally.some(({ perspectives }) => perspectives.length > 1)
  const columns = several ? tally : []
  return [
    {
      type: 'table',
      caption: title === '' ? facts.question : `${facts.question} ${title}`,
      head: [words.option, words.total, ...columns.map(({ perspectives, n }) => `${groupName(perspectives)} (${n})`)],
      rows: facts.options.map(({ id, refId, text }) => [
        text || nameOf(refId ?? id) || words.removed,
        cellOf(tally, id, facts.method, teller),
        ...columns.map((group) => cellOf([group], id, facts.method, teller)),
      ]),
    },
    ...(merged ? [paragraph(words.merged)] : []),
  ]
}

const cellOf = (groups: Tally, option: string, method: string, teller: Teller): string => {
  const { words, locale } = teller
  const counts = countsFor(groups, option)
  if (method === 'dotVote' || method === 'ranking') {
    const sum = [...counts].reduce((points, [value, count]) => points + Number(value) * count, 0)
    return method === 'dotVote' ? words.dots(sum) : words.points(sum)
  }
  if (counts.size === 0) return words.nothing
  if (method === 'consent' || method === 'agreePass') {
    const known = Object.keys(words.values)
    return [...counts]
      .toSorted(([a], [b]) => known.indexOf(a) - known.indexOf(b))
      .map(([value, count]) => `${count} ${wordFor(words.values, value)}`)
      .join(', ')
  }
  const cast = [...counts]
    .flatMap(([value, count]) => Array.from({ length: count }, () => Number(value)))
    .toSorted((a, b) => a - b)
  const median = medianOf(cast) ?? 0
  const [low, high] = [cast[0] ?? 0, cast.at(-1) ?? 0]
  return words.middle(formatNumber(locale, median), formatNumber(locale, low), formatNumber(locale, high))
}
