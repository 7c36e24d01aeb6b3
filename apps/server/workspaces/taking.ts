import { isArtefactKind, models, type ArtefactKind } from '#artefacts/models.ts'
import { openDocument } from '#crdt/document.ts'
import type { ContentOf, Row, RowFields, Shape } from '#crdt/shape.ts'
import type { CardPlace, TakenCard } from '#domain/artefact.ts'
import { sessionShape } from '#domain/session.ts'
import { takenOf, withTaken } from '#domain/taken.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Rooms } from '../rooms-contract.ts'
import { db } from '../storage/tables.ts'
import { createArtefact, type CreatingDeps } from './creating.ts'
import type { WorkspaceState } from './state.ts'

type Deps = CreatingDeps & { readonly rooms: Pick<Rooms, 'read' | 'write'> }
export type TakeWish = {
  readonly session: string
  readonly card: string
  readonly kind: string
  readonly place: string
  /** The document to take it into, else the first of its kind; and the thing in it. */
  readonly document: string | null
  readonly under: string | null
}
export type TakeRefusal = 'unknown-card' | 'no-place' | 'no-text' | 'locked'

/** Takes the words of a card into a field, a list or a new artefact; whoever wrote the card, made what comes of it. */
export const takeCard = async (
  deps: Deps,
  state: WorkspaceState,
  wish: TakeWish,
): Promise<Result<{ readonly document: string; readonly item: string }, TakeRefusal>> => {
  const card = await cardOf(deps, state.id, wish)
  if (!card) return refuse('unknown-card')
  const { kind, place: name } = wish
  const place = isArtefactKind(kind) ? placeIn(kind, name) : undefined
  if (!isArtefactKind(kind) || !place) return refuse('no-place')
  if (card.text.trim() === '') return refuse('no-text')
  const document = await documentFor(deps, state, { kind, card, place }, wish)
  if (!document.ok) return document
  const known = takenOf(card.takenInto).find((each) => each.document === document.value && each.place === name)
  // A field would say it twice.
  if (known && place.prose && (wish.under ?? known.item) === known.item)
    return ok({ document: document.value, item: known.item })
  const row = rowOf(wish.card, name, card.by)
  const words = { ...wish, text: card.text, row, id: wish.card }
  const taken = await write(deps, state, { kind, id: document.value }, place, words)
  if (!taken.ok) return taken
  const { item, isNew } = taken.value
  const under = isNew ? (wish.under ?? '') : (known?.under ?? '')
  const where = { document: document.value, item, place: name, under }
  await markCard(deps, state.id, wish, (into) => withTaken(into, where))
  return ok({ document: document.value, item })
}

/** The row that a card becomes in a list. */
export const rowOf = (card: string, place: string, by: string) => ({ id: `${card}--${place.toLowerCase()}`, by })

export type AnyPlace = CardPlace<Shape>

// Model and place are of one kind and belong together, which a union of models hides.
export const placeIn = (kind: ArtefactKind, name: string): AnyPlace | undefined => {
  const places: { readonly [place: string]: unknown } = models[kind].places ?? {}
  return Object.hasOwn(places, name) ? (places[name] as AnyPlace) : undefined
}

export type Card = { readonly text: string; readonly by: string; readonly takenInto: string }

/** A card of a session as it is written now. */
export const cardOf = async (
  { rooms }: Pick<Deps, 'rooms'>,
  workspace: string,
  { session, card }: Pick<TakeWish, 'session' | 'card'>,
): Promise<Card | null> => {
  const read = await rooms.read(workspace, session, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    const found = opened.content().cards.find(({ id }) => id === card)
    opened.close()
    return found ? { text: found.text, by: found.by, takenInto: found.takenInto } : null
  })
  return read.ok ? read.value : null
}

const documentFor = async (
  deps: Deps,
  state: WorkspaceState,
  { kind, card, place }: { readonly kind: ArtefactKind; readonly card: Card; readonly place: AnyPlace },
  { document, place: name }: TakeWish,
): Promise<Result<string, TakeRefusal>> => {
  if (place.makesNew) {
    // An idea that was chosen twice is one trial.
    const made = takenOf(card.takenInto).find((each) => each.place === name)
    if (made && state.documents.get(made.document)?.kind === kind) return ok(made.document)
    const title = card.text.replaceAll(/\s+/g, ' ').trim().slice(0, longestTitle)
    return ok(await createArtefact(deps, state.id, { kind, title, language: state.language }))
  }
  const found = [...state.documents.values()].find(({ id, kind: own }) => own === kind && (document ?? id) === id)
  if (!found) return refuse('no-place')
  return found.locked ? refuse('locked') : ok(found.id)
}

const longestTitle = 80

const write = async (
  { rooms, storage: { tables }, clock }: Deps,
  { id: workspace }: WorkspaceState,
  document: { readonly kind: ArtefactKind; readonly id: string },
  place: AnyPlace,
  card: TakenCard & Pick<TakeWish, 'session'>,
): Promise<Result<{ readonly item: string; readonly isNew: boolean }, TakeRefusal>> => {
  const columns = ['participant', 'perspective', 'activity'] as const
  const query = db.selectFrom('item_maker').select(columns).where('workspace', '=', workspace)
  const [maker] = await tables.read(query.where('document', '=', card.session).where('item', '=', card.id).compile())
  const own = { participant: null, perspective: card.row.by || null, activity: null, ...maker }
  const makers = [{ itemId: card.row.id, ...own, session: card.session, at: clock.now() }]
  const { shape }: { readonly shape: Shape } = models[document.kind]
  const author = { participantId: null, perspective: null, makers }
  const written = await rooms.write(workspace, document.id, author, (ydoc) => {
    const opened = openDocument(ydoc, shape)
    const isNew = rowIn(opened.content(), card.row.id) === undefined
    const taken = opened.change({ perspective: card.row.by }, (draft) => place.take(draft, card))
    opened.close()
    return taken.ok ? ok({ item: taken.value, isNew }) : taken
  })
  return written.ok ? written.value : refuse('no-place')
}

/** The row of this id in whichever list of a document. */
export const rowIn = (content: ContentOf<Shape>, id: string): Row<string, RowFields> | undefined =>
  Object.values(content)
    .flatMap((root) => (Array.isArray(root) ? (root as readonly unknown[]) : []))
    .find((row): row is Row<string, RowFields> => isRow(row) && row.id === id)

const isRow = (row: unknown): row is Row<string, RowFields> =>
  typeof row === 'object' && row !== null && 'order' in row && 'id' in row

/** Writes on a card where its words went. */
export const markCard = async (
  { rooms }: Pick<Deps, 'rooms'>,
  workspace: string,
  { session, card }: Pick<TakeWish, 'session' | 'card'>,
  next: (takenInto: string) => string,
): Promise<void> => {
  await rooms.write(workspace, session, { participantId: null, perspective: null }, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    opened.change({ perspective: '' }, (draft) => {
      const cell = draft.cards.get(card)?.takenInto
      cell?.set(next(cell.get()))
    })
    opened.close()
  })
}
