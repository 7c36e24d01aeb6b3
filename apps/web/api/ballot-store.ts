import { QueryObserver, type QueryClient } from '@tanstack/react-query'
import type { Choice } from '#domain/choosing/methods.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import type { Ballot, Ballots, BallotSource, OwnVote } from '#react/ballots.ts'
import type { Outcome } from '#react/records.ts'
import type { Answer } from './ask.ts'
import { callChoosing, reasonOf } from './choosing-call.ts'
import { keepVote, ownVote } from './own-votes.ts'
import { isPermanentRefusal, Refused } from './refused.ts'
import { serverTime } from './server-time.ts'
import { workspaceKey } from './use-facts.ts'

/** How long until a vote that found no server is tried again, ms. */
const againMs = 2000

/** The ballots of a workspace: what the server tells, and my own votes as this device keeps them. */
export const createBallotStore = (queries: QueryClient, workspace: string): BallotSource => {
  const queryKey = [...workspaceKey(workspace), 'ballots']
  const listeners = new Set<() => void>()
  const refusals = new Map<string, string>()
  const sending = new Set<string>()
  const options = {
    queryKey,
    queryFn: async (): Promise<AnswerOf<'ballots'>> => {
      const sentAt = Date.now()
      const answer = await callChoosing('ballots', { params: { workspace } })
      if (!answer.ok) throw new Refused(answer)
      serverTime.learn({ sentAt, receivedAt: Date.now(), serverTime: answer.value.serverTime })
      return answer.value
    },
    refetchOnWindowFocus: 'always' as const,
    retry: (tries: number, error: Error) =>
      !(error instanceof Refused && isPermanentRefusal(error.refusal)) && tries < 3,
  }
  const observer = new QueryObserver(queries, options)

  const roundOf = ({ history }: Ballot): number => history.length
  const settled = async (asked: Promise<Answer<unknown>>): Promise<Outcome> => {
    const answer = await asked
    await queries.invalidateQueries({ queryKey })
    return answer.ok ? { ok: true } : { ok: false, reason: reasonOf(answer) }
  }
  const changed = (): void => {
    current = ballots()
    for (const listener of listeners) listener()
  }

  const send = async (ballot: Ballot): Promise<void> => {
    if (sending.has(ballot.id)) return
    sending.add(ballot.id)
    for (;;) {
      const vote = ownVote(workspace, ballot.id, roundOf(ballot))
      if (vote.sent || Object.keys(vote.choice).length === 0) break
      const { choice, receipt, note } = vote
      const body = { choice, receipt, ...(note === '' ? {} : { note }) }
      const answer = await callChoosing('vote', { params: { workspace, ballot: ballot.id }, body })
      const now = ownVote(workspace, ballot.id, roundOf(ballot))
      if (answer.ok && now.choice === vote.choice && now.note === vote.note)
        keepVote(workspace, ballot.id, { ...now, sent: true })
      else if (!answer.ok && isWeather(answer.code)) await new Promise((resolve) => setTimeout(resolve, againMs))
      else if (!answer.ok) {
        refusals.set(ballot.id, reasonOf(answer))
        break
      }
      changed()
    }
    sending.delete(ballot.id)
    changed()
  }

  const mine = (ballot: Ballot): OwnVote => {
    const vote = ownVote(workspace, ballot.id, roundOf(ballot))
    const refused = refusals.get(ballot.id)
    const said = Object.keys(vote.choice).length > 0
    if (!said) return { choice: ballot.mine.choice ?? {}, note: '', state: ballot.mine.choice ? 'kept' : 'none' }
    const state = refused === undefined ? (vote.sent ? 'kept' : 'waiting') : { refused }
    return { choice: vote.choice, note: vote.note, state }
  }

  const vote = (ballot: Ballot, choice: Choice, note?: string): void => {
    const before = ownVote(workspace, ballot.id, roundOf(ballot))
    refusals.delete(ballot.id)
    keepVote(workspace, ballot.id, { ...before, choice: { ...choice }, note: note ?? before.note, sent: false })
    changed()
    void send(ballot)
  }

  // What was said while nobody answered, and the page was closed over it, goes out when it is open again.
  const resend = (list: readonly Ballot[]): void => {
    for (const ballot of list) {
      const own = ownVote(workspace, ballot.id, roundOf(ballot))
      const waits = ballot.phase === 'open' && !own.sent && Object.keys(own.choice).length > 0
      if (waits && !refusals.has(ballot.id)) void send(ballot)
    }
  }

  const ballots = (): Ballots => ({
    list: observer.getCurrentResult().data?.ballots ?? null,
    mine,
    vote,
    open: (ballot) => {
      const asked = { ...ballot, options: ballot.options.map((option) => ({ ...option })) }
      const body = { ...asked, ...(ballot.settings ? { settings: { ...ballot.settings } } : {}), open: true }
      return settled(callChoosing('createBallot', { params: { workspace }, body }))
    },
    move: (ballot, to) => settled(callChoosing('moveBallot', { params: { workspace, ballot }, body: { to } })),
    enter: (ballot, { choice, ...votes }) =>
      settled(callChoosing('enterVotes', { params: { workspace, ballot }, body: { ...votes, choice: { ...choice } } })),
    sayNeed: (ballot, text) => settled(callChoosing('sayNeed', { params: { workspace, ballot }, body: { text } })),
    skipNeeds: (ballot, why) => settled(callChoosing('skipNeeds', { params: { workspace, ballot }, body: { why } })),
  })

  let current = ballots()
  let stop: (() => void) | null = null
  return {
    get: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      stop ??= observer.subscribe(({ data }) => {
        changed()
        if (data) resend(data.ballots)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
      }
    },
  }
}

const isWeather = (code: string): boolean =>
  ['unreachable', 'unavailable', 'too-many-requests', 'broken'].includes(code)
