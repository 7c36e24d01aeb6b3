import { encodeAwareness } from '#protocol/messages.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'
import { goneState, readAwareness, writeAwareness, type AwarenessState } from './awareness.ts'

/** Who speaks: one socket of one participant. */
export type Speaker = { readonly number: number; readonly participant: string }

/** Where everybody in a room is now; never stored, and never what a client says of others. */
export type PresenceDesk = {
  /** Somebody speaks; false when it cannot be read. What they say of ids that are not theirs is passed over. */
  readonly hear: (speaker: Speaker, bytes: Uint8Array) => boolean
  /** All that is known now as one frame, for somebody who comes in; `null` when there is nobody. */
  readonly everybody: () => Uint8Array | null
  readonly idsOf: (connection: number) => readonly number[]
  readonly left: (connection: number) => void
  readonly close: () => void
}

type PresenceDeps = {
  readonly clock: Clock
  readonly limits: Limits
  /** How many connections the room has. */
  readonly size: () => number
  /** Sends one frame to everybody who keeps up. */
  readonly send: (frame: Uint8Array) => void
  /** A connection used an id that it did not have before. */
  readonly onNewId: (connection: number) => void
}

type Entry = AwarenessState & { readonly speaker: Speaker; readonly sentAt: number }

/** Clients forget whom they did not hear of for 30 s. */
const repeatMs = 12_000
const crowd = 50
const crowdTickMs = 125
/** To each client, so that a full room stays within the line of a slow phone. */
const bytesPerSecond = 40_000

export const createPresenceDesk = (deps: PresenceDeps): PresenceDesk => {
  const { clock, limits } = deps
  const entries = new Map<number, Entry>()
  const changed = new Set<number>()
  let timer: { readonly at: number; readonly cancel: () => void } | null = null

  const tickMs = () => (deps.size() > crowd ? crowdTickMs : limits.presenceTickMs)
  const wakeIn = (ms: number): void => {
    const at = clock.now() + ms
    if (timer && timer.at <= at) return
    timer?.cancel()
    timer = { at, cancel: clock.after(ms, tick) }
  }
  const tick = (): void => {
    timer = null
    const now = clock.now()
    const due = [...entries.values()].filter(
      ({ clientId, sentAt }) => changed.has(clientId) || now - sentAt >= repeatMs,
    )
    // Who waited longest goes first; what does not fit waits for the next tick, in its newest form by then.
    const longest = due.toSorted((a, b) => a.sentAt - b.sentAt)
    const sent = withinBudget(longest, (bytesPerSecond * tickMs()) / 1000)
    for (const entry of sent) {
      changed.delete(entry.clientId)
      if (entry.state === goneState) entries.delete(entry.clientId)
      else entries.set(entry.clientId, { ...entry, sentAt: now })
    }
    if (sent.length > 0) deps.send(encodeAwareness(writeAwareness(sent)))
    if (entries.size > 0) wakeIn(changed.size > 0 ? tickMs() : repeatMs)
  }
  const note = (entry: Entry): void => {
    entries.set(entry.clientId, entry)
    changed.add(entry.clientId)
    wakeIn(tickMs())
  }

  const hearOne = (speaker: Speaker, told: AwarenessState): void => {
    const known = entries.get(told.clientId)
    // Somebody else's id, a farewell of nobody, or news that is older than what is known.
    if (
      known ? known.speaker.participant !== speaker.participant || told.clock < known.clock : told.state === goneState
    )
      return
    if (told.state.length > limits.presenceBytes) return
    // A person who came back has their old id on a new socket.
    const isNew = known?.speaker.number !== speaker.number
    if (isNew && idsOf(speaker.number).length >= limits.presenceIds) return
    const entry = { ...told, speaker, sentAt: known?.sentAt ?? 0 }
    if (known?.state === told.state) entries.set(told.clientId, entry)
    else note(entry)
    if (isNew) deps.onNewId(speaker.number)
  }
  const idsOf = (connection: number) =>
    [...entries.values()].flatMap(({ clientId, speaker }) => (speaker.number === connection ? [clientId] : []))

  return {
    idsOf,
    hear: (speaker, bytes) => {
      const states = readAwareness(bytes)
      if (!states.ok) return false
      for (const state of states.value) hearOne(speaker, state)
      return true
    },
    everybody: () => {
      const present = [...entries.values()].filter(({ state }) => state !== goneState)
      return present.length === 0 ? null : encodeAwareness(writeAwareness(present))
    },
    left: (connection) => {
      for (const entry of [...entries.values()]) {
        // At the same clock: clients take that for a farewell, and a return has a higher one.
        if (entry.speaker.number === connection) note({ ...entry, state: goneState })
      }
    },
    close: () => {
      timer?.cancel()
      entries.clear()
    },
  }
}

const withinBudget = (entries: readonly Entry[], budget: number): readonly Entry[] => {
  let bytes = 0
  return entries.filter(({ state }, at) => {
    bytes += state.length + 12
    return at === 0 || bytes <= budget
  })
}
