import { phaseOf } from '#domain/choosing/ballot.ts'
import type { Services } from '../services.ts'
import { StorageError } from '../storage/storage.ts'
import { ballotsOf } from '../workspaces/ballots.ts'
import { undoOf } from '../workspaces/choosing-undo.ts'
import { actsOf, isChoosingAct, undoneRow, type ActRow } from '../workspaces/session-acts.ts'
import type { WorkspaceState } from '../workspaces/state.ts'
import type { BallotHouse } from './ballot-house.ts'

export type ChoosingUndo = ReturnType<typeof createChoosingUndo>

/** Taking back what whoever leads did with ballots and decisions. */
export const createChoosingUndo = ({ storage: { tables }, rooms, turns }: Services, house: BallotHouse) => ({
  /** What the ballots in these acts ask; what is only prepared is of those who lead. */
  questions: async (state: WorkspaceState, rows: readonly ActRow[]): Promise<{ id: string; text: string }[]> => {
    const ids = new Set(rows.map(({ detail }) => detail['ballot']))
    const { now } = house.deps(state)
    return (await ballotsOf(tables, state.id))
      .filter(({ id, body }) => ids.has(id) && phaseOf(body, now) !== 'prepared')
      .map(({ id, body }) => ({ id, text: body.question }))
  },

  /** The numbers of the acts that can be taken back now. */
  reversible: async (state: WorkspaceState, rows: readonly ActRow[]): Promise<ReadonlySet<number>> => {
    const able = await Promise.all(
      rows
        .filter(({ act, undone }) => !undone && isChoosingAct(act))
        .map(async (row) => {
          const plan = await undoOf(house.deps(state), row)
          return plan ? [row.number] : []
        }),
    )
    return new Set(able.flat())
  },

  /** Takes one back, when it is one of these. */
  undo: (
    state: WorkspaceState,
    session: string,
    number: number,
  ): Promise<'undone' | 'cannot-undo' | 'of-the-session'> =>
    turns(house.turnOf(state.id), async () => {
      const row = (await actsOf(tables, state.id, session)).find((act) => act.number === number)
      if (!row || !isChoosingAct(row.act)) return 'of-the-session'
      const plan = row.undone ? null : await undoOf(house.deps(state), row)
      if (!plan) return 'cannot-undo'
      try {
        await tables.write([...plan.writes, undoneRow(state.id, session, number)])
      } catch (error) {
        // Somebody voted, or changed it, in between.
        if (error instanceof StorageError && error.kind === 'conflict') return 'cannot-undo'
        throw error
      }
      const ballot = plan.ballot === null ? null : await house.one(state, plan.ballot)
      if (ballot) house.watch(state, ballot)
      if (ballot) house.tell(state.id, ballot.id)
      else rooms.broadcast(state.id, { type: 'change', topic: 'records', data: { collection: 'decisions' } })
      return 'undone'
    }),
})
