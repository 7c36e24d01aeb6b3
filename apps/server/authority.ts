import type { Id } from '#kernel/id.ts'
import type { Result } from '#kernel/result.ts'
import type { ConnectionRole } from '#protocol/events.ts'

/** What one participant may do in one document at this moment, and who they are. */
export type Access = {
  readonly read: boolean
  readonly write: boolean
  /** Why `write` is false; a lock hands the words back (4409), all else closes with 4403 or 4426. */
  readonly writeRefusal?: 'locked' | 'read-only' | 'client-too-old'
  /**
   * Changes when the participant's role, rights, name or perspective change: the connection is then closed and
   * knocks again. A lock must not change it.
   */
  readonly version: number
  readonly name: string | null
  readonly perspective: string | null
  readonly role: ConnectionRole
  /** The running session and step, noted beside the items that are made now. */
  readonly sessionId: string | null
  readonly activityId: string | null
}

/**
 * The one policy, asked at the door and again at every message. It must answer at once from memory.
 * `null` is: there is no such workspace, document or participant (any more).
 */
export type Authority = {
  readonly access: (
    workspaceId: Id<'Workspace'>,
    documentId: Id<'Document'>,
    participantId: Id<'Participant'>,
  ) => Access | null
}

/** What a ticket says when it is handed in. */
export type TicketHolder = {
  readonly workspaceId: Id<'Workspace'>
  readonly participantId: Id<'Participant'>
  readonly room: string
}

/** Tickets open one socket, once, within 30 seconds. `redeem` uses the ticket up whatever it answers. */
export type Tickets = {
  readonly redeem: (
    ticket: string,
    knock: { readonly room: string; readonly cookie: string | undefined },
  ) => Result<TicketHolder, 'unknown' | 'expired' | 'other-room' | 'other-session'>
}
