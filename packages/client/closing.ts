import { closeReasonOf, isPermanentClose, type CloseReason } from '#protocol/close-reason.ts'

/** What the end of a socket means for whoever sat there. */
export type Closing =
  /** Weather: coming back later is sensible. */
  | { readonly kind: 'weather' }
  /** A decision. `refused` is about what was typed: its words are handed back. */
  | { readonly kind: 'refused' | 'ended'; readonly reason: CloseReason; readonly mayKnockAgain: boolean }

/** Closes after which a new ticket may open the door again. */
const knockAgainAfter: ReadonlySet<CloseReason> = new Set(['forbidden', 'unauthenticated'])
const refusals: ReadonlySet<CloseReason> = new Set([
  'rejected',
  'too-large',
  'malformed',
  'frame-too-large',
  'epoch-changed',
  'client-too-old',
])

/** Reads a close code; `wasRejected` when the server had said before that it does not take what was written. */
export const closingOf = (code: number | undefined, wasRejected: boolean): Closing => {
  const reason = code === undefined ? null : closeReasonOf(code)
  if (code === undefined || reason === null || !isPermanentClose(code)) return { kind: 'weather' }
  // What was refused once would be refused again.
  if (wasRejected) return { kind: 'refused', reason, mayKnockAgain: false }
  return { kind: refusals.has(reason) ? 'refused' : 'ended', reason, mayKnockAgain: knockAgainAfter.has(reason) }
}
