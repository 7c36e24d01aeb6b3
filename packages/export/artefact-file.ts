import type { FileWish } from '#domain/artefact.ts'
import type { Locale } from '#i18n/strings.ts'
import type { ExportedArtefact, Models } from './any-model.ts'
import { fileNameOf } from './file-name.ts'
import type { WorkspaceSnapshot } from './snapshot.ts'
import { speakersOf } from './speakers.ts'

/** What somebody asked of one artefact. */
export type ArtefactWish = {
  readonly locale: Locale
  /** Which one; the first that has the format when not said. */
  readonly artefact?: string | undefined
  readonly lens?: string | undefined
  readonly compatible?: boolean | undefined
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A file of one artefact for another program; `null` when no artefact of the workspace can give it. */
export const artefactFile = (
  format: string,
  snapshot: WorkspaceSnapshot,
  wish: ArtefactWish,
  models: Models,
): {
  readonly bytes: Uint8Array
  readonly type: string
  readonly name: string
  readonly alternative: string
} | null => {
  const artefact = snapshot.artefacts.find(
    ({ id, kind }) =>
      models[kind]?.files?.[format] !== undefined && (wish.artefact === undefined || wish.artefact === id),
  )
  const file = artefact && models[artefact.kind]?.files?.[format]
  if (!artefact || !file) return null
  const own = fileWishOf(snapshot, artefact, wish)
  const title = [snapshot.workspace.title, artefact.title].filter((part) => part !== '').join(' ')
  return {
    // The content is that of the model of its own kind.
    bytes: file.write(artefact.content as never, own),
    alternative: file.alternative?.(artefact.content as never, own) ?? '',
    type: file.type,
    name: fileNameOf(title, wish.at, file.extension),
  }
}

const fileWishOf = (
  { people, perspectives, workspace }: WorkspaceSnapshot,
  { title }: ExportedArtefact,
  { locale, lens, compatible = false, at }: ArtefactWish,
): FileWish => ({
  locale,
  lens,
  compatible,
  perspectives,
  speakers: speakersOf(people),
  title: title || workspace.title,
  date: new Date(at).toISOString().slice(0, 10),
})
