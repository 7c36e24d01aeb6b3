import type { Outline } from '#domain/outline.ts'
import { formatDate } from '#i18n/format.ts'
import type { Models } from './any-model.ts'
import { addressesIn } from './report/addresses.ts'
import { decisionsBlocks } from './report/decisions-list.ts'
import { isLicence, type Licence } from './report/licence.ts'
import type { Report, ReportWish, ToldWish } from './report/form.ts'
import { letterBlocks } from './report/letter.ts'
import { withoutLooseEnds } from './report/loose-ends.ts'
import { pageBlocks } from './report/page.ts'
import { sectionsOf } from './report/sections.ts'
import { tellerOf } from './report/teller.ts'
import type { WorkspaceSnapshot } from './snapshot.ts'

export type { Report, ReportWish } from './report/form.ts'

/** What a report says, section by section; it sees the snapshot only, so what was left out there cannot return here. */
export const reportOutline = (snapshot: WorkspaceSnapshot, wish: ReportWish, models: Models): Report => {
  const teller = tellerOf(snapshot, wish.locale)
  const { words } = teller
  const stamp = new Date(wish.at).toISOString()
  const date = formatDate(wish.locale, stamp)
  const told = { ...wish, date, licence: licenceOf(wish), version: `${stamp.slice(0, 10)} ${stamp.slice(11, 16)} UTC` }
  const draft: Outline = wish.draft ? [{ type: 'note', tone: 'caution', runs: [{ text: words.draft }] }] : []
  return {
    locale: wish.locale,
    title: snapshot.workspace.title || words.untitled,
    subtitle: snapshot.workspace.question,
    date,
    words: {
      report: nameOfReport(wish, snapshot, words),
      figure: words.figure,
      page: words.page,
      contents: words.contents,
      source: words.openSource,
    },
    blocks: withoutLooseEnds([...draft, ...blocksOf(teller, told, models)]),
    facts: coverFacts(told, snapshot, words),
    notice: [wish.names ? words.namesOn : words.namesOff, words.licences[told.licence]].join(' '),
    version: words.version(told.version),
    addressOf: addressesIn(snapshot, wish.origin ?? null),
    logo: snapshot.logo,
    onePage: wish.kind !== 'letter' && wish.kind !== 'decisions' && wish.level === 'page',
    short: wish.level === 'page' || wish.kind === 'letter' || wish.kind === 'decisions',
  }
}

const blocksOf = (teller: ReturnType<typeof tellerOf>, wish: ToldWish, models: Models): Outline => {
  if (wish.kind === 'letter') return letterBlocks(teller, wish)
  if (wish.kind === 'decisions') return decisionsBlocks(teller)
  return wish.level === 'page' ? pageBlocks(teller, models) : sectionsOf(teller, wish, models)
}

// Who is named may not be handed on by whoever reads it.
const licenceOf = ({ names, licence = 'by' }: ReportWish): Licence =>
  names ? 'none' : isLicence(licence) ? licence : 'by'

type Words = ReturnType<typeof tellerOf>['words']

// What a reader wants to know before anything else; the foot of each page says it shorter.
const coverFacts = (
  { date, version, names, licence }: ToldWish,
  { workspace }: WorkspaceSnapshot,
  words: Words,
): NonNullable<Report['facts']> => [
  ...(workspace.place.trim() === '' ? [] : [{ label: words.place, text: workspace.place }]),
  { label: words.madeOn, text: date },
  { label: words.versionLabel, text: version },
  { label: words.namesTitle, text: names ? words.namesOn : words.namesOff },
  { label: words.licence, text: words.licences[licence] },
]

const nameOfReport = (
  { kind = 'report', level }: ReportWish,
  { workspace, only }: WorkspaceSnapshot,
  words: Words,
): string => {
  if (kind !== 'report') return words.kinds[kind]
  const session = workspace.sessions.find(({ id }) => id === only)
  const name = level === 'page' ? words.kinds.page : words.report
  return session ? words.ofSession(name, session.title || words.session) : name
}
