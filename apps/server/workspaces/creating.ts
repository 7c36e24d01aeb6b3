import { models, type ArtefactKind } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Shape } from '#crdt/shape.ts'
import { platformDocuments } from '#domain/document-kind.ts'
import { defaultPerspectives, markers, type Perspective } from '#domain/perspective.ts'
import { workspaceShape } from '#domain/workspace.ts'
import { newId } from '#kernel/id.ts'
import { orderBetween } from '#kernel/order.ts'
import { newWorkspaceId } from '#protocol/room-name.ts'
import type { CompiledQuery } from 'kysely'
import type { Clock } from '../clock.ts'
import { newJoinCode } from '../identity/secrets.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Maker, Storage } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'

export type WorkspaceFacts = {
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly keepDays: number
  readonly perspectives: readonly Perspective[]
}

/** The rows of a new workspace: itself, its groups, and its two documents of the platform. */
export const newWorkspaceRows = (
  facts: WorkspaceFacts,
  now: number,
): { id: string; joinCode: string; rows: CompiledQuery[] } => {
  const id = newWorkspaceId()
  const joinCode = newJoinCode()
  const perspectives = withOther(facts.perspectives, facts.language)
  return {
    id,
    joinCode,
    rows: [
      db
        .insertInto('workspace')
        .values({
          id,
          join_code: joinCode,
          language: facts.language,
          keep_days: facts.keepDays,
          created_at: now,
          last_activity: now,
          running_session: null,
          running_activity: null,
          timer_ends_at: null,
        })
        .compile(),
      ...perspectives.map((perspective, at) =>
        db
          .insertInto('perspective')
          .values({
            workspace: id,
            id: perspective.id,
            title: perspective.title,
            marker: perspective.marker,
            base: perspective.base,
            ord: String(at).padStart(3, '0'),
          })
          .compile(),
      ),
      documentRow(id, { id: 'workspace', kind: 'workspace', title: facts.title, order: 'Zx' }, now),
      documentRow(id, { id: 'evidence', kind: 'evidence', title: '', order: 'Zy' }, now),
    ],
  }
}

// Who does not know to which group they belong must have a place too.
const withOther = (chosen: readonly Perspective[], language: 'nl' | 'en'): readonly Perspective[] => {
  const [...defaults] = defaultPerspectives(language)
  if (chosen.length === 0) return defaults
  const sorted = chosen.toSorted((a, b) => a.order - b.order)
  const other = defaults.find(({ base }) => base === 'other')
  const marker = markers.find((free) => sorted.every((perspective) => perspective.marker !== free))
  const hasOther = sorted.some(({ base, id }) => base === 'other' || id === other?.id)
  return hasOther || !other || !marker ? sorted : [...sorted, { ...other, marker, order: sorted.length }]
}

export const documentRow = (
  workspace: string,
  document: { id: string; kind: string; title: string; order: string },
  now: number,
): CompiledQuery =>
  db
    .insertInto('document')
    .values({
      workspace,
      id: document.id,
      kind: document.kind,
      title: document.title,
      ord: document.order,
      shape_version: 1,
      locked_at: null,
      locked_by: null,
      removed_at: null,
      created_at: now,
    })
    .compile()

export type CreatingDeps = { readonly storage: Storage; readonly rooms: Pick<Rooms, 'write'>; readonly clock: Clock }

/** Writes the first content of a document as the server; resolves when it is committed. */
export const fillDocument = async <S extends Shape>(
  { rooms }: Pick<CreatingDeps, 'rooms'>,
  workspace: string,
  document: string,
  shape: S,
  fill: (draft: DraftOf<S>) => void,
  makers: readonly Omit<Maker, 'documentId'>[] = [],
): Promise<void> => {
  const written = await rooms.write(workspace, document, { participantId: null, perspective: null, makers }, (ydoc) => {
    const opened = openDocument(ydoc, shape)
    opened.change({ perspective: '' }, fill)
    opened.close()
  })
  if (!written.ok) throw new Error(`the first content of ${document} was not written: ${written.reason}`)
}

type NewArtefact = { readonly kind: ArtefactKind; readonly title: string; readonly language: 'nl' | 'en' }

/** Makes an empty artefact of a kind, with the first content that its model gives it, at the end of the list. */
export const createArtefact = async (
  deps: CreatingDeps,
  workspace: string,
  { kind, title, language }: NewArtefact,
): Promise<string> => {
  const id = newId<'Document'>('a')
  const name = title || models[kind].name[language]
  const last = await deps.storage.tables.read(
    db
      .selectFrom('document')
      .select('ord')
      .where('workspace', '=', workspace)
      .where('id', 'not in', [...platformDocuments])
      .orderBy('ord', 'desc')
      .limit(1)
      .compile(),
  )
  const order = orderBetween(last[0]?.ord ?? null, null)
  await deps.storage.tables.write([documentRow(workspace, { id, kind, title: name, order }, deps.clock.now())])
  await beginArtefact(deps, workspace, id, kind, title)
  return id
}

const beginArtefact = <Kind extends ArtefactKind>(
  deps: CreatingDeps,
  workspace: string,
  id: string,
  kind: Kind,
  title: string,
): Promise<void> => {
  // One model of one kind: its shape and its beginning belong together, which a union of models hides.
  const model: { readonly shape: Shape; readonly begin: (draft: never, title: string) => void } = models[kind]
  return fillDocument(deps, workspace, id, model.shape, (draft) => model.begin(draft as never, title))
}

export type NewWorkspace = WorkspaceFacts & {
  readonly question: string
  readonly place: string
  readonly artefacts: readonly ArtefactKind[]
}

/** Makes a workspace with one empty artefact of each chosen kind, all of it committed before it answers. */
export const createWorkspace = async (
  deps: CreatingDeps,
  wish: NewWorkspace,
): Promise<{ id: string; joinCode: string }> => {
  const { id, joinCode, rows } = newWorkspaceRows(wish, deps.clock.now())
  await deps.storage.tables.write(rows)
  await fillDocument(deps, id, 'workspace', workspaceShape, (draft) => {
    draft.title.set(wish.title)
    draft.question.splice(0, 0, wish.question)
    draft.place.set(wish.place)
  })
  for (const kind of wish.artefacts) await createArtefact(deps, id, { kind, title: '', language: wish.language })
  return { id, joinCode }
}
