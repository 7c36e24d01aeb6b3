import type { Awareness } from 'y-protocols/awareness'
import { presenceSchema, type Other, type Presence, type PresenceState } from '#domain/presence.ts'
import type { PresentConnection } from '#protocol/events.ts'

/** At most this many changes a second leave; carets in between are skipped, the last one always goes. */
const ticksPerSecond = 15

export type PresenceHub = {
  readonly presence: Presence
  /** The server told who some connections are. */
  readonly arrived: (connections: readonly PresentConnection[]) => void
  readonly left: (connections: readonly number[]) => void
  /** The server let this client in: what it shows goes out anew, because others took its last farewell as final. */
  readonly welcomed: () => void
  /** The socket closed: nobody is known to be here. */
  readonly reset: () => void
  readonly close: () => void
}

/** Joins what others show of themselves with who they are as the server says it. */
export const createPresence = (awareness: Awareness): PresenceHub => {
  const people = new Map<number, PresentConnection>()
  const listeners = new Set<() => void>()
  const known = new Map<number, Other>()
  let others: readonly Other[] = []

  const refresh = () => {
    const next: Other[] = []
    for (const person of people.values()) {
      for (const clientId of person.clientIds) {
        if (clientId === awareness.clientID) continue
        const other = keep(known.get(clientId), person, clientId, awareness.getStates().get(clientId))
        known.set(clientId, other)
        next.push(other)
      }
    }
    if (next.length === others.length && next.every((other, at) => other === others[at])) return
    others = next
    for (const listener of listeners) listener()
  }
  awareness.on('change', refresh)
  const outbox = createOutbox(awareness)

  return {
    presence: {
      others: () => others,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      set: outbox.set,
    },
    arrived: (connections) => {
      for (const connection of connections) people.set(connection.connection, connection)
      refresh()
    },
    left: (connections) => {
      for (const connection of connections) people.delete(connection)
      refresh()
    },
    welcomed: () => awareness.setLocalState(awareness.getLocalState() ?? {}),
    reset: () => {
      people.clear()
      refresh()
    },
    close: () => {
      outbox.close()
      awareness.off('change', refresh)
      listeners.clear()
    },
  }
}

const keep = (before: Other | undefined, person: PresentConnection, clientId: number, raw: unknown): Other => {
  const parsed = presenceSchema.safeParse(raw ?? {})
  const state: PresenceState = parsed.success ? parsed.data : {}
  const same =
    before !== undefined &&
    before.name === (person.name ?? '') &&
    before.perspective === (person.perspective ?? '') &&
    JSON.stringify(before.state) === JSON.stringify(state)
  if (same) return before
  const role = person.role === 'screen' ? 'observer' : person.role
  return {
    clientId,
    participantId: person.participantId,
    name: person.name ?? '',
    perspective: person.perspective ?? '',
    role,
    state,
  }
}

const createOutbox = (awareness: Awareness) => {
  let waiting: PresenceState | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    if (!waiting) return
    awareness.setLocalState(waiting)
    waiting = undefined
    timer = setTimeout(flush, 1000 / ticksPerSecond)
  }
  return {
    set: (patch: PresenceState) => {
      waiting = { ...(waiting ?? awareness.getLocalState() ?? {}), ...patch }
      if (timer === undefined) flush()
    },
    close: () => clearTimeout(timer),
  }
}
