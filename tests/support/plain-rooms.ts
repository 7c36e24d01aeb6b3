import * as Y from 'yjs'
import { ok, refuse } from '#kernel/result.ts'
import type { CloseReason } from '#protocol/close-reason.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { formatRoom } from '#protocol/room-name.ts'
import type { RoomsParts } from '../../apps/server/app.ts'
import type { Commit, Rooms } from '../../apps/server/rooms-contract.ts'
import { db } from '../../apps/server/storage/tables.ts'

/** What the routes told the rooms, for a test that has no sockets. */
export type Told = {
  readonly events: { readonly workspaceId: string; readonly event: RoomEvent }[]
  readonly closed: { readonly who: string; readonly why: CloseReason }[]
}

/** The least rooms that keep the contract: documents over the storage's log, no sockets. For tests of routes only. */
export const createPlainRooms = ({ storage, clock }: Pick<RoomsParts, 'storage' | 'clock'>, told: Told): Rooms => {
  const listeners = new Set<(commit: Commit) => void>()
  let batch = 0
  const kindOf = async (workspace: string, document: string) => {
    const query = db.selectFrom('document').select('kind').where('workspace', '=', workspace).where('id', '=', document)
    return (await storage.tables.read(query.where('removed_at', 'is', null).compile()))[0]?.kind
  }
  const load = async (room: string) => {
    const stored = await storage.log.load(room)
    const ydoc = new Y.Doc()
    for (const { bytes } of [...(stored.checkpoint ? [stored.checkpoint] : []), ...stored.tail])
      Y.applyUpdate(ydoc, bytes)
    return { ydoc, at: { seq: stored.seq, epoch: stored.epoch } }
  }
  return {
    join: () => ({ receive: () => undefined, gone: () => undefined }),
    read: async (workspaceId, documentId, read) => {
      if ((await kindOf(workspaceId, documentId)) === undefined) return refuse('gone')
      const { ydoc, at } = await load(formatRoom(workspaceId, documentId))
      return ok(read(ydoc, at))
    },
    write: async (workspaceId, documentId, author, change) => {
      const kind = await kindOf(workspaceId, documentId)
      if (kind === undefined) return refuse('gone')
      const doc = formatRoom(workspaceId, documentId)
      const { ydoc } = await load(doc)
      const before = Y.encodeStateVector(ydoc)
      const value = change(ydoc)
      const bytes = Y.encodeStateAsUpdate(ydoc, before)
      const makers = (author.makers ?? []).map((maker) => ({ ...maker, documentId }))
      batch += 1
      const rows = [{ bytes, kind: 'server' as const, actor: author.participantId, newClients: [], makers }]
      const [appended] = await storage.log.append({ id: `b${batch}`, at: clock.now(), parts: [{ doc, rows }] })
      for (const listener of listeners) listener({ workspaceId, documentId, kind, seq: appended?.lastSeq ?? 0 })
      return ok(value)
    },
    closeParticipant: (_, participant, why) => void told.closed.push({ who: participant, why }),
    closeDocument: (_, document, why) => void told.closed.push({ who: document, why }),
    broadcast: (workspaceId, event) => void told.events.push({ workspaceId, event }),
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connectionsOf: () => 0,
    counts: () => ({ rooms: 0, connections: 0 }),
    drain: async () => undefined,
  }
}
