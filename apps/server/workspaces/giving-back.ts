import { isArtefactKind, models, type ArtefactKind } from '#artefacts/models.ts'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import type { DraftOf } from '#crdt/draft.ts'
import type { Shape } from '#crdt/shape.ts'
import { withdrawProse } from '#crdt/withdraw.ts'
import type { TakenCard } from '#domain/artefact.ts'
import { takenOf, withoutTaken, type Taken } from '#domain/taken.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import * as Y from 'yjs'
import type { Rooms } from '../rooms-contract.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import type { WorkspaceState } from './state.ts'
import { cardOf, markCard, placeIn, rowIn, rowOf, type AnyPlace } from './taking.ts'

type Deps = { readonly rooms: Pick<Rooms, 'read' | 'write'>; readonly tables: Tables }
type GiveBackWish = {
  readonly session: string
  readonly card: string
  readonly document: string
  readonly place: string
}
/** `changed`: somebody worked on the words where they stand. `used`: something else refers to them. */
export type GiveBackRefusal = 'unknown-card' | 'not-taken' | 'changed' | 'used' | 'locked'

/**
 * Takes the words of a card away from where they were taken, while they stand there as they came; the card stays. Answers
 * the plan that goes as a whole, because it was made for the card; the caller takes that from the list.
 */
export const giveBackCard = async (
  deps: Deps,
  state: WorkspaceState,
  wish: GiveBackWish,
): Promise<Result<{ readonly goes: string | null }, GiveBackRefusal>> => {
  const card = await cardOf(deps, state.id, wish)
  if (!card) return refuse('unknown-card')
  const taken = takenOf(card.takenInto).find(
    ({ document, place }) => document === wish.document && place === wish.place,
  )
  const document = state.documents.get(wish.document)
  const kind = document?.kind ?? ''
  const place = isArtefactKind(kind) ? placeIn(kind, wish.place) : undefined
  if (!taken || !document || !isArtefactKind(kind) || !place) return refuse('not-taken')
  if (document.locked) return refuse('locked')
  // What the client wrote on the card says where to look; which row may go, we know ourselves.
  const words = {
    id: wish.card,
    text: card.text,
    under: taken.under || null,
    row: rowOf(wish.card, wish.place, card.by),
  }
  const item = place.makesNew ? document.id : words.row.id
  if (!place.prose && (await isUsed(deps, state, document.id, item))) return refuse('used')
  const given = await withdraw(deps, state.id, { kind, id: document.id, title: document.title }, place, taken, words)
  if (!given) return refuse('changed')
  await markCard(deps, state.id, wish, (into) => withoutTaken(into, taken))
  return ok({ goes: place.makesNew ? document.id : null })
}

type Target = { readonly kind: ArtefactKind; readonly id: string; readonly title: string }

const withdraw = async (
  { rooms }: Deps,
  workspace: string,
  target: Target,
  place: AnyPlace,
  { item }: Taken,
  card: TakenCard,
): Promise<boolean> => {
  const { shape }: { readonly shape: Shape } = models[target.kind]
  const author = { participantId: null, perspective: null }
  const written = await rooms.write(workspace, target.id, author, (ydoc) => {
    const opened = openDocument(ydoc, shape)
    const given = place.makesNew
      ? isAsMade(opened, target, place, card)
      : place.prose
        ? withdrawField(opened, place.prose(item), card.text)
        : withdrawRow(opened, place, card)
    opened.close()
    return given
  })
  return written.ok && written.value
}

const withdrawField = (
  document: SharedDocument,
  path: Parameters<SharedDocument['prose']>[0],
  text: string,
): boolean => {
  const field = document.prose(path)
  return field !== undefined && document.change({ perspective: '' }, () => withdrawProse(field, text))
}

// As it was taken is what taking it now would make, in the same document without it.
const withdrawRow = (document: SharedDocument, place: AnyPlace, card: TakenCard): boolean => {
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(document.ydoc))
  const { shape } = document
  const copy = openDocument(again, shape)
  copy.change({ perspective: card.row.by }, (draft) => {
    removeRow(draft, shape, card.row.id)
    return place.take(draft, card)
  })
  const [stands, wanted] = [rowIn(document.content(), card.row.id), rowIn(copy.content(), card.row.id)]
  copy.close()
  again.destroy()
  if (!stands || !wanted || sayingOf(stands) !== sayingOf(wanted)) return false
  document.change({ perspective: '' }, (draft) => removeRow(draft, shape, card.row.id))
  return true
}

const removeRow = (draft: DraftOf<Shape>, shape: Shape, id: string): void => {
  for (const [name, field] of Object.entries(shape)) {
    const root = draft[name]
    if (field.kind === 'table' && root && 'remove' in root) root.remove(id)
  }
}

// Somebody may have moved it up or down; that is no other word.
const sayingOf = (row: { readonly order: string }): string => JSON.stringify({ ...row, order: '' })

const isAsMade = (document: SharedDocument, { kind, title }: Target, place: AnyPlace, card: TakenCard): boolean => {
  const model: { readonly begin: (draft: never, title: string) => void } = models[kind]
  const fresh = openDocument(new Y.Doc(), document.shape)
  fresh.change({ perspective: card.row.by }, (draft) => {
    model.begin(draft as never, title)
    return place.take(draft, card)
  })
  const isSame = JSON.stringify(fresh.content()) === JSON.stringify(document.content())
  fresh.close()
  return isSame
}

/** Whether something else names it: a row beside it, another document, a ballot, a remark, an estimate. */
const isUsed = async ({ rooms, tables }: Deps, state: WorkspaceState, home: string, item: string): Promise<boolean> => {
  const named = `%"${item}"%`
  const [records, estimates] = await Promise.all([
    tables.read(
      db
        .selectFrom('record')
        .select('id')
        .where('workspace', '=', state.id)
        .where('body', 'like', named)
        .limit(1)
        .compile(),
    ),
    tables.read(
      db
        .selectFrom('estimate')
        .select('stakeholder')
        .where('workspace', '=', state.id)
        .where('stakeholder', '=', item)
        .limit(1)
        .compile(),
    ),
  ])
  if (records.length + estimates.length > 0) return true
  for (const { id, kind } of state.documents.values()) {
    if (!isArtefactKind(kind)) continue
    const { shape }: { readonly shape: Shape } = models[kind]
    const read = await rooms.read(state.id, id, (ydoc) => {
      const opened = openDocument(ydoc, shape)
      const found = JSON.stringify(opened.content()).split(`"${item}"`).length - 1
      opened.close()
      return found
    })
    // At home it names itself.
    if (read.ok && read.value > (id === home ? 1 : 0)) return true
  }
  return false
}
