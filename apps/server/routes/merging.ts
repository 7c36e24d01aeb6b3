import { agendaOf } from '#domain/agenda.ts'
import type { Services } from '../services.ts'
import { mergeTables } from '../workspaces/merging.ts'
import { outsideActRow } from '../workspaces/session-acts.ts'
import { liveOf } from '../workspaces/session-views.ts'
import type { HeldSession } from '../workspaces/sessions.ts'
import { good, refused, type Handlers } from './knock.ts'
import type { SessionHouse } from './session-house.ts'

/** Bringing together what each table wrote in a step: an act of the log, and cards for everybody. */
export const merging = (services: Services, house: SessionHouse): Pick<Handlers, 'mergeTables'> => {
  const { clock, turns, workspaces } = services
  const { store, sessionsOf } = house
  return {
    mergeTables: async ({ inside: { state, me }, params: { session }, body: { activity } }) => {
      if (!sessionsOf(state).includes(session)) return refused('not-found')
      const workspace = await house.readAgenda(state.id)
      if (!workspace || !agendaOf(workspace, session)?.steps.some(({ id }) => id === activity))
        return refused('not-found')
      return turns(house.turnOf(state.id, session), async () => {
        const held = await store.get(state.id, session)
        const where = { workspace: state.id, session }
        const cards = await mergeTables(services, { ...where, activity, tables: held.state.tables })
        const answer = async (now: HeldSession) => {
          const live = liveOf((await workspaces.get(state.id)) ?? state, now)
          return good({ serverTime: clock.now(), live, cards: cards.length })
        }
        if (cards.length === 0) return answer(held)
        const who = { participant: me.id, at: clock.now() }
        const act = { act: 'merge', activity, detail: { cards: cards.length } } as const
        const change = { of: { kind: 'cards', id: session }, before: {}, after: { cards } } as const
        const next = await store.put(state.id, held, held.state, [outsideActRow(where, who, act, change)])
        await house.tell(state.id, session)
        return answer(next)
      })
    },
  }
}
