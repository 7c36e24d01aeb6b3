import type { Awareness } from 'y-protocols/awareness'
import { stockPresence, type Other, type Presence, type PresenceState } from '#domain/presence.ts'
import type { PresentConnection } from '#protocol/events.ts'
import type { PresenceOf } from '#protocol/messages.ts'
import { decodePresenceState, encodePresenceState, presenceSlots, sameBytes } from './presence-codec.ts'

/** At most this many changes a second leave; carets in between are skipped, the last one always goes. */
const ticksPerSecond = 15

export type PresenceHub = {
  readonly presence: Presence
  /** The server let this client in, under a number; what it shows goes out anew. */
  readonly welcomed: (connection: number) => void
  /** The server told who some connections are. */
  readonly arrived: (connections: readonly PresentConnection[]) => void
  readonly left: (connections: readonly number[]) => void
  /** Others show something else now. */
  readonly shown: (states: readonly PresenceOf[]) => void
  /** The socket closed: nobody is known to be here. */
  readonly reset: () => void
  readonly close: () => void
}

type HubDeps = {
  /** Presence of clients that speak the standard form only. */
  readonly awareness: Awareness
  readonly send: (slot: number, bytes: Uint8Array) => void
}

type Slots = readonly [place?: Uint8Array | undefined, motion?: Uint8Array | undefined]

/** How somebody was last seen, and from what that was read. */
type Known = { readonly person: PresentConnection; readonly from: unknown; readonly other: Other }

/** Joins what others show of themselves with who they are as the server says it. */
export const createPresence = ({ awareness, send }: HubDeps): PresenceHub => {
  const people = new Map<number, PresentConnection>()
  const slots = new Map<number, Slots>()
  const listeners = new Set<() => void>()
  const known = new Map<number, Known>()
  let own: number | null = null
  let others: readonly Other[] = []

  const refresh = () => {
    const next = [...people.values()].flatMap((person) => (person.connection === own ? [] : [seen(person)]))
    if (next.length === others.length && next.every((other, at) => other === others[at])) return
    others = next
    for (const listener of listeners) listener()
  }
  // Of a hundred people few show something new at a time; the others are not looked at again.
  const seen = (person: PresentConnection): Other => {
    const { connection, clientIds } = person
    const shown = slots.get(connection)
    const from: unknown = shown ?? clientIds.map((id): unknown => awareness.getStates().get(id)).find(Boolean)
    const before = known.get(connection)
    if (before && before.person === person && before.from === from) return before.other
    const state = shown ? decodePresenceState(...shown) : stockPresence(from)
    const now = otherOf(person, state)
    // New bytes of the same person are always news.
    const other = shown && before?.person === person ? now : keep(before?.other, now)
    known.set(connection, { person, from, other })
    return other
  }
  // What changes many times a second is told once a frame.
  const later = createFrame(refresh, () => (people.size > crowd ? crowdMs : frameMs))
  awareness.on('change', later.ask)
  const outbox = createOutbox(send)

  return {
    presence: {
      others: () => others,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      set: outbox.set,
    },
    welcomed: (connection) => {
      own = connection
      outbox.sendAgain()
    },
    arrived: (connections) => {
      for (const connection of connections) people.set(connection.connection, connection)
      refresh()
    },
    left: (connections) => {
      for (const connection of connections) {
        people.delete(connection)
        slots.delete(connection)
        known.delete(connection)
      }
      refresh()
    },
    shown: (states) => {
      for (const { connection, slot, bytes } of states) {
        const before = slots.get(connection)
        const [place, motion] = before ?? []
        if (before && sameBytes(slot === presenceSlots.place ? place : motion, bytes)) continue
        slots.set(connection, slot === presenceSlots.place ? [bytes, motion] : [place, bytes])
      }
      later.ask()
    },
    reset: () => {
      people.clear()
      slots.clear()
      known.clear()
      outbox.stop()
      refresh()
    },
    close: () => {
      outbox.stop()
      later.stop()
      awareness.off('change', later.ask)
      listeners.clear()
    },
  }
}

const otherOf = (person: PresentConnection, state: PresenceState): Other => ({
  connection: person.connection,
  participantId: person.participantId,
  name: person.name ?? '',
  perspective: person.perspective ?? '',
  role: person.role === 'screen' ? 'observer' : person.role,
  state,
})

const keep = (before: Other | undefined, after: Other): Other => {
  if (!before || before.name !== after.name || before.perspective !== after.perspective || before.role !== after.role)
    return after
  const [was, is] = [encodePresenceState(before.state), encodePresenceState(after.state)]
  return sameBytes(was[0], is[0]) && sameBytes(was[1], is[1]) ? before : after
}

const frameMs = 40
/** Nobody follows this many people one by one, so they are told less often. */
const crowd = 40
const crowdMs = 100

const createFrame = (work: () => void, restMs: () => number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        work()
      }, restMs())
    },
    stop: () => clearTimeout(timer),
  }
}

const createOutbox = (send: HubDeps['send']) => {
  let state: PresenceState = {}
  let sent: readonly (Uint8Array | undefined)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOpen = false
  const flush = () => {
    timer = undefined
    if (!isOpen) return
    const now = encodePresenceState(state)
    const changed = now.flatMap((bytes, slot) => (sameBytes(bytes, sent[slot]) ? [] : [{ slot, bytes }]))
    if (changed.length === 0) return
    sent = now
    for (const { slot, bytes } of changed) send(slot, bytes)
    timer = setTimeout(flush, 1000 / ticksPerSecond)
  }
  return {
    set: (patch: PresenceState) => {
      state = { ...state, ...patch }
      if (timer === undefined) flush()
    },
    sendAgain: () => {
      isOpen = true
      sent = []
      flush()
    },
    stop: () => {
      isOpen = false
      clearTimeout(timer)
      timer = undefined
    },
  }
}
