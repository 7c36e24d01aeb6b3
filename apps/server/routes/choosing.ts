import type { JsonObject } from '#crdt/json.ts'
import { phaseOf, settledSettings, type BallotSettings } from '#domain/choosing/ballot.ts'
import { newId } from '#kernel/id.ts'
import { orderBetween } from '#kernel/order.ts'
import type { RequestOf } from '#protocol/http-api.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { changeBallot, closeBallot, insertBallot, openNextRound } from '../workspaces/ballot-acts.ts'
import { ballotViews } from '../workspaces/ballot-views.ts'
import type { Ballot } from '../workspaces/ballots.ts'
import { deleteRecord } from '../workspaces/records.ts'
import type { ChoosingAct } from '../workspaces/session-acts.ts'
import type { BallotHouse } from './ballot-house.ts'
import { done, good, refused, type Handlers, type Inside } from './knock.ts'

type Choosing = Pick<Handlers, 'ballots' | 'createBallot' | 'changeBallot' | 'removeBallot' | 'moveBallot'>

/** Ballots themselves: what they ask, and whether they are open. Votes are in `voting.ts`. */
export const choosing = ({ storage: { tables }, clock, turns }: Services, house: BallotHouse): Choosing => {
  const lastOrder = async (workspace: string): Promise<string | null> => {
    const query = db.selectFrom('record').select('ord').where('workspace', '=', workspace)
    const [last] = await tables.read(
      query.where('collection', '=', 'ballots').orderBy('ord', 'desc').limit(1).compile(),
    )
    return last?.ord ?? null
  }

  const lineOf = (
    { state, me }: Inside,
    { id: ballot, body }: Pick<Ballot, 'id'> & { readonly body: Pick<Ballot['body'], 'sessionId' | 'activityId'> },
    act: ChoosingAct,
    before?: JsonObject,
  ) =>
    house.line(state, me.id, {
      session: body.sessionId,
      act,
      activity: body.activityId,
      detail: { ballot },
      ...(before ? { before } : {}),
    })

  return {
    ballots: async ({ inside: { state, me } }) => {
      const views = await ballotViews(house.deps(state), state, me, await house.all(state))
      return good({ serverTime: clock.now(), ballots: [...views] })
    },

    createBallot: async ({ inside, body }) => {
      const { state } = inside
      const id = body.id ?? newId('ba')
      const { question, method, sessionId = null, activityId = null, closesAt = null } = body
      const openedAt = body.open === false ? null : new Date(clock.now()).toISOString()
      return turns(house.turnOf(state.id), async () => {
        // Sent twice because its answer was lost: it stands already.
        if (await house.one(state, id)) return good({ id })
        const order = orderBetween(await lastOrder(state.id), null)
        const asked = { sessionId, activityId, question, method, options: optionsIn(body.options) }
        const settings = settledSettings(method, given(body.settings))
        const filed = { ...asked, settings: { ...settings }, openedAt, closesAt, closedAt: null, notes: [] }
        const opens = openedAt === null ? [] : lineOf(inside, { id, body: { sessionId, activityId } }, 'ballot-open')
        await insertBallot(house.deps(state), id, { body: filed, order }, opens)
        const made = await house.one(state, id)
        if (made) house.watch(state, made)
        house.tell(state.id, id)
        return good({ id })
      })
    },

    changeBallot: async ({ inside, params, body }) =>
      turns(house.turnOf(inside.state.id), async () => {
        const { state } = inside
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const { question, options, settings, closesAt } = body
        const phase = phaseOf(ballot.body, clock.now())
        const isAsking = question !== undefined || options !== undefined || settings !== undefined
        if (phase === 'closed' || (phase === 'open' && isAsking)) return house.conflict('already-open')
        const whole = { ...ballot.body.settings, ...given(settings) }
        const change = {
          ...(question === undefined ? {} : { question }),
          ...(options === undefined ? {} : { options: optionsIn(options) }),
          ...(settings === undefined ? {} : { settings: { ...settledSettings(ballot.body.method, whole) } }),
          ...(closesAt === undefined ? {} : { closesAt }),
        }
        const isMoved = phase === 'open' && closesAt !== undefined
        const before = { closesAt: ballot.body.closesAt }
        const moved = isMoved ? lineOf(inside, ballot, 'ballot-until', { ...before, after: closesAt }) : []
        await changeBallot(house.deps(state), ballot, change, moved)
        const changed = await house.one(state, ballot.id)
        if (changed) house.watch(state, changed)
        house.tell(state.id, ballot.id)
        return done
      }),

    removeBallot: async ({ inside: { state }, params }) =>
      turns(house.turnOf(state.id), async () => {
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        if (phaseOf(ballot.body, clock.now()) !== 'prepared') return house.conflict('already-open')
        await deleteRecord(tables, state.id, 'ballots', ballot.id)
        house.tell(state.id, ballot.id)
        return done
      }),

    moveBallot: async ({ inside, params, body: { to } }) =>
      turns(house.turnOf(inside.state.id), async () => {
        const { state } = inside
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const deps = house.deps(state)
        const phase = phaseOf(ballot.body, deps.now)
        if (to === 'open' && phase === 'closed') return house.conflict('ballot-closed')
        if (to === 'closed' && phase === 'prepared') return house.conflict('not-open')
        if (to === 'open' && phase === 'prepared') {
          const openedAt = new Date(deps.now).toISOString()
          await changeBallot(deps, ballot, { openedAt }, lineOf(inside, ballot, 'ballot-open'))
        }
        if (to === 'closed') await closeBallot(deps, ballot, lineOf(inside, ballot, 'ballot-close'))
        if (to === 'next-round') {
          const { openedAt, closesAt, skip } = ballot.body
          const round = lineOf(inside, ballot, 'ballot-round', { openedAt, closesAt, skip })
          const opened = await openNextRound(deps, ballot, round)
          if (!opened.ok) return house.conflict(opened.reason)
        }
        const moved = await house.one(state, ballot.id)
        if (moved) house.watch(state, moved)
        house.tell(state.id, ballot.id)
        return done
      }),
  }
}

type Body = RequestOf<'createBallot'>['body']

// What a choice refers to is its name; words of their own get a new one.
const optionsIn = (options: Body['options']) =>
  options.map(({ id, refId = null, text = '', description = '' }) => ({
    id: id ?? refId ?? newId('opt'),
    refId,
    text,
    ...(description === '' ? {} : { description }),
  }))

const given = (settings: Body['settings']): Partial<BallotSettings> =>
  Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== undefined))
