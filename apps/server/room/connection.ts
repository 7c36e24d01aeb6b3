import { closeCodes, type CloseReason } from '#protocol/close-reason.ts'
import { encodeAck, encodeEvent } from '#protocol/messages.ts'
import type { RoomEvent, WriteRefusal } from '#protocol/events.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Access } from '../authority.ts'
import type { Clock } from '../clock.ts'
import type { RoomSocket, Visit } from '../rooms-contract.ts'
import { createAcks, type Acks } from './acks.ts'
import { createBucket, type Bucket } from './bucket.ts'

/** One socket in one room. */
export type Connection = {
  readonly number: number
  readonly visit: Visit
  /** The access as it was at the door; a later version closes the connection. */
  readonly access: Access
  readonly acks: Acks
  /** It proved that the server lost rows that it once had: it may bring back what others wrote. */
  readonly mayResupply: boolean
  /** How often it may ask for the whole document. */
  readonly answers: Bucket
  readonly isOpen: () => boolean
  readonly send: (frame: Uint8Array) => void
  /** Sends a message that y-websocket does not have, to those who know it. */
  readonly sendOurs: (frame: Uint8Array) => void
  readonly tell: (event: RoomEvent) => void
  /** Sends a change of the document; `before` is the row that it follows. Whoever is far behind gets it later, at once. */
  readonly pass: (frame: Uint8Array, before: number) => void
  /** Sends what may be missed, unless much is still on its way. */
  readonly passPresence: (frame: Uint8Array) => void
  /** The last row that a connection that is behind has; `null` for one that keeps up. */
  readonly behindSince: () => number | null
  /** Whether it has read enough to be brought up to date; closes it when it takes too long. */
  readonly isReadyToCatchUp: () => boolean
  /** It has everything up to a row; with `null` it keeps up again. */
  readonly caughtUp: (seq: number | null) => void
  readonly refuse: (reason: WriteRefusal, close: CloseReason) => void
  readonly close: (reason: CloseReason) => void
}

type ConnectionDeps = {
  readonly number: number
  readonly socket: RoomSocket
  readonly visit: Visit
  readonly access: Access
  readonly mayResupply: boolean
  readonly clock: Clock
  readonly limits: Limits
  /** It fell behind: somebody must look again when it has read. */
  readonly onBehind: () => void
  readonly onClose: (reason: CloseReason) => void
}

export const createConnection = (deps: ConnectionDeps): Connection => {
  const { number, socket, visit, access, mayResupply, clock, limits } = deps
  let open = true
  let behind: { readonly seq: number; readonly since: number } | null = null

  const send = (frame: Uint8Array): void => {
    if (open) socket.send(frame)
  }
  const close = (reason: CloseReason): void => {
    if (!open) return
    open = false
    socket.close(closeCodes[reason], reason)
    deps.onClose(reason)
  }
  const sendOurs = (frame: Uint8Array): void => {
    if (!visit.isPlain) send(frame)
  }
  const tell = (event: RoomEvent): void => sendOurs(encodeEvent(event))

  return {
    number,
    visit,
    access,
    mayResupply,
    acks: createAcks((writes) => sendOurs(encodeAck(writes))),
    answers: createBucket(clock.now, limits.step1PerMinute / 60, limits.step1PerMinute),
    isOpen: () => open,
    send,
    sendOurs,
    tell,
    close,
    pass: (frame, before) => {
      if (behind) return
      if (socket.buffered() < limits.lagBytes) return send(frame)
      behind = { seq: before, since: clock.now() }
      deps.onBehind()
    },
    passPresence: (frame) => {
      if (!behind && socket.buffered() < limits.presenceSkipBytes) send(frame)
    },
    behindSince: () => behind?.seq ?? null,
    isReadyToCatchUp: () => {
      const waits = socket.buffered()
      const tooLong = behind !== null && clock.now() - behind.since > limits.lagSeconds * 1000
      if (tooLong || waits > limits.cutBytes) close('too-slow')
      return open && waits < limits.caughtUpBytes
    },
    caughtUp: (seq) => {
      behind = seq === null || !behind ? null : { ...behind, seq }
    },
    refuse: (reason, why) => {
      tell({ type: 'rejected', reason })
      close(why)
    },
  }
}
