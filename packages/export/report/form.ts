import type { OutlineLevel } from '#domain/artefact.ts'
import type { Outline } from '#domain/outline.ts'
import type { Locale } from '#i18n/strings.ts'
import type { Licence } from './licence.ts'

/** A report without its looks; each way of writing one knows this and no more. */
export type Report = {
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string
  /** The day that it was made, in words. */
  readonly date: string
  /** `Verslag`, `Afbeelding`, `Pagina` and so on in the language of the report. */
  readonly words: {
    readonly report: string
    readonly figure: string
    readonly page: string
    readonly contents?: string
    /** What stands on the link that leads from a line to its place in the workspace. */
    readonly source?: string
  }
  readonly blocks: Outline
  /** What stands on the title page: where, when, which version, names, and what others may do with it. */
  readonly facts?: readonly { readonly label: string; readonly text: string }[]
  /** One line for the foot of each page: names, and what others may do with it. */
  readonly notice?: string
  /** When what stands in it was gathered, as a mark by which two copies can be told apart. */
  readonly version?: string
  /** Where a thing stands in the workspace; `null` when it has no page there. */
  readonly addressOf?: (id: string) => string | null
  readonly logo?: Logo | null
  /** A page for people in a hurry has no list of contents. */
  readonly short?: boolean
  /** Whether all of it has to stand on one sheet of A4. */
  readonly onePage?: boolean
}

/** The mark of whoever publishes a report: a picture with the words that say the same. */
export type Logo = {
  readonly type: 'image/png'
  readonly bytes: Uint8Array
  /** Pixels of the picture itself. */
  readonly width: number
  readonly height: number
  readonly alternative: string
}

/** The whole story, a letter in plain words to those who took part, or the list of what was agreed. */
export const reportKinds = ['report', 'letter', 'decisions'] as const
export type ReportKind = (typeof reportKinds)[number]

export type ReportWish = {
  readonly locale: Locale
  /** Whether the snapshot was made with names; the report says so. */
  readonly names: boolean
  readonly draft: boolean
  readonly kind?: ReportKind
  readonly level?: OutlineLevel
  /** The sections in the order in which they are wanted; the usual ones when not said. */
  readonly parts?: readonly Part[]
  /** Whether the page on equal influence goes in; the group decides. */
  readonly panel?: boolean
  /** The way of looking that the picture of a map shows; its usual one when not said. */
  readonly lens?: string | undefined
  readonly licence?: Licence
  /** The address of the server, before `/w/…`; none when the report may not lead back. */
  readonly origin?: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What a section may know of the wish. */
export type ToldWish = ReportWish & { readonly date: string; readonly licence: Licence; readonly version: string }

/** The parts of a report that somebody may choose and order; kinds of artefacts go by their own name. */
export const parts = [
  'summary',
  'about',
  'present',
  'problem-statement',
  'evidence',
  'stakeholder-map',
  'experiment-plan',
  'voting',
  'equal',
  'agreements',
  'response',
  'open',
] as const
export type Part = (typeof parts)[number]

export const isPart = (word: string): word is Part => parts.some((part) => part === word)
