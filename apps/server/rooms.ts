import { ok, refuse, type Result } from '#kernel/result.ts'
import { closeCodes, type CloseReason } from '#protocol/close-reason.ts'
import { formatRoom } from '#protocol/room-name.ts'
import type { RoomsParts } from './app.ts'
import { newSecret } from './identity/secrets.ts'
import { errorFacts } from './log.ts'
import type { Connection } from './room/connection.ts'
import { createFolding } from './room/folding.ts'
import { createLatestChanges } from './room/latest-changes.ts'
import { loadDocument } from './room/loaded.ts'
import { createLobby } from './room/lobby.ts'
import { createReceipts, type Receipts } from './room/receipts.ts'
import { createRoom, type Room, type RoomDeps } from './room/room.ts'
import type { Commit, RoomRefusal, Rooms, RoomSocket } from './rooms-contract.ts'
import { settingOnce } from './storage/setting.ts'
import { db } from './storage/tables.ts'

type Place = RoomDeps['place']
type Opening = Promise<Result<Room, RoomRefusal>>
/** A document's place in memory, from the first question for it until it is let go of. */
type Slot = { readonly place: Place; opening: Opening; room: Room | null; leaving: Promise<void> | null }

/** For so long a room that could not be opened is not tried again. */
const restAfterFailureMs = 1000
const closedAtOnce = 200
const betweenSlicesMs = 100

