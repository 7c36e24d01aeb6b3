import type { TextPath } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Json, JsonObject } from '#crdt/json.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import type { Result } from '#kernel/result.ts'
import type { Locale, Words } from '#i18n/strings.ts'
import type { CheckContext, Checks } from './check.ts'
import type { Directory, Summary } from './directory.ts'
import type { EvidenceRegister } from './evidence.ts'
import type { Outline } from './outline.ts'
import type { Perspective } from './perspective.ts'
import type { Sheet } from './sheet.ts'

/** What the platform asks of a kind of artefact; a new kind gives this and a view, and nothing else changes. */
export type ArtefactModel<Kind extends string = string, S extends Shape = Shape> = {
  readonly kind: Kind
  readonly shape: S
  /** Grows by one with each change that old clients cannot write. */
  readonly shapeVersion: number
  /** What people call it, and what it is for. */
  readonly name: Words
  readonly purpose: Words
  /** Writes the first content of a new one; only the server calls it. */
  readonly begin: (draft: DraftOf<S>, title: string) => void
  /** Its name as its content gives it, or `null` when only the list of artefacts knows. */
  readonly title: (content: ContentOf<S>) => string | null
  /** The things in it that others may refer to. */
  readonly summary: (content: ContentOf<S>) => Summary
  /** The document as one thing that others may refer to, under the document's own id. */
  readonly itself?: (content: ContentOf<S>) => Omit<Summary[number], 'id'>
  /** Ids of the things in it that count as somebody's contribution. */
  readonly contributions?: (content: ContentOf<S>) => readonly string[]
  /** Ids of what comes out of the work: whatever these were made from was taken up. */
  readonly outcomes?: (content: ContentOf<S>, documentId: string) => readonly string[]
  /** Where the words of a card can be taken into it, by the name of the place. */
  readonly places?: { readonly [place: string]: CardPlace<S> }
  /** What it says in a report. */
  readonly outline: (content: ContentOf<S>, context: OutlineContext) => Outline
  /** Its things as tables of raw facts, for spreadsheets; what it calls a sheet is what its kind always calls it. */
  readonly sheets?: (content: ContentOf<S>, context: OutlineContext) => readonly Sheet[]
  readonly file: FileForm<S>
  /** The questions that its content raises. */
  readonly checks?: Checks<ContentOf<S>>
  /** What can be derived from it, under the names of the contract of `/insights`; keyed by ids of the workspace file. */
  readonly insights?: (content: ContentOf<S>, context: CheckContext) => { readonly [name: string]: Json }
  /** Files in which one of its kind leaves for other programs, by the name of their format. */
  readonly files?: ArtefactFiles<ContentOf<S>>
  /** How rows of a file come into one of its kind. */
  readonly imports?: ArtefactImports<S>
}

/** What a file of one artefact may use beside the content itself. */
export type FileWish = {
  readonly locale: Locale
  readonly title: string
  /** A calendar date. */
  readonly date: string
  /** The way of looking at it, where it has several. */
  readonly lens: string | undefined
  /** A plainer form, for programs that read no more. */
  readonly compatible: boolean
  readonly perspectives: readonly Perspective[]
  /** Which groups speak for a thing in it, by its id; never who. */
  readonly speakers: ReadonlyMap<string, ReadonlySet<string>>
}
export type ArtefactFile<Content> = {
  readonly extension: string
  readonly type: string
  readonly write: (content: Content, wish: FileWish) => Uint8Array
  /** Of a picture: what it shows, in words. */
  readonly alternative?: (content: Content, wish: FileWish) => string
}
export type ArtefactFiles<Content> = { readonly [format: string]: ArtefactFile<Content> }

/**
 * An import: what a client sent is parsed and its new rows get their ids, it is written in one transaction, and it leaves
 * a trace by which it can be taken back.
 */
