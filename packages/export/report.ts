import { plainText } from '#crdt/prose.ts'
import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/strings.ts'
import { modelEntries, outlineOf, type AnyModel, type Models } from './any-model.ts'
import { agreementsSection, openSection, responseSection } from './report/agreements.ts'
import { aboutSection, presentSection, summarySection } from './report/opening.ts'
import { tellerOf, type Teller } from './report/teller.ts'
import { votingSection } from './report/voting.ts'
import type { WorkspaceSnapshot } from './snapshot.ts'

/** A report without its looks; each way of writing one knows this and no more. */
export type Report = {
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  /** The day that it was made, in words. */
  readonly date: string
  /** `Verslag`, `Afbeelding`, `Pagina` in the language of the report. */
  readonly words: { readonly report: string; readonly figure: string; readonly page: string }
  readonly blocks: Outline
}

export type ReportWish = {
  readonly locale: Locale
  /** Whether the snapshot was made with names; the report says so. */
  readonly names: boolean
  readonly draft: boolean
  /** One page, or everything. */
  readonly level?: 'page' | 'standard'
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What a report says, section by section; it sees the snapshot only, so what was left out there cannot return here. */
export const reportOutline = (snapshot: WorkspaceSnapshot, wish: ReportWish, models: Models): Report => {
  const teller = tellerOf(snapshot, wish.locale)
  const { words } = teller
  const draft: Block[] = wish.draft ? [{ type: 'note', tone: 'caution', runs: [{ text: words.draft }] }] : []
  const date = formatDate(wish.locale, new Date(wish.at).toISOString())
  const rest = wish.level === 'page' ? [] : sectionsOf(teller, models)
  return {
    locale: wish.locale,
    title: snapshot.workspace.title || words.untitled,
    subtitle: snapshot.workspace.question,
    date,
    words: { report: words.report, figure: words.figure, page: words.page },
    blocks: [...draft, ...summarySection(teller), ...rest, ...accountSection(teller, wish, date)],
  }
}

const sectionsOf = (teller: Teller, models: Models): Block[] => [
  ...aboutSection(teller),
  ...presentSection(teller),
  ...modelEntries(models).flatMap(([kind, model]) => [
    ...artefactSection(kind, model, teller),
    ...(kind === 'problem-statement' ? evidenceSection(teller) : []),
  ]),
  ...('problem-statement' in models ? [] : evidenceSection(teller)),
  ...votingSection(teller),
  ...agreementsSection(teller),
  ...responseSection(teller),
  ...openSection(teller),
]

const artefactSection = (kind: string, model: AnyModel, teller: Teller): Block[] => {
  const { snapshot, locale, directory, nameOf, words } = teller
  const own = snapshot.artefacts.filter((artefact) => artefact.kind === kind)
  if (own.length === 0) return []
  const { perspectives, evidence } = snapshot
  const context = { locale, directory, perspectives, evidence, nameOf }
  const titles: { readonly [kind: string]: string } = words.sections
  return [
    heading(1, Object.hasOwn(titles, kind) ? (titles[kind] ?? kind) : model.name[locale]),
    ...own.flatMap((artefact) => outlineOf(model, artefact, context)),
  ]
}

const evidenceSection = ({ snapshot, words }: Teller): Block[] => {
  const rows = snapshot.evidence.evidence.map(({ text, sourceLabel, sourceKind, world, reliability }) => [
    plainText(text),
    sourceLabel || (sourceKind === null ? words.unknown : words.sources[sourceKind]),
    world === null ? words.unknown : words.worlds[world],
    strengthOf(reliability, words.strengths) ?? words.unknown,
  ])
  const head = [words.evidence, words.source, words.world, words.strength]
  return [
    heading(1, words.sections.evidence),
    ...(rows.length === 0
      ? [paragraph(words.noEvidence)]
      : [{ type: 'table', caption: words.sections.evidence, head, rows } as const]),
  ]
}

const strengthOf = (reliability: number | null, strengths: { readonly [step: number]: string }): string | undefined =>
  reliability === null ? undefined : strengths[reliability]

const accountSection = ({ words }: Teller, { names }: ReportWish, date: string): Block[] => [
  heading(1, words.sections.account),
  paragraph(words.made(date)),
  paragraph(words.limits),
  paragraph(`${names ? words.namesOn : words.namesOff} ${words.consented} ${words.votes}`),
  ...(names ? [] : [paragraph(words.licence)]),
]
