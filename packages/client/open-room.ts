import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { connect, type Connection, type ConnectOptions } from './connect.ts'

/** One document of the server, open on this page, with its copy on this device. */
export type OpenRoom = {
  readonly ydoc: Y.Doc
  readonly connection: Connection
  /** Lets go; the last one to let go closes it a moment later, so that going back and forth costs nothing. */
  readonly release: () => void
  /** Throws the local copy away after a refusal; the next opening starts from the server's. */
  readonly forget: () => Promise<void>
}

export type RoomOptions = Omit<ConnectOptions, 'ydoc'>

const lingerMs = 3000
const openRooms = new Map<string, { room: Omit<OpenRoom, 'release'>; users: number; close: () => void }>()

/** Opens a room, or shares it when this page has it open. Lives outside React: a render must not cost a socket. */
export const openRoom = (options: RoomOptions): OpenRoom => {
  const shared = openRooms.get(options.room) ?? startRoom(options)
  openRooms.set(options.room, shared)
  shared.users += 1
  let released = false
  const release = () => {
    if (released) return
    released = true
    shared.users -= 1
    setTimeout(() => {
      if (shared.users > 0 || openRooms.get(options.room) !== shared) return
      openRooms.delete(options.room)
      shared.close()
    }, lingerMs)
  }
  return { ...shared.room, release }
}

const startRoom = (options: RoomOptions) => {
  const ydoc = new Y.Doc()
  const connection = connect({ ...options, ydoc })
  const copy = keepCopy(options.room, ydoc, connection.copyRead)
  const onOnline = () => connection.retry()
  globalThis.addEventListener?.('online', onOnline)
  const close = () => {
    globalThis.removeEventListener?.('online', onOnline)
    connection.close()
    ydoc.destroy()
  }
  const forget = async () => {
    openRooms.delete(options.room)
    await copy?.clearData().catch(() => undefined)
    close()
  }
  return { room: { ydoc, connection, forget }, users: 0, close }
}

// A private window or a full disk is weather: work goes on, and the status says that nothing is kept here.
const keepCopy = (room: string, ydoc: Y.Doc, read: (kept: boolean) => void): IndexeddbPersistence | undefined => {
  if (typeof indexedDB === 'undefined') {
    read(false)
    return undefined
  }
  const copy = new IndexeddbPersistence(room, ydoc)
  copy.whenSynced.then(
    () => read(true),
    () => read(false),
  )
  return copy
}

/** Removes the copies of one workspace that this device keeps, when somebody leaves it for good. */
export const forgetCopies = async (workspaceId: string): Promise<void> => {
  const isOurs = (name: string) => name.startsWith(`${workspaceId}.`)
  for (const [name, { room }] of openRooms) if (isOurs(name)) await room.forget()
  for (const { name } of await indexedDB.databases()) if (name && isOurs(name)) indexedDB.deleteDatabase(name)
}