export type ArtefactImports<S extends Shape> = {
  readonly prepare: (raw: unknown, isTaken: (id: string) => boolean) => Result<PreparedImport<S>, 'malformed'>
  /** Takes back what nobody changed since, and counts; `kept` is what stayed. */
  readonly revert: (
    draft: DraftOf<S>,
    trace: Json,
  ) => { readonly removed: number; readonly restored: number; readonly kept: number }
}
export type PreparedImport<S extends Shape> = {
  /** The ids of what is new. */
  readonly items: readonly string[]
  readonly apply: (
    draft: DraftOf<S>,
  ) => Result<{ readonly trace: Json; readonly added: number; readonly changed: number }, 'too-large' | 'changed-since'>
}

/** One page for people in a hurry, what a reader needs, or all that was written down. */
export type OutlineLevel = 'page' | 'standard' | 'complete'

/** A place that takes the words of a card: a field, a list, or a new artefact of the kind. */
export type CardPlace<S extends Shape> = {
  readonly name: Words
  /** The words come into an artefact that is made for them. */
  readonly makesNew?: boolean
  /**
   * Writes the words; `under` is the thing in the document that they belong to, its main one when `null`. In a list they
   * become a row with the id of `row`, and taken once more they change nothing. Answers the row or thing they stand in.
   */
  readonly take: (draft: DraftOf<S>, card: TakenCard) => Result<string, 'no-place' | 'no-text'>
  /** Of a field: where its text stands in the thing that `take` answers; in a list the row itself goes again. */
  readonly prose?: (id: string) => TextPath
}

export type TakenCard = {
  readonly id: string
  readonly text: string
  readonly under: string | null
  readonly row: { readonly id: string; readonly by: string }
}

/** What an outline may use beside the content itself. */
export type OutlineContext = {
  readonly locale: Locale
  readonly directory: Directory
  readonly perspectives: readonly Perspective[]
  /** Already without what may not be told. */
  readonly evidence: EvidenceRegister
  /** How a person or thing is called here: with names off a person is their group. */
  readonly nameOf: (id: string) => string
  /** How much is told; standard when not said. */
  readonly level?: OutlineLevel
  /** The way of looking that its picture shows, where it has several. */
  readonly lens?: string | undefined
  /** Which groups speak for a stakeholder, by its id. */
  readonly speakers?: ReadonlyMap<string, ReadonlySet<string>>
  /** The calendar date of the report. */
  readonly date?: string
}

/** How a kind stands in a workspace file. */
export type FileForm<S extends Shape> = {
  /** The lists at the top of the file that belong to this kind. */
  readonly lists: readonly string[]
  readonly read: (file: JsonObject, context: FileContext) => FileReading<S>
  /** The lists again, from all documents of this kind; what a file keys by id, such as places in lenses, is one object. */
  readonly write: (documents: readonly FiledDocument<S>[]) => {
    readonly [list: string]: readonly JsonObject[] | JsonObject
  }
}

export type FileContext = {
  readonly locale: Locale
  /** The perspective of a participant of the file; `''` if the file does not say. */
  readonly perspectiveOf: (participantId: unknown) => string
}

/** What was found in a file: documents to make, who made which item, and what has no place yet, by path. */
export type FileReading<S extends Shape> = {
  readonly documents: readonly {
    readonly id: string
    readonly title: string
    readonly fill: (draft: DraftOf<S>) => void
  }[]
  readonly makers: readonly { readonly item: string; readonly participant: string }[]
  readonly leftovers: readonly Leftover[]
}

/** Something of a file that has no place, kept and put back on export. A path is keys and ids joined by `/`. */
export type Leftover = { readonly path: string; readonly value: Json }

export type FiledDocument<S extends Shape> = {
  readonly id: string
  readonly title: string
  readonly content: ContentOf<S>
  /** Who made an item, for `createdBy`. */
  readonly makerOf: (item: string) => string | undefined
}

/** Declares a kind; keeps the exact types of its name and shape. */
export const defineArtefact = <const Kind extends string, const S extends Shape>(
  model: ArtefactModel<Kind, S>,
): ArtefactModel<Kind, S> => model
