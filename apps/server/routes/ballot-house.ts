import { phaseOf } from '#domain/choosing/ballot.ts'
import type { CompiledQuery } from 'kysely'
import type { Services } from '../services.ts'
import { settleBallots } from '../workspaces/ballot-acts.ts'
import { ballotById, ballotsOf, type Ballot, type CountingDeps } from '../workspaces/ballots.ts'
import { choosingActRow, type NewAct } from '../workspaces/session-acts.ts'
import { drawnOf, type WorkspaceState } from '../workspaces/state.ts'
import { refused, type Refused } from './knock.ts'

/** Counts of voters are told together: sixty who vote at once cost few messages. */
const gatherMs = 400
/** A timer that would run longer is set again by the next one who looks. */
const longestWaitMs = 24 * 60 * 60 * 1000

export type BallotHouse = ReturnType<typeof createBallotHouse>

/** What the routes of ballots have in common: finding one, closing what is due, and telling everybody. */
export const createBallotHouse = ({ storage: { tables }, rooms, clock, turns }: Services) => {
  const waiting = new Set<string>()
  const alarms = new Map<string, () => void>()

  const deps = (state: WorkspaceState): CountingDeps => ({
    tables,
    workspace: state.id,
    drawn: drawnOf(state),
    now: clock.now(),
  })
  const tell = (workspace: string, ballot: string): void =>
    rooms.broadcast(workspace, { type: 'change', topic: 'ballots', data: { ballot } })
  const turnOf = (workspace: string): string => `ballots.${workspace}`

  const line = (
    { id, running }: Pick<WorkspaceState, 'id' | 'running'>,
    participant: string | null,
    { session, ...act }: NewAct & { readonly session: string | null },
  ): readonly CompiledQuery[] => {
    const own = session ?? running?.session
    return own === undefined
      ? []
      : [choosingActRow({ workspace: id, session: own }, { participant, at: clock.now() }, act)]
  }
  const closedByItself = (state: WorkspaceState, { id: ballot, body }: Ballot) =>
    line(state, null, {
      session: body.sessionId,
      act: 'ballot-close',
      activity: body.activityId,
      detail: { ballot, byItself: true },
    })

  const settle = (state: WorkspaceState): Promise<void> =>
    turns(turnOf(state.id), async () => {
      const ballots = await ballotsOf(tables, state.id)
      const settled = await settleBallots(deps(state), ballots, (ballot) => closedByItself(state, ballot))
      for (const ballot of settled) tell(state.id, ballot)
    })

  const isDue = (ballots: readonly Ballot[]): boolean =>
    ballots.some(
      ({ body, stored }) =>
        phaseOf(body, clock.now()) === 'closed' && (body.closedAt === null || stored['counted'] === false),
    )

  const watch = (state: WorkspaceState, { id, body }: Ballot): void => {
    const key = `${state.id}.${id}`
    alarms.get(key)?.()
    alarms.delete(key)
    const left = body.closesAt === null ? null : Date.parse(body.closesAt) - clock.now()
    if (left === null || left > longestWaitMs || phaseOf(body, clock.now()) !== 'open') return
    const stop = clock.after(Math.max(0, left), () => {
      alarms.delete(key)
      void settle(state)
    })
    alarms.set(key, stop)
  }

  return {
    deps,
    tell,
    /** The line of an act in the log of its session, or of the one that runs; outside sessions nobody leads. */
    line,
    /** That somebody voted; of a hidden ballot only the count changed, which is for whoever leads. */
    tellSoon: (workspace: string, { id: ballot, body }: Ballot): void => {
      const key = `${workspace}.${ballot}`
      if (waiting.has(key)) return
      waiting.add(key)
      clock.after(gatherMs, () => {
        waiting.delete(key)
        const data = body.settings.hideUntilClosed ? { ballot, counts: true } : { ballot }
        rooms.broadcast(workspace, { type: 'change', topic: 'ballots', data })
      })
    },
    turnOf,
    conflict: (reason: string): Refused => refused('conflict', { errors: [{ field: 'ballot', code: reason }] }),

    /** Every ballot, after what was due is closed and counted. */
    all: async (state: WorkspaceState): Promise<readonly Ballot[]> => {
      const found = await ballotsOf(tables, state.id)
      if (isDue(found)) await settle(state)
      const settled = isDue(found) ? await ballotsOf(tables, state.id) : found
      for (const ballot of settled) if (!alarms.has(`${state.id}.${ballot.id}`)) watch(state, ballot)
      return settled
    },
    one: (state: WorkspaceState, id: string): Promise<Ballot | null> => ballotById(tables, state.id, id),
    settle,
    watch,
  }
}
