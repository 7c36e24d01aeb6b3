import type { ArtefactKind } from '#artefacts/models.ts'
import type { JsonObject } from '#crdt/json.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'
import type { FileContext, FiledDocument, FileReading, FileWish, OutlineContext } from '#domain/artefact.ts'
import type { Outline } from '#domain/outline.ts'
import type { Sheet } from '#domain/sheet.ts'
import type { Words } from '#i18n/strings.ts'

/**
 * What exports use of a model, whatever its shape. Contents are given as `never`: each belongs to the model of its own
 * kind, which a list of different models cannot say.
 */
export type AnyModel = {
  readonly kind: string
  readonly shape: Shape
  readonly name: Words
  readonly outline: (content: never, context: OutlineContext) => Outline
  readonly files?: { readonly [format: string]: AnyFile }
  readonly sheets?: (content: never, context: OutlineContext) => readonly Sheet[]
  readonly contributions?: (content: never) => readonly string[]
  readonly outcomes?: (content: never, documentId: string) => readonly string[]
  readonly file: {
    readonly lists: readonly string[]
    readonly read: (file: JsonObject, context: FileContext) => AnyReading
    readonly write: (documents: readonly never[]) => { readonly [list: string]: readonly JsonObject[] | JsonObject }
  }
}

type AnyFile = {
  readonly extension: string
  readonly type: string
  readonly write: (content: never, wish: FileWish) => Uint8Array
  readonly alternative?: (content: never, wish: FileWish) => string
}
type AnyReading = Pick<FileReading<Shape>, 'makers' | 'leftovers'> & {
  readonly documents: readonly { readonly id: string; readonly title: string; readonly fill: (draft: never) => void }[]
}

/** The models by kind, as `artefacts/models.ts` has them; tests give fewer. */
export type Models = { readonly [Kind in ArtefactKind]?: AnyModel }

/** One artefact at one moment; `content` is that of the shape of `kind`. */
export type ExportedArtefact = {
  readonly id: string
  readonly kind: ArtefactKind
  readonly title: string
  readonly content: ContentOf<Shape>
}

/** Kinds and models in the order in which people meet them. */
export const modelEntries = (models: Models): readonly (readonly [ArtefactKind, AnyModel])[] =>
  // The keys of a table by kind are kinds.
  (Object.keys(models) as ArtefactKind[]).flatMap((kind) => {
    const model = models[kind]
    return model ? [[kind, model] as const] : []
  })

/** What an artefact says, by its own model. */
export const outlineOf = (model: AnyModel, { content }: ExportedArtefact, context: OutlineContext): Outline =>
  model.outline(content as never, context)

/** The tables of an artefact, by its own model. */
export const sheetsOf = (model: AnyModel, { content }: ExportedArtefact, context: OutlineContext): readonly Sheet[] =>
  model.sheets?.(content as never, context) ?? []

/** The lists of a file, from all documents of one kind. */
export const filedListsOf = (model: AnyModel, documents: readonly FiledDocument<Shape>[]) =>
  model.file.write(documents as readonly never[])
