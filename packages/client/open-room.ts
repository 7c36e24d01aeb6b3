import * as Y from 'yjs'
import { connect, type Connection, type ConnectOptions, type Memory } from './connect.ts'
import type { DeviceCopy } from './device-copy.ts'

/** One document of the server, open on this page, with its copy on this device. */
export type OpenRoom = {
  readonly ydoc: Y.Doc
  readonly connection: Connection
  /** Lets go; the last one to let go closes it a moment later, so that going back and forth costs nothing. */
  readonly release: () => void
  /** Throws the local copy away after a refusal; the next opening starts from the server's. */
  readonly forget: () => Promise<void>
}

export type RoomOptions = Omit<ConnectOptions, 'ydoc' | 'memory'>

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
  const copy = import('./device-copy.ts').then(
    ({ keepOnDevice }) => keepOnDevice(options.room, ydoc, (works) => connection.copyRead(works)),
    () => null,
  )
  const connection = connect({ ...options, ydoc, memory: memoryIn(copy) })
  void copy.then(async (kept) => connection.copyRead((await kept?.read) ?? false))
  const stopWaking = onWake(connection.wake, () => void copy.then((kept) => kept?.flush()))
  const end = () => {
    stopWaking()
    connection.close()
    ydoc.destroy()
  }
  const close = () => {
    void copy.then((kept) => kept?.close())
    end()
  }
  const forget = async () => {
    openRooms.delete(options.room)
    end()
    await (await copy)?.forget()
  }
  return { room: { ydoc, connection, forget }, users: 0, close }
}

const memoryIn = (copy: Promise<DeviceCopy | null>): Memory => ({
  recall: async () => {
    const kept = await copy
    // The server is then asked only for what the copy lacks.
    await kept?.read
    const [receipt, epoch, unsaved] = await Promise.all(
      ['receipt', 'epoch', 'unsaved'].map(async (key) => kept?.recall(key)),
    )
    return {
      ...(typeof receipt === 'string' ? { receipt } : {}),
      ...(typeof epoch === 'number' ? { epoch } : {}),
      ...(typeof unsaved === 'number' ? { unsaved } : {}),
    }
  },
  remember: (key, value) => void copy.then((kept) => kept?.remember(key, value)),
})

/**
 * The network is back, or a phone was taken out of a pocket: a socket may be dead without having said so. And when it
 * goes into the pocket, the page may never run again.
 */
const onWake = (wake: () => void, rest: () => void): (() => void) => {
  const { document: page } = globalThis
  if (!page) return () => undefined
  const onVisible = () => {
    if (page.visibilityState === 'visible') wake()
    else rest()
  }
  globalThis.addEventListener('online', wake)
  globalThis.addEventListener('pageshow', wake)
  globalThis.addEventListener('pagehide', rest)
  page.addEventListener('visibilitychange', onVisible)
  return () => {
    globalThis.removeEventListener('online', wake)
    globalThis.removeEventListener('pageshow', wake)
    globalThis.removeEventListener('pagehide', rest)
    page.removeEventListener('visibilitychange', onVisible)
  }
}

/** Removes the copies of one workspace that this device keeps, when somebody leaves it for good. */
export const forgetCopies = async (workspaceId: string): Promise<void> => {
  const isOurs = (name: string) => name.startsWith(`${workspaceId}.`)
  for (const [name, { room }] of openRooms) if (isOurs(name)) await room.forget()
  for (const { name } of await indexedDB.databases()) if (name && isOurs(name)) indexedDB.deleteDatabase(name)
}
