import type { Limits } from '#protocol/limits.ts'
import type { Clock } from '../clock.ts'

/** Who speaks: one socket of one participant. */
export type Speaker = { readonly number: number; readonly participant: string }

/** What both forms of presence are given. */
export type PresenceDeps = {
  readonly clock: Clock
  readonly limits: Limits
  /** How many connections the room has. */
  readonly size: () => number
  /** Sends one frame to everybody who reads this form and keeps up. */
  readonly send: (frame: Uint8Array) => void
  /** A connection used a client id that it did not have before. */
  readonly onNewId: (connection: number) => void
}
