import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Presence } from '#domain/presence.ts'
import type { RoomEvent } from '#protocol/events.ts'
import {
  encodeOwnPresence,
  messageTypes,
  readAck,
  readEvent,
  readPresence,
  subprotocol,
  ticketPrefix,
} from '#protocol/messages.ts'
import { backoffMs } from './backoff.ts'
import { closingOf } from './closing.ts'
import { createOutgoing } from './outgoing.ts'
import { createPresence } from './presence.ts'
import { createSocketClass } from './socket.ts'
import { firstFacts, statusOf, type Facts, type Status } from './status.ts'
import { createTelling } from './telling.ts'

/** A ticket for one socket, or why there is none: `weather` is worth trying again. */
export type TicketAnswer =
  | { readonly ticket: string }
  | { readonly refusal: 'forbidden' | 'gone' | 'signed-out' | 'weather' }

/** Facts that outlive a page. */
export type Memory = {
  /** The server's last proof of what it had committed, the life of the document that the copy is of, changes unsaved. */
  readonly recall: () => Promise<{ readonly receipt?: string; readonly epoch?: number; readonly unsaved?: number }>
  readonly remember: (key: 'receipt' | 'epoch' | 'unsaved', value: string | number) => void
}

export type ConnectOptions = {
  /** Where sockets open: `ws://host/sync`. */
  readonly url: string
  readonly room: string
  readonly ydoc: Y.Doc
  readonly getTicket: () => Promise<TicketAnswer>
  /** What is kept beside the copy on this device. */
  readonly memory?: Memory
  readonly onEvent?: (event: RoomEvent) => void
  readonly Socket?: typeof WebSocket
  readonly random?: () => number
}

export type Connection = {
  readonly status: () => Status
  readonly subscribe: (listener: () => void) => () => void
  readonly presence: Presence
  /** What was typed here and never acknowledged, as plain words. */
  readonly unsavedWords: () => string
  /** The copy on this device was read (or could not be kept). */
  readonly copyRead: (kept: boolean) => void
  /** Tries again now. */
  readonly retry: () => void
  /** The device was asleep or without a network: whether the socket still lives is looked at now. */
  readonly wake: () => void
  readonly close: () => void
}

