import { lenses, type Lens } from '#artefacts/stakeholder-map/lenses.ts'
import type { OutlineLevel } from '#domain/artefact.ts'
import { parts, type Part } from '#export/report/form.ts'
import type { Licence } from '#export/report/licence.ts'
import type { Locale } from '#i18n/strings.ts'
import type { ExportFormat, exportKinds } from '#protocol/http-schemas.ts'

/** Files of the whole workspace; those of one artefact are made on its own page. */
export const wholeFormats = [
  'pdf',
  'html',
  'odt',
  'docx',
  'ods',
  'xlsx',
  'csv',
  'md',
  'json',
] as const satisfies readonly ExportFormat[]
export type WholeFormat = (typeof wholeFormats)[number]

export type Kind = (typeof exportKinds)[number]

/** What somebody chose for a report: what goes in and in which order, which files, and what it says of people. */
export type Choices = {
  readonly kind: Kind
  readonly level: OutlineLevel
  readonly parts: readonly { readonly part: Part; readonly on: boolean }[]
  readonly formats: readonly WholeFormat[]
  readonly names: boolean
  readonly licence: Licence
  readonly lang: Locale
  readonly draft: boolean
  /** The one session that it is about; `null` is all of the workspace. */
  readonly session: string | null
  /** The way of looking of the picture of a map. */
  readonly lens: PictureLens
}

/** Ways of looking that give a picture. */
export const pictureLenses = lenses.filter((lens): lens is PictureLens => lens !== 'table')
export type PictureLens = Exclude<Lens, 'table'>

/** The whole report as a PDF and as text to go on with, without names; whether equal influence goes in is for the group. */
export const firstChoices = (lang: Locale): Choices => ({
  kind: 'report',
  level: 'standard',
  parts: parts.map((part) => ({ part, on: part !== 'equal' })),
  formats: ['pdf', 'odt'],
  names: false,
  licence: 'by',
  lang,
  draft: false,
  session: null,
  lens: 'influence',
})

/** Puts a part in or leaves it out. */
export const withPart = (choices: Choices, part: Part, on: boolean): Choices => ({
  ...choices,
  parts: choices.parts.map((each) => (each.part === part ? { part, on } : each)),
})

/** Moves a part one place up or down; at the end of the list nothing changes. */
export const movedPart = (choices: Choices, part: Part, by: -1 | 1): Choices => {
  const from = choices.parts.findIndex((each) => each.part === part)
  const to = from + by
  const moving = choices.parts[from]
  if (!moving || to < 0 || to >= choices.parts.length) return choices
  const others = choices.parts.toSpliced(from, 1)
  return { ...choices, parts: others.toSpliced(to, 0, moving) }
}

/** Takes a file along or leaves it. */
export const withFormat = (choices: Choices, format: WholeFormat, on: boolean): Choices => ({
  ...choices,
  formats: on ? [...choices.formats, format] : choices.formats.filter((each) => each !== format),
})

/** Whether the parts can be chosen: a page, a letter and a list of decisions are what they are. */
export const hasParts = ({ kind, level }: Choices): boolean => kind === 'report' && level !== 'page'

/** The parts as the server is asked for them; nothing when they are the usual ones in their usual order. */
export const partsAsked = (choices: Choices): string | undefined => {
  if (!hasParts(choices)) return undefined
  const wanted = choices.parts.flatMap(({ part, on }) => (on ? [part] : []))
  const usual = parts.filter((part) => part !== 'equal')
  return wanted.join() === usual.join() ? undefined : wanted.join()
}
