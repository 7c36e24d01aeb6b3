import * as Y from 'yjs'
import { closeReasonOf, type CloseReason } from '#protocol/close-reason.ts'
import type { RoomEvent } from '#protocol/events.ts'
import {
  decodeServerMessage,
  encodeAwareness,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
  type ServerMessage,
} from '#protocol/messages.ts'
import type { Inlet, Rooms, Visit } from '../../apps/server/rooms-contract.ts'
import { readAwareness, writeAwareness, type AwarenessState } from '../../apps/server/room/awareness.ts'

/** Somebody with a replica and a wire of which the test holds both ends. */
export type Peer = {
  readonly ydoc: Y.Doc
  /** Everything that the server said, in order. */
  readonly heard: readonly ServerMessage[]
  readonly events: () => readonly RoomEvent[]
  /** The highest acknowledgement. */
  readonly acked: () => number
  readonly sent: () => number
  readonly closedBy: () => CloseReason | null
  /** Presence of others as this peer knows it, by client id. */
  readonly presence: () => ReadonlyMap<number, AwarenessState>
  readonly say: (frame: Uint8Array) => void
  /** The last write again, as a wire that doubts itself would. */
  readonly sayAgain: () => void
  readonly tellPresence: (state: object | null, as?: Partial<AwarenessState>) => void
  /** Keeps what the server sends back on the wire until `read`, as a stopped reader would. */
  readonly stop: () => void
  readonly read: () => void
  /** The last proof of what was committed that the server gave. */
  readonly receipt: () => string | undefined
  /** Goes away without a word. */
  readonly leave: () => void
}

/** Comes to a document through the rooms themselves. */
export const peerIn = (rooms: Rooms, visit: Visit, ydoc = new Y.Doc()): Peer => {
  const heard: ServerMessage[] = []
  const presence = new Map<number, AwarenessState>()
  const wire: { inlet: Inlet | null; early: Uint8Array[]; held: Uint8Array[] | null } = {
    inlet: null,
    early: [],
    held: null,
  }
  let sent = 0
  let clock = 0
  let closed: CloseReason | null = null

  const say = (frame: Uint8Array) => {
    if (closed) return
    if (wire.inlet) wire.inlet.receive(frame)
    else wire.early.push(frame)
  }
  let lastWrite: Uint8Array | null = null
  const write = (frame: Uint8Array) => {
    lastWrite = frame
    sent += 1
    say(frame)
  }
  const hear = (frame: Uint8Array) => {
    const message = decodeServerMessage(frame)
    if (!message.ok) throw new Error('the server said something that cannot be read')
    heard.push(message.value)
    if (message.value.type === 'step1') write(encodeStep2(Y.encodeStateAsUpdate(ydoc, message.value.stateVector)))
    if (message.value.type === 'write') Y.applyUpdate(ydoc, message.value.bytes, 'server')
    if (message.value.type === 'awareness') {
      const states = readAwareness(message.value.bytes)
      for (const state of states.ok ? states.value : []) {
        if (state.state === 'null') presence.delete(state.clientId)
        else presence.set(state.clientId, state)
      }
    }
  }
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') write(encodeUpdate(update))
  })
  const socket = {
    send: (frame: Uint8Array) => void (wire.held ? wire.held.push(frame) : hear(frame)),
    buffered: () => (wire.held ?? []).reduce((sum, frame) => sum + frame.length, 0),
    close: (code: number) => {
      closed = closeReasonOf(code)
      queueMicrotask(() => wire.inlet?.gone())
    },
  }
  wire.inlet = rooms.join(socket, visit)
  say(encodeStep1(Y.encodeStateVector(ydoc)))
  for (const frame of wire.early.splice(0)) say(frame)

  return {
    ydoc,
    heard,
    events: () => heard.flatMap((message) => (message.type === 'event' ? [message.event] : [])),
    acked: () => heard.reduce((most, message) => (message.type === 'ack' ? Math.max(most, message.writes) : most), 0),
    sent: () => sent,
    closedBy: () => closed,
    presence: () => presence,
    say,
    sayAgain: () => {
      if (lastWrite && closed === null) write(lastWrite)
    },
    tellPresence: (state, as = {}) => {
      clock += 1
      say(encodeAwareness(writeAwareness([{ clientId: ydoc.clientID, clock, state: JSON.stringify(state), ...as }])))
    },
    stop: () => {
      wire.held ??= []
    },
    read: () => {
      const waiting = wire.held ?? []
      wire.held = null
      for (const frame of waiting) hear(frame)
    },
    receipt: () => {
      const last = heard.findLast((message) => message.type === 'event' && 'receipt' in message.event)
      return last?.type === 'event' && 'receipt' in last.event ? last.event.receipt : undefined
    },
    leave: () => wire.inlet?.gone(),
  }
}
