import { plainText } from '#crdt/prose.ts'
import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import { modelEntries, outlineOf, type AnyModel, type Models } from '../any-model.ts'
import { speakersOf } from '../speakers.ts'
import { accountSection } from './account.ts'
import { agreementsSection, openSection, responseSection } from './agreements.ts'
import { equalSection } from './equal.ts'
import { parts, type Part, type ToldWish } from './form.ts'
import { aboutSection, presentSection, summarySection } from './opening.ts'
import type { Teller } from './teller.ts'
import { votingSection } from './voting.ts'

/** The sections that were asked for, in their order; how it was made and what it is worth always comes last. */
export const sectionsOf = (teller: Teller, wish: ToldWish, models: Models): Outline => {
  const wanted = wish.parts ?? parts.filter((part) => part !== 'equal' || wish.panel === true)
  return [...wanted.flatMap((part) => sections[part](teller, wish, models)), ...accountSection(teller, wish)]
}

type Section = (teller: Teller, wish: ToldWish, models: Models) => Outline

const artefactsOf =
  (part: Part): Section =>
  (teller, wish, models) =>
    modelEntries(models).flatMap(([kind, model]) => (kind === part ? artefactSection(kind, model, teller, wish) : []))

const sections: { readonly [Name in Part]: Section } = {
  summary: (teller) => summarySection(teller),
  about: (teller) => aboutSection(teller),
  present: (teller) => presentSection(teller),
  'problem-statement': artefactsOf('problem-statement'),
  evidence: (teller) => evidenceSection(teller),
  'stakeholder-map': artefactsOf('stakeholder-map'),
  'experiment-plan': artefactsOf('experiment-plan'),
  voting: (teller) => votingSection(teller),
  equal: (teller) => equalSection(teller),
  agreements: (teller) => agreementsSection(teller),
  response: (teller) => responseSection(teller),
  open: (teller) => openSection(teller),
}

const artefactSection = (kind: Part, model: AnyModel, teller: Teller, wish: ToldWish): Outline => {
  const own = teller.snapshot.artefacts.filter((artefact) => artefact.kind === kind)
  if (own.length === 0) return []
  const { level = 'standard', lens, at } = wish
  const context = { ...contextOf(teller), level, lens, date: new Date(at).toISOString().slice(0, 10) }
  return [heading(1, teller.words.sections[kind]), ...own.flatMap((artefact) => outlineOf(model, artefact, context))]
}

/** What an artefact may use to tell its part. */
export const contextOf = ({ snapshot, locale, directory, nameOf }: Teller) => ({
  locale,
  directory,
  perspectives: snapshot.perspectives,
  evidence: snapshot.evidence,
  speakers: speakersOf(snapshot.people),
  nameOf,
})

const evidenceSection = ({ snapshot, words, day }: Teller): Block[] => {
  const rows = snapshot.evidence.evidence.map((row, at) => [
    String(at + 1),
    plainText(row.text),
    row.sourceLabel || (row.sourceKind === null ? words.unknown : words.sources[row.sourceKind]),
    row.world === null ? words.unknown : words.worlds[row.world],
    strengthOf(row.reliability, words.strengths) ?? words.unknown,
    row.collectedAt === null ? words.nothing : day(row.collectedAt),
  ])
  const head = [words.number, words.evidence, words.source, words.world, words.strength, words.date]
  const rowsFrom = snapshot.evidence.evidence.map(({ id }) => id)
  return [
    heading(1, words.sections.evidence),
    ...(rows.length === 0
      ? [paragraph(words.noEvidence)]
      : [
          paragraph(words.evidenceLead),
          { type: 'table', caption: words.sections.evidence, head, rows, rowsFrom } as const,
        ]),
    ...(snapshot.withheld === 0 ? [] : [paragraph(words.withheld(snapshot.withheld))]),
  ]
}

const strengthOf = (reliability: number | null, strengths: { readonly [step: number]: string }): string | undefined =>
  reliability === null ? undefined : strengths[reliability]