/** Opens each document once, however many ask, and lets go of it when nobody is there any more. */
export const createRooms = (parts: RoomsParts): Rooms => {
  const { storage, authority, shapes, clock, config, log } = parts
  const { limits } = config
  const slots = new Map<string, Slot>()
  const listeners = new Set<(commit: Commit) => void>()
  const folding = createFolding()
  const latestChanges = createLatestChanges(clock)
  let isDraining = false
  let receipts: Promise<Receipts> | null = null
  const receiptsOnce = () =>
    (receipts ??= settingOnce(storage.tables, 'receipt-secret', newSecret).then(createReceipts))

  const onCommitted = (commit: Commit): void => {
    for (const listener of listeners) listener(commit)
  }

  // Who comes while a room is being let go of waits until it is gone, and finds a new one.
  const openingOf = (place: Place): Opening => {
    const name = formatRoom(place.workspaceId, place.documentId)
    const known = slots.get(name)
    if (known?.leaving) return known.leaving.then(() => openingOf(place))
    if (known) return known.opening
    const slot: Slot = { place, room: null, leaving: null, opening: Promise.resolve(refuse('unavailable')) }
    slots.set(name, slot)
    slot.opening = open(name, slot)
    return slot.opening
  }
  const forget = (name: string, slot: Slot): void => {
    if (slots.get(name) === slot) slots.delete(name)
  }

  const open = async (name: string, slot: Slot): Opening => {
    const { workspaceId, documentId } = slot.place
    try {
      const kind = await kindOf(workspaceId, documentId)
      const shape = kind === null ? null : shapes(kind)
      if (kind === null || !shape) {
        forget(name, slot)
        return refuse('gone')
      }
      const loaded = loadDocument(await storage.log.load(name), shape)
      const sealed = await receiptsOnce()
      const onFaulted = () => forget(name, slot)
      const latest = () => (documentId === 'workspace' ? latestChanges.of(workspaceId) : [])
      const onUnused = () => void clock.after(limits.idleSeconds * 1000, () => unloadIfUnused(name, slot))
      slot.room = createRoom(
        {
          parts,
          name,
          place: slot.place,
          kind,
          shape,
          receipts: sealed,
          latest,
          folding,
          onCommitted,
          onUnused,
          onFaulted,
        },
        loaded,
      )
      onUnused()
      return ok(slot.room)
    } catch (error) {
      log('error', 'room-not-loaded', { room: name, ...errorFacts(error) })
      clock.after(restAfterFailureMs, () => forget(name, slot))
      return refuse('unavailable')
    }
  }

  const unloadIfUnused = (name: string, slot: Slot): void => {
    const { room } = slot
    if (!room?.isUnused() || slots.get(name) !== slot) return
    slot.room = null
    slot.leaving = room
      .unload()
      .catch((error: unknown) => log('error', 'unload-failed', { room: name, ...errorFacts(error) }))
      .then(() => forget(name, slot))
  }

  const kindOf = async (workspace: string, document: string): Promise<string | null> => {
    const query = db.selectFrom('document').select('kind').where('workspace', '=', workspace).where('id', '=', document)
    return (await storage.tables.read(query.where('removed_at', 'is', null).compile()))[0]?.kind ?? null
  }

  const openRooms = (): readonly { readonly room: Room; readonly place: Place }[] =>
    [...slots.values()].flatMap(({ room, place }) => (room ? [{ room, place }] : []))
  const roomsWhere = (belongs: (place: Place) => boolean): readonly Room[] =>
    openRooms().flatMap(({ room, place }) => (belongs(place) ? [room] : []))
  const connectionsIn = (rooms: readonly Room[]): readonly Connection[] => rooms.flatMap((room) => room.connections())

  const withRoom = async <Value>(
    place: Place,
    work: (room: Room) => Promise<Result<Value, 'unavailable'>>,
  ): Promise<Result<Value, RoomRefusal>> => {
    const opened = await openingOf(place)
    return opened.ok ? work(opened.value) : opened
  }

  return {
    join: (socket, visit) => {
      const access = authority.access(visit.workspaceId, visit.documentId, visit.participantId)
      if (isDraining || !access?.read) return turnedAway(socket, isDraining ? 'draining' : 'forbidden')
      return createLobby({
        socket,
        clock,
        limits,
        opening: openingOf(visit),
        admit: (room) => room.admit(socket, visit, access),
      })
    },
    read: (workspaceId, documentId, read) => withRoom({ workspaceId, documentId }, (room) => room.read(read)),
    write: (workspaceId, documentId, author, change) =>
      withRoom({ workspaceId, documentId }, (room) => room.write(author, change)),
    closeParticipant: (workspaceId, participantId, why) => {
      const found = connectionsIn(roomsWhere((place) => place.workspaceId === workspaceId))
      for (const connection of found) if (connection.visit.participantId === participantId) connection.close(why)
    },
    closeDocument: (workspaceId, documentId, why) => {
      const found = roomsWhere((place) => place.workspaceId === workspaceId && place.documentId === documentId)
      for (const connection of connectionsIn(found)) connection.close(why)
    },
    broadcast: (workspaceId, event, documentId = 'workspace') => {
      if (event.type === 'change' && documentId === 'workspace') latestChanges.note(workspaceId, event.topic)
      for (const room of roomsWhere((place) => place.workspaceId === workspaceId && place.documentId === documentId))
        room.tell(event)
    },
    onCommit: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connectionsOf: (participantId) =>
      connectionsIn(roomsWhere(() => true)).filter(({ visit }) => visit.participantId === participantId).length,
    counts: () => ({ rooms: slots.size, connections: connectionsIn(roomsWhere(() => true)).length }),
    drain: async () => {
      isDraining = true
      const leaving = connectionsIn(roomsWhere(() => true))
      const spreadMs = Math.max(200, leaving.length * 2)
      for (const connection of leaving) connection.tell({ type: 'drain', spreadMs })
      for (let at = 0; at < leaving.length; at += closedAtOnce) {
        if (at > 0) await new Promise<void>((resolve) => clock.after(betweenSlicesMs, resolve))
        for (const connection of leaving.slice(at, at + closedAtOnce)) connection.close('draining')
      }
      await Promise.all([...slots.values()].map(ended))
      slots.clear()
    },
  }
}

const ended = async ({ opening, leaving }: Slot): Promise<void> => {
  if (leaving) return leaving
  const opened = await opening
  return opened.ok ? opened.value.unload() : undefined
}

const turnedAway = (socket: RoomSocket, reason: CloseReason) => {
  socket.close(closeCodes[reason], reason)
  return { receive: () => undefined, gone: () => undefined }
}
