import { phaseOf, settledSettings, type BallotSettings } from '#domain/choosing/ballot.ts'
import { newId } from '#kernel/id.ts'
import { orderBetween } from '#kernel/order.ts'
import type { RequestOf } from '#protocol/http-api.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { changeBallot, closeBallot, insertBallot, openNextRound } from '../workspaces/ballot-acts.ts'
import { ballotViews } from '../workspaces/ballot-views.ts'
import { deleteRecord } from '../workspaces/records.ts'
import type { BallotHouse } from './ballot-house.ts'
import { done, good, refused, type Handlers } from './knock.ts'

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

  return {
    ballots: async ({ inside: { state, me } }) => {
      const views = await ballotViews(house.deps(state), state, me, await house.all(state))
      return good({ serverTime: clock.now(), ballots: [...views] })
    },

    createBallot: async ({ inside: { state }, body }) => {
      const id = body.id ?? newId('ba')
      const { question, method, sessionId = null, activityId = null, closesAt = null } = body
      const openedAt = body.open === false ? null : new Date(clock.now()).toISOString()
      return turns(house.turnOf(state.id), async () => {
        const order = orderBetween(await lastOrder(state.id), null)
        const asked = { sessionId, activityId, question, method, options: optionsIn(body.options) }
        const settings = settledSettings(method, given(body.settings))
        const filed = { ...asked, settings: { ...settings }, openedAt, closesAt, closedAt: null, notes: [] }
        await insertBallot(house.deps(state), id, filed, order)
        const made = await house.one(state, id)
        if (made) house.watch(state, made)
        house.tell(state.id, id)
        return good({ id })
      })
    },

    changeBallot: async ({ inside: { state }, params, body }) =>
      turns(house.turnOf(state.id), async () => {
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const { question, options, settings, closesAt } = body
        const phase = phaseOf(ballot.body, clock.now())
        const isAsking = question !== undefined || options !== undefined || settings !== undefined
        if (phase === 'closed' || (phase === 'open' && isAsking)) return house.conflict('already-open')
        const whole = { ...ballot.body.settings, ...given(settings) }
        await changeBallot(house.deps(state), ballot, {
          ...(question === undefined ? {} : { question }),
          ...(options === undefined ? {} : { options: optionsIn(options) }),
          ...(settings === undefined ? {} : { settings: { ...settledSettings(ballot.body.method, whole) } }),
          ...(closesAt === undefined ? {} : { closesAt }),
        })
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

    moveBallot: async ({ inside: { state }, params, body: { to } }) =>
      turns(house.turnOf(state.id), async () => {
        const ballot = await house.one(state, params.ballot)
        if (!ballot) return refused('not-found')
        const deps = house.deps(state)
        const phase = phaseOf(ballot.body, deps.now)
        if (to === 'open' && phase === 'closed') return house.conflict('ballot-closed')
        if (to === 'closed' && phase === 'prepared') return house.conflict('not-open')
        if (to === 'open' && phase === 'prepared')
          await changeBallot(deps, ballot, { openedAt: new Date(deps.now).toISOString() })
        if (to === 'closed') await closeBallot(deps, ballot)
        if (to === 'next-round') {
          const opened = await openNextRound(deps, ballot)
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
  options.map(({ id, refId = null, text = '' }) => ({ id: id ?? refId ?? newId('opt'), refId, text }))

const given = (settings: Body['settings']): Partial<BallotSettings> =>
  Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== undefined))
