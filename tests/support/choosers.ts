import type { CallOf } from '#protocol/http-api.ts'
import { browserOf, type Caller } from './caller.ts'

/** A server somewhere. */
type Reached = { readonly url: string }
type Wish = CallOf<'createBallot'>['body']

/** Somebody with a device that keeps its receipt. */
export type Chooser = { readonly id: string; readonly caller: Caller; readonly receipt: string }

/** A receipt as a device would draw one, the same for the same name. */
export const receiptOf = (name: string): string => `receipt-of-${name.replaceAll(' ', '-')}`.padEnd(40, '_')

/** A workspace with a facilitator, and everything that people do in it with ballots. */
export const choosingWorld = async (server: Reached) => {
  const lead = browserOf(server)
  const { body } = await lead.call('createWorkspace', { body: { title: 'Samen', language: 'nl' } })
  const workspace = body.workspace.id
  const params = { workspace }
  const join = async (name: string, perspective = 'resident'): Promise<Chooser> => {
    const caller = browserOf(server)
    const joined = await caller.call('join', { body: { code: body.joinCode, name, perspective } })
    return { id: joined.body.participant.id, caller, receipt: receiptOf(name) }
  }
  const open = async (wish: Partial<Wish> = {}) => {
    const asked = { question: 'Gaan we dit doen?', method: 'consent' as const, options: [{ id: 'yes', text: 'Ja' }] }
    return (await lead.call('createBallot', { params, body: { ...asked, ...wish } })).body.id
  }
  const vote = (
    ballot: string,
    { caller, receipt }: Chooser,
    choice: Record<string, string | number>,
    more: { note?: string; receipt?: string } = {},
  ) => caller.call('vote', { params: { workspace, ballot }, body: { choice, receipt, ...more } })
  const move = (ballot: string, to: 'open' | 'closed' | 'next-round') =>
    lead.call('moveBallot', { params: { workspace, ballot }, body: { to } })
  const look = async (ballot: string, caller: Caller = lead) =>
    (await caller.call('ballots', { params })).body.ballots.find(({ id }) => id === ballot)
  const enter = (ballot: string, wish: Omit<CallOf<'enterVotes'>['body'], 'receipt'>, receipt = receiptOf('scribe')) =>
    lead.call('enterVotes', { params: { workspace, ballot }, body: { receipt, ...wish } })
  return { lead, workspace, params, join, open, vote, move, look, enter, joinCode: body.joinCode }
}
