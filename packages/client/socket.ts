import * as decoding from 'lib0/decoding'
import { messageTypes, syncTypes } from '#protocol/messages.ts'

export type SocketHooks = {
  /** A write message left; the server will count it too. */
  readonly wrote: (frame: Uint8Array) => void
  /** Whether an awareness id is this client's own. */
  readonly isOwn: (clientId: number) => boolean
}

/**
 * A WebSocket that counts the writes that leave, and keeps back awareness frames about others:
 * the stock provider sends every remote change back, which makes n clients cost n times n.
 */
export const createSocketClass = (Base: typeof WebSocket, hooks: SocketHooks): typeof WebSocket =>
  class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      const kind = data instanceof Uint8Array ? kindOf(data, hooks.isOwn) : 'other'
      if (kind === 'foreign-awareness') return
      if (kind === 'write' && data instanceof Uint8Array) hooks.wrote(data)
      super.send(data)
    }
  }

type Kind = 'write' | 'foreign-awareness' | 'other'

const kindOf = (frame: Uint8Array, isOwn: (clientId: number) => boolean): Kind => {
  const decoder = decoding.createDecoder(frame)
  const type = decoding.readVarUint(decoder)
  if (type === messageTypes.sync) return decoding.readVarUint(decoder) === syncTypes.step1 ? 'other' : 'write'
  if (type !== messageTypes.awareness) return 'other'
  return awarenessIds(decoding.readVarUint8Array(decoder)).some(isOwn) ? 'other' : 'foreign-awareness'
}

/** The client ids of an awareness update, as y-protocols encodes it. */
export const awarenessIds = (update: Uint8Array): number[] => {
  const decoder = decoding.createDecoder(update)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const id = decoding.readVarUint(decoder)
    decoding.readVarUint(decoder)
    decoding.readVarString(decoder)
    return id
  })
}
