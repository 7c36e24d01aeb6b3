import { encodePresence, type PresenceOf } from '#protocol/messages.ts'
import { createCoalescer } from './coalescer.ts'
import type { PresenceDeps } from './presence-deps.ts'

/** Presence in our own form: a few bytes for each connection and slot, relayed unread. */
export type OwnPresence = {
  /** A connection shows something; false when it is more than may be shown. */
  readonly hear: (connection: number, slot: number, bytes: Uint8Array) => boolean
  /** All that is shown now as one frame; `null` when there is nothing. */
  readonly everybody: () => Uint8Array | null
  readonly left: (connection: number) => void
  readonly close: () => void
}

/** Where somebody is, and what moves there. */
const slots = 2
const overhead = 4

export const createOwnPresence = (deps: PresenceDeps): OwnPresence => {
  const shown = new Map<number, PresenceOf>()
  const news = createCoalescer<number>({
    ...deps,
    send: (keys) => deps.send(encodePresence(keys.flatMap((key) => shown.get(key) ?? []))),
  })
  const keyOf = (connection: number, slot: number) => connection * slots + slot
  return {
    hear: (connection, slot, bytes) => {
      if (slot >= slots || bytes.length > deps.limits.presenceBytes) return false
      const key = keyOf(connection, slot)
      shown.set(key, { connection, slot, bytes })
      news.note(key, bytes.length + overhead)
      return true
    },
    everybody: () => (shown.size === 0 ? null : encodePresence([...shown.values()])),
    left: (connection) => {
      for (let slot = 0; slot < slots; slot += 1) {
        shown.delete(keyOf(connection, slot))
        news.forget(keyOf(connection, slot))
      }
    },
    close: news.close,
  }
}
