import type { TicketAnswer } from '#client/connect.ts'
import { call } from './call.ts'
import type { Refusal } from './ask.ts'

/** A ticket that opens one socket of a room, or why there is none. */
export const getTicket = async (room: string): Promise<TicketAnswer> => {
  const answer = await call('ticket', { params: { room } })
  return answer.ok ? answer.value : { refusal: final[answer.code] ?? 'weather' }
}

// All other refusals pass by themselves.
const final: { readonly [code in Refusal['code']]?: 'signed-out' | 'forbidden' | 'gone' } = {
  'signed-out': 'signed-out',
  removed: 'forbidden',
  forbidden: 'forbidden',
  'not-found': 'gone',
}
