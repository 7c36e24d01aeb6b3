import type { ClientMessage } from '#protocol/messages.ts'
import { createOwnPresence } from './own-presence.ts'
import type { PresenceDeps, Speaker } from './presence-deps.ts'
import { createStockPresence } from './stock-presence.ts'

export type PresenceMessage = Extract<ClientMessage, { type: 'awareness' | 'query-awareness' | 'presence' }>

/** Where everybody in a room is now; never stored, and never what a client says of others. */
export type PresenceDesk = {
  /** Somebody speaks, or asks; false when it cannot be read. */
  readonly hear: (speaker: Speaker, message: PresenceMessage) => boolean
  /** Tells a newcomer, or one who asks, what is known. */
  readonly tellAll: (connection: number) => void
  readonly idsOf: (connection: number) => readonly number[]
  readonly left: (connection: number) => void
  readonly close: () => void
}

type DeskDeps = Omit<PresenceDeps, 'send'> & {
  readonly sendTo: (connection: number, frame: Uint8Array) => void
  readonly sendToAll: (frame: Uint8Array, belongs: (connection: number) => boolean) => void
}

export const createPresenceDesk = (deps: DeskDeps): PresenceDesk => {
  // Stock clients never get what they do not know: our own form goes to those who spoke it.
  const speaksOurs = new Set<number>()
  const stock = createStockPresence({ ...deps, send: (frame) => deps.sendToAll(frame, () => true) })
  const own = createOwnPresence({
    ...deps,
    send: (frame) => deps.sendToAll(frame, (connection) => speaksOurs.has(connection)),
  })
  const send = (connection: number, frame: Uint8Array | null): void => {
    if (frame) deps.sendTo(connection, frame)
  }

  return {
    hear: (speaker, message) => {
      if (message.type === 'awareness') return stock.hear(speaker, message.bytes)
      if (message.type === 'query-awareness') send(speaker.number, stock.everybody())
      else {
        if (!speaksOurs.has(speaker.number)) send(speaker.number, own.everybody())
        speaksOurs.add(speaker.number)
        return own.hear(speaker.number, message.slot, message.bytes)
      }
      return true
    },
    tellAll: (connection) => send(connection, stock.everybody()),
    idsOf: stock.idsOf,
    left: (connection) => {
      speaksOurs.delete(connection)
      stock.left(connection)
      own.left(connection)
    },
    close: () => {
      stock.close()
      own.close()
    },
  }
}
