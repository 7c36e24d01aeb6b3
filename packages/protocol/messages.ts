import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { parseEvent, type RoomEvent } from './events.ts'

/** The numbers of the wire: 0 to 3 are y-websocket's, 4 to 6 are ours. One message stands in one binary frame. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  ack: 4,
  event: 5,
  presence: 6,
} as const
export const syncTypes = { step1: 0, step2: 1, update: 2 } as const

/** The subprotocol that both sides speak, and the prefix under which a ticket travels beside it. */
export const subprotocol = 'polder.v1'
/** The same without acknowledgements and events, for a stock y-websocket client: it complains of types that it lacks. */
export const plainSubprotocol = 'polder.v1.plain'
export const ticketPrefix = 'ticket.'

/** What a client may send; everything else is malformed. */
export type ClientMessage =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'write'; readonly kind: 'step2' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'presence'; readonly slot: number; readonly bytes: Uint8Array }

/** What the server may send. */
export type ServerMessage =
  | { readonly type: 'step1'; readonly stateVector: Uint8Array }
  | { readonly type: 'write'; readonly kind: 'step2' | 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'ack'; readonly writes: number }
  | { readonly type: 'event'; readonly event: RoomEvent }
  | { readonly type: 'presence'; readonly states: readonly PresenceOf[] }

/** What one connection shows in one slot, in bytes that only clients read. A new state of a slot replaces the last. */
export type PresenceOf = { readonly connection: number; readonly slot: number; readonly bytes: Uint8Array }

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const syncFrame =
  (type: number) =>
  (bytes: Uint8Array): Uint8Array =>
    frame((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      encoding.writeVarUint(encoder, type)
      encoding.writeVarUint8Array(encoder, bytes)
    })

/** "This is what I have": a state vector. */
export const encodeStep1 = syncFrame(syncTypes.step1)
/** "This is what you lack": an update that answers a step 1. */
export const encodeStep2 = syncFrame(syncTypes.step2)
/** "This is new": an update. */
export const encodeUpdate = syncFrame(syncTypes.update)

/** A standard awareness update, as y-protocols encodes it. */
export const encodeAwareness = (update: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })

/** An empty awareness update: says nothing, and keeps stock clients from thinking that the server is gone. */
export const keepaliveFrame: Uint8Array = encodeAwareness(Uint8Array.of(0))

/** "This is what I show of myself now", in one slot. */
export const encodeOwnPresence = (slot: number, bytes: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.presence)
    encoding.writeVarUint(encoder, slot)
    encoding.writeUint8Array(encoder, bytes)
  })

/** "This is what these connections show now": a few bytes each, for clients that speak it. */
export const encodePresence = (states: readonly PresenceOf[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.presence)
    for (const { connection, slot, bytes } of states) {
      encoding.writeVarUint(encoder, connection)
      encoding.writeVarUint(encoder, slot)
      encoding.writeVarUint8Array(encoder, bytes)
    }
  })

/** Reads the rest of a presence frame after its type, for a handler of the stock provider. */
export const readPresence = (decoder: decoding.Decoder): readonly PresenceOf[] => {
  const states: PresenceOf[] = []
  while (decoding.hasContent(decoder)) {
    states.push({
      connection: decoding.readVarUint(decoder),
      slot: decoding.readVarUint(decoder),
      bytes: decoding.readVarUint8Array(decoder),
    })
  }
  return states
}

/** "The first `writes` step 2 and update messages that I received on this socket are committed." */
export const encodeAck = (writes: number): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.ack)
    encoding.writeVarUint(encoder, writes)
  })

/** Something that is not the document: who is here, a lock, a role, a drain, a changed fact. */
export const encodeEvent = (event: RoomEvent): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.event)
    encoding.writeVarString(encoder, JSON.stringify(event))
  })

/** Reads the rest of an acknowledgement after its type, for a handler of the stock provider. */
export const readAck = (decoder: decoding.Decoder): number => decoding.readVarUint(decoder)

/** Reads the rest of an event after its type, for a handler of the stock provider. */
export const readEvent = (decoder: decoding.Decoder): Result<RoomEvent, 'unknown-event'> =>
  parseEvent(decoding.readVarString(decoder))

type Reader<Message> = (decoder: decoding.Decoder) => Message | null

const readSync = (decoder: decoding.Decoder): Extract<ServerMessage, { type: 'step1' | 'write' }> | null => {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (type === syncTypes.step1) return { type: 'step1', stateVector: bytes }
  if (type === syncTypes.step2) return { type: 'write', kind: 'step2', bytes }
  return type === syncTypes.update ? { type: 'write', kind: 'update', bytes } : null
}

const readAwareness = (decoder: decoding.Decoder) =>
  ({ type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }) as const

// One closed table for each direction: what is not in it does not exist.
const clientReaders: Readonly<Record<number, Reader<ClientMessage>>> = {
  [messageTypes.sync]: readSync,
  [messageTypes.awareness]: readAwareness,
  [messageTypes.queryAwareness]: () => ({ type: 'query-awareness' }),
  [messageTypes.presence]: (decoder) => ({
    type: 'presence',
    slot: decoding.readVarUint(decoder),
    bytes: decoding.readTailAsUint8Array(decoder),
  }),
}

const serverReaders: Readonly<Record<number, Reader<ServerMessage>>> = {
  [messageTypes.sync]: readSync,
  [messageTypes.awareness]: readAwareness,
  [messageTypes.ack]: (decoder) => ({ type: 'ack', writes: readAck(decoder) }),
  [messageTypes.event]: (decoder) => {
    const event = readEvent(decoder)
    return event.ok ? { type: 'event', event: event.value } : null
  },
  [messageTypes.presence]: (decoder) => ({ type: 'presence', states: readPresence(decoder) }),
}

const decodeBy =
  <Message>(readers: Readonly<Record<number, Reader<Message>>>) =>
  (bytes: Uint8Array): Result<Message, 'malformed'> => {
    try {
      const decoder = decoding.createDecoder(bytes)
      const message = readers[decoding.readVarUint(decoder)]?.(decoder) ?? null
      return message !== null && !decoding.hasContent(decoder) ? ok(message) : refuse('malformed')
    } catch {
      return refuse('malformed')
    }
  }

/** Reads a frame that came from a client; trailing bytes, server-only types and unknown numbers are malformed. */
export const decodeClientMessage = decodeBy(clientReaders)

/** Reads a frame that came from the server. */
export const decodeServerMessage = decodeBy(serverReaders)
