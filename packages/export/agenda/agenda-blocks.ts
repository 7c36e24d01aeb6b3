import { plainText } from '#crdt/prose.ts'
import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import { kindWords, roomWords, ruleStatusWords, ruleWords } from '#domain/rule-words.ts'
import type { Teller } from '../report/teller.ts'
import { agendaOf, type AgendaPoint, type Ask } from './agenda.ts'
import { agendaStrings } from './strings.ts'

/** What of a report's teller the memo needs. */
export type AgendaTeller = Pick<Teller, 'locale' | 'directory' | 'nameOf' | 'day'> & {
  readonly snapshot: Pick<Teller['snapshot'], 'evidence'>
}

/** The agenda as a memo: for each institution its rules, who asks what room in them, and the sources that may be told. */
export const agendaBlocks = (teller: AgendaTeller): Outline => {
  const words = agendaStrings[teller.locale]
  const agenda = agendaOf(teller.directory)
  if (agenda.length === 0) return [paragraph(words.none)]
  const count = agenda.reduce((sum, { points }) => sum + points.length, 0)
  return [
    paragraph(`${words.intro(count)} ${words.ask}`),
    ...agenda.flatMap(({ ownerId, points }) => [
      heading(1, ownerId === null ? words.nobody : teller.nameOf(ownerId)),
      ...points.flatMap((point) => pointBlocks(point, teller)),
    ]),
    { type: 'note', tone: 'plain', runs: [{ text: words.kept }] },
  ]
}

const pointBlocks = (point: AgendaPoint, teller: AgendaTeller): Block[] => [
  heading(2, point.rule),
  ...(point.kind === null
    ? []
    : [paragraph(`${agendaStrings[teller.locale].kind}: ${kindWords(point.kind, teller.locale)}`)]),
  ...point.asks.map((ask) => askBlock(ask, teller)),
  ...sourceBlocks(point, teller),
]

const askBlock = (ask: Ask, { locale, nameOf, day }: AgendaTeller): Block => {
  const words = agendaStrings[locale]
  const { facts } = ruleWords[locale]
  const told: readonly (readonly [string, string])[] = [
    [words.trial, nameOf(ask.planId)],
    [words.room, roomWords(ask.room, locale)],
    [words.status, ruleStatusWords(ask.status, locale)],
    [facts.purpose, ask.purpose],
    [facts.scope, ask.scope],
    [facts.deviatesFrom, ask.deviatesFrom],
    [facts.maxDuration, ask.maxDuration],
    [facts.validUntil, ask.validUntil === null ? '' : day(ask.validUntil)],
  ]
  return { type: 'facts', rows: told.flatMap(([label, text]) => (text === '' ? [] : [{ label, runs: [{ text }] }])) }
}

// The snapshot holds only what may leave the workspace.
const sourceBlocks = ({ evidenceIds }: AgendaPoint, { snapshot }: AgendaTeller): Block[] =>
  snapshot.evidence.evidence
    .filter(({ id }) => evidenceIds.includes(id))
    .map(({ text, sourceLabel }): Block => ({
      type: 'quote',
      runs: [{ text: plainText(text) }],
      ...(sourceLabel === '' ? {} : { source: sourceLabel }),
    }))
