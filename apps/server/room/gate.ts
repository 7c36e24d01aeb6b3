import * as Y from 'yjs'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { WriteRefusal } from '#protocol/events.ts'
import type { Limits } from '#protocol/limits.ts'
import type { WritableShape } from '../rooms-contract.ts'
import { deletesSomething, orderFrame } from './dependencies.ts'
import { readFrame, type Struct } from './frame.ts'
import { placeStructs } from './placement.ts'

/** The document as the gate sees it, and who knocks. */
export type GateView = {
  readonly ydoc: Y.Doc
  readonly shape: WritableShape
  /** To whom each Yjs client id belongs: a participant, or `null` for the server and for somebody erased. */
  readonly owners: ReadonlyMap<number, string | null>
  readonly limits: Limits
  /** The server lost rows: what is brought back may be somebody else's, and stays nobody's. */
  readonly isResupply?: boolean
}

/** What a frame would do. `newClients` used no id before; `items` are the new entries of tables. */
export type Passed = {
  /** It changes anything at all. */
  readonly changes: boolean
  /** It makes the document larger. */
  readonly grows: boolean
  readonly newClients: readonly number[]
  readonly items: readonly string[]
}

/**
 * Judges an update before it touches the document: whole, bounded, nothing missing, nobody else's id, only where the
 * shape lets people write. What passes can be applied without leaving anything pending.
 */
export const judge = (bytes: Uint8Array, participant: string, view: GateView): Result<Passed, WriteRefusal> => {
  const frame = readFrame(bytes, view.limits)
  if (!frame.ok) return frame
  const ordered = orderFrame(frame.value, (client) => Y.getState(view.ydoc.store, client))
  if (!ordered.ok) return ordered
  const { fresh } = ordered.value
  const newClients = view.isResupply ? ok([]) : newClientsOf(fresh, participant, view)
  if (!newClients.ok) return newClients
  const items = placeStructs(view.ydoc, view.shape, fresh, view.limits.typeDepth)
  if (!items.ok) return items
  const grows = fresh.length > 0
  const changes = grows || deletesSomething(view.ydoc, frame.value.deletes)
  return ok({ changes, grows, newClients: newClients.value, items: view.isResupply ? [] : items.value })
}

const newClientsOf = (
  fresh: readonly Struct[],
  participant: string,
  { owners, limits }: GateView,
): Result<readonly number[], 'foreign-client'> => {
  const clients = [...new Set(fresh.map(({ id }) => id.client))]
  const unknown = clients.filter((client) => !owners.has(client))
  const foreign = clients.some((client) => owners.has(client) && owners.get(client) !== participant)
  const tooMany =
    owners.size + unknown.length > limits.clientIdsPerRoom || unknown.length > limits.clientIdsPerConnection
  return foreign || tooMany ? refuse('foreign-client') : ok(unknown)
}
