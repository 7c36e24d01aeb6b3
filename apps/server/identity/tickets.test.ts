import { expect, test } from 'vitest'
import { createTicketDesk } from './tickets.ts'

const clockAt = (at: { now: number }) => ({ now: () => at.now, after: () => () => undefined })
const holder = { workspaceId: 'w', participantId: 'p', room: 'w.evidence' }
const knock = { room: 'w.evidence', cookie: 'ada' }

test('a ticket opens one socket, once', () => {
  const desk = createTicketDesk(clockAt({ now: 0 }), 30)
  const ticket = desk.issue(holder, 'ada')
  expect(desk.redeem(ticket, knock)).toEqual({ ok: true, value: holder })
  expect(desk.redeem(ticket, knock)).toEqual({ ok: false, reason: 'unknown' })
})

test('a ticket is for one room, one browser and thirty seconds, and is used up by a wrong knock', () => {
  const at = { now: 0 }
  const desk = createTicketDesk(clockAt(at), 30)
  const refusalOf = (change: Partial<typeof knock>) => {
    const ticket = desk.issue(holder, 'ada')
    const first = desk.redeem(ticket, { ...knock, ...change })
    expect(desk.redeem(ticket, knock)).toEqual({ ok: false, reason: 'unknown' })
    return first
  }
  expect(refusalOf({ room: 'w.workspace' })).toEqual({ ok: false, reason: 'other-room' })
  expect(refusalOf({ cookie: 'bram' })).toEqual({ ok: false, reason: 'other-session' })
  const late = desk.issue(holder, 'ada')
  at.now = 30_001
  expect(desk.redeem(late, knock)).toEqual({ ok: false, reason: 'expired' })
})

test('a program has no cookie to show', () => {
  const desk = createTicketDesk(clockAt({ now: 0 }), 30)
  expect(desk.redeem(desk.issue(holder, undefined), { room: 'w.evidence', cookie: undefined }).ok).toBe(true)
})
