import { openDocument } from '#crdt/document.ts'
import { sessionShape, type SessionContent, type SessionDraft } from '#domain/session.ts'
import { areUntouched, mergePoints, openSheets, pointsToMerge } from '#domain/table-work.ts'
import type { SessionTable } from '#domain/tables.ts'
import { newId } from '#kernel/id.ts'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Maker } from '../storage/storage.ts'

type Deps = { readonly rooms: Pick<Rooms, 'read' | 'write'>; readonly clock: Clock }
type Where = { readonly workspace: string; readonly session: string }
type AtTables = Where & { readonly activity: string; readonly tables: readonly SessionTable[] }

/** Gives each table its sheet for a step, as the server: two phones that did it at once would overwrite each other. */
export const giveSheets = (deps: Deps, { activity, tables, ...where }: AtTables): Promise<void> =>
  write(deps, where, (draft) => openSheets(draft, activity, tables))

/** Brings what the tables wrote in a step together as cards; answers the ids of the new ones. Their sheets stay. */
export const mergeTables = async (deps: Deps, { activity, tables, ...where }: AtTables): Promise<readonly string[]> => {
  const content = await contentOf(deps, where)
  const found = content ? pointsToMerge(content, activity, tables) : []
  if (found.length === 0) return []
  const points = found.map((point) => ({ ...point, id: newId<'Card'>('ca') }))
  const own = { participant: null, perspective: null, session: where.session, activity, at: deps.clock.now() }
  const makers = points.map(({ id }) => ({ itemId: id, ...own }))
  await write(deps, where, (draft) => mergePoints(draft, activity, points), makers)
  return points.map(({ id }) => id)
}

/** Whether cards that were brought together can go again: nobody sorted them or took them anywhere. */
export const canUnmerge = async (deps: Deps, where: Where, cards: readonly string[]): Promise<boolean> => {
  const content = await contentOf(deps, where)
  return content !== null && areUntouched(content, cards)
}

/** Takes merged cards away again; what the tables wrote stands on their sheets. */
export const unmerge = (deps: Deps, where: Where, cards: readonly string[]): Promise<void> =>
  write(deps, where, (draft) => {
    for (const card of cards) draft.cards.remove(card)
  })

const contentOf = async ({ rooms }: Deps, { workspace, session }: Where): Promise<SessionContent | null> => {
  const read = await rooms.read(workspace, session, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    const content = opened.content()
    opened.close()
    return content
  })
  return read.ok ? read.value : null
}

const write = async (
  { rooms }: Deps,
  { workspace, session }: Where,
  change: (draft: SessionDraft) => void,
  makers: readonly Omit<Maker, 'documentId'>[] = [],
): Promise<void> => {
  const written = await rooms.write(workspace, session, { participantId: null, perspective: null, makers }, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    opened.change({ perspective: '' }, change)
    opened.close()
  })
  if (!written.ok) throw new Error(`the work of the tables was not written: ${written.reason}`)
}
