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

export type RoomOptions = Omit<ConnectOptions, 'ydoc' | 'receipts'>

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
  let told: (kept: boolean) => void = () => undefined
  const copy = keepCopy(options.room, ydoc, (kept) => told(kept))
  const connection = connect({ ...options, ydoc, receipts: copy.receipts })
  told = connection.copyRead
  const stopWaking = onWake(connection.wake)
  const close = () => {
    stopWaking()
    connection.close()
    ydoc.destroy()
  }
  const forget = async () => {
    openRooms.delete(options.room)
    await copy.clearData().catch(() => undefined)
    close()
  }
  return { room: { ydoc, connection, forget }, users: 0, close }
}

/** The network is back, or a phone was taken out of a pocket: a socket may be dead without having said so. */
const onWake = (wake: () => void): (() => void) => {
  const { document: page } = globalThis
  if (!page) return () => undefined
  const onVisible = () => {
    if (page.visibilityState === 'visible') wake()
  }
  globalThis.addEventListener('online', wake)
  globalThis.addEventListener('pageshow', wake)
  page.addEventListener('visibilitychange', onVisible)
  return () => {
    globalThis.removeEventListener('online', wake)
    globalThis.removeEventListener('pageshow', wake)
    page.removeEventListener('visibilitychange', onVisible)
  }
}

type Copy = {
  readonly clearData: () => Promise<void>
  readonly receipts: NonNullable<ConnectOptions['receipts']>
}

// A private window or a full disk is weather: work goes on, and the status says that nothing is kept here.
const keepCopy = (room: string, ydoc: Y.Doc, read: (kept: boolean) => void): Copy => {
  const kept = (canKeep ??= opens(probe)).then((works) => {
    if (!works || ydoc.isDestroyed) {
      read(false)
      return undefined
    }
    const copy = new IndexeddbPersistence(room, ydoc)
    void copy.whenSynced.then(() => read(true))
    return copy
  })
  return {
    clearData: async () => (await kept)?.clearData(),
    receipts: {
      read: async () => {
        const stored: unknown = await (await kept)?.get('receipt').catch(() => undefined)
        return typeof stored === 'string' ? stored : undefined
      },
      write: (receipt) => void kept.then((copy) => copy?.set('receipt', receipt)).catch(() => undefined),
    },
  }
}

// The library that keeps the copy does not say when it cannot; so we try once with a database of our own.
const probe = 'polder-probe'
let canKeep: Promise<boolean> | undefined

const opens = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve(false)
    try {
      const request = indexedDB.open(name)
      request.addEventListener('error', () => resolve(false))
      request.addEventListener('blocked', () => resolve(false))
      request.addEventListener('success', () => {
        request.result.close()
        resolve(true)
      })
    } catch {
      resolve(false)
    }
  })

/** Removes the copies of one workspace that this device keeps, when somebody leaves it for good. */
export const forgetCopies = async (workspaceId: string): Promise<void> => {
  const isOurs = (name: string) => name.startsWith(`${workspaceId}.`)
  for (const [name, { room }] of openRooms) if (isOurs(name)) await room.forget()
  for (const { name } of await indexedDB.databases()) if (name && isOurs(name)) indexedDB.deleteDatabase(name)
}
