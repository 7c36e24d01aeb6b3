import type { PresentConnection, RoomEvent } from '#protocol/events.ts'
import type { Limits } from '#protocol/limits.ts'
import type { Access } from '../authority.ts'
import type { Clock } from '../clock.ts'
import type { Connection } from './connection.ts'

type Welcome = {
  readonly access: Access
  readonly document: { readonly seq: number; readonly epoch: number }
  readonly receipt: string
  /** A Yjs client id that nobody used here. */
  readonly clientId: number
  readonly shapeVersion: number
  readonly clock: Clock
  readonly limits: Limits
}

/** The first thing that a connection hears: who it is here, and what it may. */
export const helloOf = (
  { number, visit }: Connection,
  { access, document, receipt, clientId, shapeVersion, clock, limits }: Welcome,
): RoomEvent => ({
  type: 'hello',
  connection: number,
  seq: document.seq,
  epoch: document.epoch,
  clientId,
  participantId: visit.participantId,
  role: access.role,
  canWrite: access.write,
  locked: access.writeRefusal === 'locked',
  shapeVersion,
  serverTime: clock.now(),
  receipt,
  limits: {
    updateBytes: limits.updateBytes,
    step2Bytes: limits.step2Bytes,
    presencePerSecond: limits.presencePerSecond,
  },
})

/** A connection as others may know it. */
export const presentOf = ({ number, visit, access }: Connection, clientIds: readonly number[]): PresentConnection => ({
  connection: number,
  clientIds: [...clientIds],
  participantId: visit.participantId,
  name: access.name,
  perspective: access.perspective,
  role: access.role,
})