/** Keeps one document in step with the server, through the stock y-websocket provider. */
export const connect = (options: ConnectOptions): Connection => {
  const { ydoc, room, random = Math.random, Socket = WebSocket } = options
  let facts: Facts = firstFacts
  const telling = createTelling(statusOf(facts))
  const outgoing = createOutgoing()
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let spreadMs = 0
  let secondChance = true
  let wasRejected = false
  let receipt: string | undefined
  let epoch: number | undefined
  let wasUnsaved = false

  const learn = (news: Partial<Facts>) => {
    facts = { ...facts, ...news }
    const saved = facts.open && facts.synced && facts.sent === facts.acked
    if (saved && facts.unsaved > 0) {
      outgoing.settled()
      facts = { ...facts, unsaved: 0 }
    }
    if (facts.unsaved > 0 !== wasUnsaved || (!facts.open && news.unsaved !== undefined)) {
      wasUnsaved = facts.unsaved > 0
      options.memory?.remember('unsaved', facts.unsaved)
    }
    telling.learn(statusOf(facts))
  }

  const provider = new WebsocketProvider(options.url, room, ydoc, {
    connect: false,
    disableBc: true,
    // Coming back is ours: with a fresh ticket, spread out, and not after a decision of the server.
    shouldReconnect: () => false,
    WebSocketPolyfill: createSocketClass(Socket, {
      wrote: (frame) => {
        outgoing.sent(frame)
        learn({ sent: facts.sent + 1 })
      },
      isOwn: (clientId) => clientId === ydoc.clientID,
    }),
  })
  // Our own presence goes in a shorter form; the standard one is only listened to.
  provider.awareness.setLocalState(null)
  const hub = createPresence({
    awareness: provider.awareness,
    send: (slot, bytes) => provider.ws?.send(Uint8Array.from(encodeOwnPresence(slot, bytes))),
  })

  const onUpdate = (update: Uint8Array, origin: unknown, _ydoc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === provider || !transaction.local) return
    outgoing.typed(update)
    learn({ unsaved: facts.unsaved + 1 })
  }
  ydoc.on('update', onUpdate)

  const onEvent = (event: RoomEvent) => {
    if (event.type === 'hello') {
      // A lock takes writing away for a while; who may never write stays a reader when it is lifted.
      const writer = event.role === 'facilitator' || event.role === 'contributor'
      learn({ mayWrite: event.canWrite || (event.locked && writer), locked: event.locked })
      hub.welcomed(event.connection)
      keepReceipt(event.receipt)
      epoch = event.epoch
      options.memory?.remember('epoch', epoch)
      // Who wrote nothing yet takes the id that nobody used here; one drawn by chance may be somebody's.
      if (Y.getState(ydoc.store, ydoc.clientID) === 0) takeClientId(event.clientId)
    } else if (event.type === 'who') hub.arrived(event.connections)
    else if (event.type === 'who-left') hub.left(event.connections)
    else if (event.type === 'lock' && room.endsWith(`.${event.documentId}`)) learn({ locked: event.locked })
    else if (event.type === 'role') learn({ mayWrite: event.canWrite })
    else if (event.type === 'drain') spreadMs = event.spreadMs
    else if (event.type === 'rejected') wasRejected = true
    else if (event.type === 'receipt') keepReceipt(event.receipt)
    options.onEvent?.(event)
  }
  provider.messageHandlers[messageTypes.ack] = (_encoder, decoder) => {
    const acked = readAck(decoder)
    outgoing.acked(acked)
    learn({ acked })
  }
  provider.messageHandlers[messageTypes.presence] = (_encoder, decoder) => hub.shown(readPresence(decoder))
  provider.messageHandlers[messageTypes.event] = (_encoder, decoder) => {
    const event = readEvent(decoder)
    if (event.ok) onEvent(event.value)
  }

  const keepReceipt = (next: string) => {
    receipt = next
    options.memory?.remember('receipt', next)
  }
  const takeClientId = (id: number) => {
    ydoc.clientID = id
    // The provider says goodbye under the document's id and must find it there.
    provider.awareness.clientID = id
    provider.awareness.setLocalState(null)
  }

  const recalled = options.memory?.recall().then((known) => {
    receipt ??= known.receipt
    epoch ??= known.epoch
    // What an earlier page could not bring away still stands in the copy.
    if (known.unsaved && !facts.everSynced) learn({ unsaved: facts.unsaved + known.unsaved })
  })
  const knock = async () => {
    clearTimeout(timer)
    timer = undefined
    if (closed || facts.ended || provider.ws) return
    const answer = await options.getTicket().catch((): TicketAnswer => ({ refusal: 'weather' }))
    if (closed || provider.ws) return
    if ('ticket' in answer) {
      await recalled
      if (closed || provider.ws) return
      provider.params = {
        ...(receipt === undefined ? {} : { receipt }),
        ...(epoch === undefined ? {} : { epoch: String(epoch) }),
      }
      provider.protocols = [subprotocol, ticketPrefix + answer.ticket]
      provider.connect()
    } else if (answer.refusal === 'weather') comeBack()
    else
      learn({ ended: { kind: 'ended', reason: answer.refusal === 'signed-out' ? 'unauthenticated' : answer.refusal } })
  }
  const comeBack = () => {
    const tries = facts.tries + 1
    learn({ tries })
    const waitMs = spreadMs > 0 ? random() * spreadMs : backoffMs(tries, random)
    spreadMs = 0
    timer = setTimeout(() => void knock(), waitMs)
  }

  const onClosed = (code: number | undefined) => {
    hub.reset()
    provider.shouldConnect = false
    learn({ open: false, synced: false, sent: 0, acked: 0 })
    if (closed) return
    const closing = closingOf(code, wasRejected)
    if (closing.kind === 'weather') comeBack()
    // A role that changed closes too: knocking once more shows whether there is still a way in.
    else if (closing.mayKnockAgain && secondChance) {
      secondChance = false
      // Not at once: the provider lets go of its old socket after it told us.
      timer = setTimeout(() => void knock(), 0)
    } else learn({ ended: { kind: closing.kind, reason: closing.reason } })
  }
  provider.on('connection-close', (event: CloseEvent | null) => {
    // Without an event the provider closed by itself, and would return with the used ticket.
    onClosed(event?.code)
  })
  provider.on('status', ({ status: state }: { status: string }) => {
    if (state !== 'connected') return
    outgoing.opened()
    learn({ open: true, sent: 0, acked: 0 })
  })
  provider.on('sync', (synced: boolean) => {
    if (synced) {
      secondChance = true
      learn({ synced, everSynced: true, tries: 0 })
    } else learn({ synced })
  })
  void knock()

  return {
    status: telling.status,
    subscribe: telling.subscribe,
    presence: hub.presence,
    unsavedWords: outgoing.words,
    copyRead: (keptHere) => learn({ copyRead: facts.copyRead || (keptHere && !isBlank(ydoc)), keptHere }),
    retry: () => void knock(),
    wake: () => {
      const silentMs = Date.now() - provider.wsLastMessageReceived
      // The server says something every 20 s; a socket that was silent longer is dead, though nobody told us.
      if (facts.open && silentMs > silenceMs) provider.ws?.close()
      else void knock()
    },
    close: () => {
      closed = true
      clearTimeout(timer)
      ydoc.off('update', onUpdate)
      hub.close()
      provider.destroy()
      provider.awareness.destroy()
      telling.close()
    },
  }
}

const silenceMs = 25_000

const isBlank = (ydoc: Y.Doc): boolean => ydoc.store.clients.size === 0
