import * as Y from 'yjs'

/** One document as this device keeps it, so that it opens without a connection and nothing typed is lost with the page. */
export type DeviceCopy = {
  /** Resolves once what was kept is in the document: whether anything can be kept here. */
  readonly read: Promise<boolean>
  readonly recall: (key: string) => Promise<unknown>
  readonly remember: (key: string, value: string | number) => void
  /** Writes now what else would be written in a moment: the page may end. */
  readonly flush: () => void
  /** Throws the copy away, and keeps nothing from then on. */
  readonly forget: () => Promise<void>
  readonly close: () => void
}

/** Keys that follow each other this quickly are written together. */
const restMs = 100
/** So many pieces are put together into one. */
const mostPieces = 300
const stores = { updates: 'updates', custom: 'custom' } as const

/**
 * Keeps a document in IndexedDB under its name. A private window, a full disk or a browser that throws it away is
 * weather: `onKept` hears when keeping stops and when it works again, and what could not be written is tried again.
 */
export const keepOnDevice = (name: string, ydoc: Y.Doc, onKept: (works: boolean) => void): DeviceCopy => {
  // What came in before this began.
  let pending: Uint8Array[] = ydoc.store.clients.size > 0 ? [Y.encodeStateAsUpdate(ydoc)] : []
  let facts = new Map<string, string | number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let pieces = 0
  let works = true
  let isOver = false

  const tell = (now: boolean): void => {
    if (now === works || isOver) return
    works = now
    onKept(now)
  }
  const opened = open(name, () => tell(false)).catch(() => null)

  const flush = (): void => void write()
  const write = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    if (pending.length === 0 && facts.size === 0) return
    const database = await opened
    if (!database || isOver) return
    const [updates, told] = [pending, facts]
    pending = []
    facts = new Map()
    try {
      await inOne(database, (transaction) => {
        if (updates.length > 0) transaction.objectStore(stores.updates).add(merged(updates))
        for (const [key, value] of told) transaction.objectStore(stores.custom).put(value, key)
        // At once and not when the page comes to rest: it may be over before that.
        transaction.commit()
      })
      pieces += 1
      tell(true)
      if (pieces > mostPieces) await putTogether(database)
    } catch {
      pending = [...updates, ...pending]
      facts = new Map([...told, ...facts])
      tell(false)
    }
  }
  // In one transaction, so that what another tab writes meanwhile is either in it or behind it.
  const putTogether = (database: IDBDatabase): Promise<void> =>
    inOne(database, (transaction) => {
      const store = transaction.objectStore(stores.updates)
      const kept = store.getAll()
      kept.addEventListener('success', () => {
        pieces = 1
        store.clear()
        store.add(merged(updatesIn(kept.result)))
      })
    })
  const later = (): void => {
    timer ??= setTimeout(flush, restMs)
  }
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromDevice) return
    pending.push(update)
    later()
  }
  ydoc.on('update', onUpdate)
  if (pending.length > 0) later()

  const read = async (): Promise<boolean> => {
    const database = await opened
    if (!database || isOver) return false
    const rows = await answered(() => database.transaction([stores.updates]).objectStore(stores.updates).getAll())
    if (rows === null || isOver) return false
    const kept = updatesIn(rows)
    const apply = () => kept.forEach((update) => Y.applyUpdate(ydoc, update, fromDevice))
    // Not local: it was typed before.
    unheard(ydoc, () => Y.transact(ydoc, apply, fromDevice, false))
    pieces = kept.length
    return true
  }

  return {
    read: read(),
    recall: async (key) => {
      const database = await opened
      return database ? one(database, key) : undefined
    },
    remember: (key, value) => {
      facts.set(key, value)
      later()
    },
    flush,
    forget: async () => {
      isOver = true
      ydoc.off('update', onUpdate)
      clearTimeout(timer)
      ;(await opened)?.close()
      await removed(name)
    },
    close: () => {
      ydoc.off('update', onUpdate)
      void write().then(async () => {
        isOver = true
        ;(await opened)?.close()
      })
    },
  }
}

// Before there is a socket nobody needs this as an update; to encode the whole once more for listeners that let it pass
// took a third of the time of reading it.
const unheard = (ydoc: Y.Doc, work: () => void): void => {
  const listeners = ydoc._observers.get('update')
  ydoc._observers.delete('update')
  try {
    work()
  } finally {
    if (listeners) ydoc._observers.set('update', listeners)
  }
}

/** Marks changes that came from this device's own copy. */
const fromDevice = Symbol('from this device')

const merged = (updates: readonly Uint8Array[]): Uint8Array => {
  const [first] = updates
  return updates.length === 1 && first ? first : Y.mergeUpdates([...updates])
}

const open = (name: string, onLost: () => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new Error('no storage'))
    const request = indexedDB.open(name)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(stores.updates, { autoIncrement: true })
      request.result.createObjectStore(stores.custom)
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('no storage')))
    request.addEventListener('blocked', () => reject(new Error('another page holds it')))
    request.addEventListener('success', () => {
      const database = request.result
      // Another tab throws it away, or the browser did.
      database.addEventListener('versionchange', () => database.close())
      database.addEventListener('close', onLost)
      resolve(database)
    })
    return undefined
  })

const inOne = (database: IDBDatabase, work: (transaction: IDBTransaction) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction([stores.updates, stores.custom], 'readwrite')
    const fail = () => reject(transaction.error ?? new Error('not written'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
    work(transaction)
  })

const updatesIn = (rows: unknown): readonly Uint8Array[] =>
  Array.isArray(rows) ? rows.filter((row: unknown) => row instanceof Uint8Array) : []

const one = async (database: IDBDatabase, key: string): Promise<unknown> =>
  (await answered(() => database.transaction([stores.custom]).objectStore(stores.custom).get(key))) ?? undefined

/** What a request answers; `null` when it cannot. */
const answered = (ask: () => IDBRequest): Promise<unknown> =>
  new Promise((resolve) => {
    try {
      const request = ask()
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => resolve(null))
    } catch {
      resolve(null)
    }
  })

const removed = (name: string): Promise<void> =>
  new Promise((resolve) => {
    if (typeof indexedDB === 'undefined') return resolve()
    const request = indexedDB.deleteDatabase(name)
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve())
    return undefined
  })
