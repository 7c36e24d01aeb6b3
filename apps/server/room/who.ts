import type { PresentConnection, RoomEvent } from '#protocol/events.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'

/** Tells a room who came and who left: at once among a few, gathered in a crowd that comes in together. */
export type WhoNews = {
  readonly came: (connection: number) => void
  readonly left: (connection: number) => void
  readonly close: () => void
}

type WhoNewsDeps = {
  readonly clock: Clock
  readonly limits: Limits
  readonly size: () => number
  /** A connection as others may know it now; `null` when it has gone. */
  readonly present: (connection: number) => PresentConnection | null
  readonly tell: (event: RoomEvent) => void
}

/** Up to so many hear of each other one by one. */
const few = 20

export const createWhoNews = ({ clock, limits, size, present, tell }: WhoNewsDeps): WhoNews => {
  const arrived = new Set<number>()
  const gone = new Set<number>()
  let stopTimer: (() => void) | null = null

  const flush = (): void => {
    stopTimer?.()
    stopTimer = null
    const connections = [...arrived].flatMap((connection) => present(connection) ?? [])
    arrived.clear()
    if (connections.length > 0) tell({ type: 'who', connections })
    if (gone.size > 0) tell({ type: 'who-left', connections: [...gone] })
    gone.clear()
  }
  const soon = (): void => {
    if (size() <= few) flush()
    else stopTimer ??= clock.after(limits.presenceTickMs, flush)
  }

  return {
    came: (connection) => {
      arrived.add(connection)
      soon()
    },
    left: (connection) => {
      arrived.delete(connection)
      gone.add(connection)
      soon()
    },
    close: () => stopTimer?.(),
  }
}
