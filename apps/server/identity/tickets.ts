import { ok, refuse } from '#kernel/result.ts'
import type { TicketHolder, Tickets } from '../authority.ts'
import type { Clock } from '../clock.ts'
import { hashSecret, newSecret } from './secrets.ts'

export type TicketDesk = Tickets & { readonly issue: (holder: TicketHolder, session: string | undefined) => string }

type Issued = { readonly holder: TicketHolder; readonly session: string | undefined; readonly expires: number }

/** Hands out tickets and takes them in, once each. They live in memory: a restart makes everybody ask again. */
export const createTicketDesk = (clock: Clock, lifeSeconds: number): TicketDesk => {
  const issued = new Map<string, Issued>()
  return {
    issue: (holder, session) => {
      const ticket = newSecret()
      for (const [hash, one] of issued) if (one.expires < clock.now()) issued.delete(hash)
      issued.set(hashSecret(ticket), {
        holder,
        session: session && hashSecret(session),
        expires: clock.now() + lifeSeconds * 1000,
      })
      return ticket
    },
    redeem: (ticket, { room, cookie }) => {
      const hash = hashSecret(ticket)
      const one = issued.get(hash)
      issued.delete(hash)
      if (!one) return refuse('unknown')
      if (one.expires < clock.now()) return refuse('expired')
      if (one.holder.room !== room) return refuse('other-room')
      // A ticket of a browser session opens nothing in another browser.
      if (one.session !== undefined && one.session !== (cookie && hashSecret(cookie))) return refuse('other-session')
      return ok(one.holder)
    },
  }
}
