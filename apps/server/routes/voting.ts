import { checkedChoice, isOpposed, phaseOf } from '#domain/choosing/ballot.ts'
import type { Choice } from '#domain/choosing/methods.ts'
import { can } from '#domain/permissions.ts'
import type { Services } from '../services.ts'
import { addNeed, changeBallot } from '../workspaces/ballot-acts.ts'
import type { Ballot } from '../workspaces/ballots.ts'
import type { WorkspaceState } from '../workspaces/state.ts'
import { castVote, enterVotes, isEntered, keyOfReceipt } from '../workspaces/voting.ts'
import type { BallotHouse } from './ballot-house.ts'
import { done, refused, wrongField, type Handlers, type Refused } from './knock.ts'

type Voting = Pick<Handlers, 'vote' | 'enterVotes' | 'sayNeed' | 'skipNeeds'>

/** How often a vote is tried again when its ballot changed under it. */
const mostTries = 3

/** Votes: one for each person, changed until it closes, and never with a word of who chose what. */
export const voting = ({ storage: { tables }, turns }: Services, house: BallotHouse): Voting => {
  // A ballot is read anew at each try: between reading and writing it may have been closed.
  const inOpen = async (
    state: WorkspaceState,
    id: string,
    act: (ballot: Ballot) => Promise<'kept' | 'stale' | Refused>,
  ): Promise<typeof done | Refused> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const ballot = await house.one(state, id)
      if (!ballot) return refused('not-found')
      const phase = phaseOf(ballot.body, house.deps(state).now)
      if (phase === 'closed' && ballot.body.closedAt === null) await house.settle(state)
      if (phase !== 'open') return house.conflict(phase === 'closed' ? 'ballot-closed' : 'not-open')
      const answer = await act(ballot)
      if (answer === 'kept') {
        house.tellSoon(state.id, ballot)
        return done
      }
      if (answer !== 'stale') return answer
    }
    return refused('unavailable')
  }

  return {
    vote: async ({ inside: { state, me }, params, body }) =>
      inOpen(state, params.ballot, async (ballot) => {
        const checked = checkedVote(ballot, body.choice, body.note ?? '')
        if (!checked.ok) return checked
        const { secret } = ballot.body.settings
        if (secret && body.receipt === undefined) return wrongField('receipt', 'required')
        const key = secret && body.receipt !== undefined ? keyOfReceipt(ballot.id, body.receipt) : me.id
        const vote = {
          participant: me.id,
          key,
          perspective: me.perspective,
          choice: checked.value,
          note: body.note ?? '',
        }
        const kept = await castVote({ tables, workspace: state.id, ballot }, vote)
        return kept === 'elsewhere' ? house.conflict('voted-elsewhere') : kept
      }),

    enterVotes: async ({ inside: { state, me }, params, body }) => {
      if (!me.canRecord && !can(me.role, 'run-ballots')) return refused('forbidden')
      const { receipt, perspective, people, note = '' } = body
      if (!state.perspectives.some(({ id }) => id === perspective)) return wrongField('perspective', 'unknown')
      return inOpen(state, params.ballot, async (ballot) => {
        const checked = people === 0 ? ({ ok: true, value: {} } as const) : checkedVote(ballot, body.choice, note)
        if (!checked.ok) return checked
        const entered = { receipt, perspective, choice: checked.value, people, note }
        const where = { tables, workspace: state.id, ballot }
        // Sent twice because its answer was lost: one line, as it is one entry.
        if (await isEntered(where, entered)) return 'kept'
        const line = house.line(state, me.id, {
          session: ballot.body.sessionId,
          act: 'ballot-count',
          activity: ballot.body.activityId,
          detail: { ballot: ballot.id, perspective, people },
        })
        return (await enterVotes(where, entered, line)) ? 'kept' : 'stale'
      })
    },

    sayNeed: async ({ inside: { state, me }, params, body }) =>
      turns(house.turnOf(state.id), async () => {
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const said = await addNeed(house.deps(state), ballot, me.perspective, body.text)
        if (!said.ok) return house.conflict(said.reason)
        house.tell(state.id, ballot.id)
        return done
      }),

    skipNeeds: async ({ inside: { state, me }, params, body }) =>
      turns(house.turnOf(state.id), async () => {
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const deps = house.deps(state)
        if (phaseOf(ballot.body, deps.now) !== 'closed') return house.conflict('not-closed')
        const at = new Date(deps.now).toISOString()
        const line = house.line(state, me.id, {
          session: ballot.body.sessionId,
          act: 'skip',
          activity: ballot.body.activityId,
          detail: { ballot: ballot.id },
          before: { skip: ballot.body.skip, at },
        })
        await changeBallot(deps, ballot, { skip: { why: body.why, at } }, line)
        house.tell(state.id, ballot.id)
        return done
      }),
  }
}

const checkedVote = (
  { body }: Ballot,
  given: Readonly<Record<string, number | string>>,
  note: string,
): { readonly ok: true; readonly value: Choice } | Refused => {
  const checked = checkedChoice(body, given)
  if (!checked.ok) return wrongField('choice', checked.reason)
  // An objection is information for all, so its reason comes with it.
  const needsReason = body.method === 'consent' && isOpposed(body.method, checked.value)
  return needsReason && note === '' ? wrongField('note', 'reason-required') : checked
}
