import { planStrings } from '#artefacts/experiment-plan/strings.ts'
import { plainText } from '#crdt/prose.ts'
import { mayBeReported, type Evidence } from '#domain/evidence.ts'
import { heading, paragraph, type Block } from '#domain/outline.ts'
import type { Report } from '#export/report.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'
import type { AgendaOfOwner, AgendaPoint, Ask } from './agenda.ts'
import { experimentsStrings } from './strings.ts'

type MemoWish = {
  readonly locale: Locale
  /** The name of the workspace. */
  readonly title: string
  readonly evidence: readonly Evidence[]
  readonly nameOf: (id: string) => string
  /** Today as `2026-03-12`. */
  readonly today: string
}

/** The agenda as a memo: for each institution its rules, who asks what room in them, and the sources that may be told. */
export const memoOf = (agenda: readonly AgendaOfOwner[], wish: MemoWish): Report => {
  const words = experimentsStrings[wish.locale]
  const count = agenda.reduce((sum, { points }) => sum + points.length, 0)
  return {
    locale: wish.locale,
    title: words.memoTitle,
    subtitle: wish.title,
    date: formatDate(wish.locale, wish.today),
    words: { report: words.memoKind, figure: words.figure, page: words.page },
    blocks: [
      paragraph(`${words.memoIntro(count)} ${words.memoAsk}`),
      ...agenda.flatMap(({ ownerId, points }) => [
        heading(1, ownerId === null ? words.nobody : wish.nameOf(ownerId)),
        ...points.flatMap((point) => pointBlocks(point, wish)),
      ]),
    ],
  }
}

const pointBlocks = (point: AgendaPoint, wish: MemoWish): Block[] => {
  const words = experimentsStrings[wish.locale]
  return [
    heading(2, point.rule),
    ...(point.kind === null ? [] : [paragraph(`${words.kind}: ${kindWords(point.kind, wish.locale)}`)]),
    ...point.asks.flatMap((ask) => askBlocks(ask, wish)),
    ...sourceBlocks(point, wish),
  ]
}

const askBlocks = (ask: Ask, { locale, nameOf }: MemoWish): Block[] => {
  const words = experimentsStrings[locale]
  const facts: readonly (readonly [string, string])[] = [
    [words.trial, nameOf(ask.planId)],
    [words.room, roomWords(ask.room, locale)],
    [words.status, statusWords(ask.status, locale)],
    [words.facts.purpose, ask.purpose],
    [words.facts.scope, ask.scope],
    [words.facts.deviatesFrom, ask.deviatesFrom],
    [words.facts.maxDuration, ask.maxDuration],
    [words.facts.validUntil, ask.validUntil === null ? '' : formatDate(locale, ask.validUntil)],
  ]
  const rows = facts.flatMap(([label, text]) => (text === '' ? [] : [{ label, runs: [{ text }] }]))
  return [{ type: 'facts', rows }]
}

// What may not leave the workspace is counted, not told.
const sourceBlocks = ({ evidenceIds }: AgendaPoint, { locale, evidence }: MemoWish): Block[] => {
  const words = experimentsStrings[locale]
  const found = evidence.filter(({ id }) => evidenceIds.includes(id))
  const told = found.filter(mayBeReported)
  const kept = found.length - told.length
  return [
    ...told.map(({ text, sourceLabel }): Block => ({
      type: 'quote',
      runs: [{ text: plainText(text) }],
      ...(sourceLabel === '' ? {} : { source: sourceLabel }),
    })),
    ...(kept === 0 ? [] : [{ type: 'note', tone: 'plain', runs: [{ text: words.notToTell(kept) }] } as const]),
  ]
}

const named = (labels: { readonly [code: string]: string }, code: string | null, unknown: string): string =>
  code !== null && Object.hasOwn(labels, code) ? (labels[code] ?? unknown) : unknown

/** The kind of a rule in words. */
export const kindWords = (kind: string | null, locale: Locale): string =>
  named(experimentsStrings[locale].kinds, kind, experimentsStrings[locale].unknown)
/** The room that is asked, in words. */
export const roomWords = (room: string | null, locale: Locale): string =>
  named(planStrings[locale].rooms, room, experimentsStrings[locale].unknown)
/** How far the asking is, in words. */
export const statusWords = (status: string | null, locale: Locale): string =>
  named(planStrings[locale].ruleStatuses, status, experimentsStrings[locale].unknown)
