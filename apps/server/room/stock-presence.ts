import { encodeAwareness } from '#protocol/messages.ts'
import { goneState, readAwareness, writeAwareness, type AwarenessState } from './awareness.ts'
import { createCoalescer } from './coalescer.ts'
import type { PresenceDeps, Speaker } from './presence-deps.ts'

/** Presence in the standard form of y-protocols, for clients that know no other. */
export type StockPresence = {
  /** Somebody speaks; false when it cannot be read. What they say of ids that are not theirs is passed over. */
  readonly hear: (speaker: Speaker, bytes: Uint8Array) => boolean
  /** All that is known now as one frame; `null` when there is nobody. */
  readonly everybody: () => Uint8Array | null
  readonly idsOf: (connection: number) => readonly number[]
  readonly left: (connection: number) => void
  readonly close: () => void
}

type Entry = AwarenessState & { readonly speaker: Speaker }

/** Stock clients forget whom they did not hear of for 30 s. */
const repeatMs = 12_000
const overhead = 12

export const createStockPresence = (deps: PresenceDeps): StockPresence => {
  const { limits } = deps
  const entries = new Map<number, Entry>()
  const news = createCoalescer<number>({
    ...deps,
    repeatMs,
    send: (ids) => {
      const states = ids.flatMap((id) => entries.get(id) ?? [])
      deps.send(encodeAwareness(writeAwareness(states)))
      for (const { clientId, state } of states) if (state === goneState) forget(clientId)
    },
  })
  const forget = (id: number): void => {
    entries.delete(id)
    news.forget(id)
  }
  const note = (entry: Entry): void => {
    entries.set(entry.clientId, entry)
    news.note(entry.clientId, entry.state.length + overhead)
  }
  const idsOf = (connection: number) =>
    [...entries.values()].flatMap(({ clientId, speaker }) => (speaker.number === connection ? [clientId] : []))

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
    if (known?.state === told.state) entries.set(told.clientId, { ...told, speaker })
    else note({ ...told, speaker })
    if (isNew) deps.onNewId(speaker.number)
  }

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
      for (const entry of entries.values()) {
        // At the same clock: clients take that for a farewell, and a return has a higher one.
        if (entry.speaker.number === connection) note({ ...entry, state: goneState })
      }
    },
    close: news.close,
  }
}
