import { cleanName } from '#domain/participant.ts'
import { can } from '#domain/permissions.ts'
import type { Services } from '../services.ts'
import { actsOnPerson, removingOf } from '../workspaces/outside-acts.ts'
import {
  changePerson,
  isLastFacilitator,
  perspectiveIn,
  removePerson,
  showsIn,
  type PersonChange,
} from '../workspaces/people.ts'
import type { Member, WorkspaceState } from '../workspaces/state.ts'
import type { Entrance } from './entering.ts'
import type { SessionHouse } from './session-house.ts'
import { done, good, refused, wrongField, type Handlers, type Refused } from './knock.ts'

/** Who takes part, and what they may. */
export const people = (
  services: Services,
  { audit }: Entrance,
  house: SessionHouse,
): Pick<Handlers, 'people' | 'changePerson' | 'removePerson'> => {
  const { workspaces, rooms, storage, clock, capabilities, turns } = services

  /** Runs a change of one person after those that came before it, then tells everybody. */
  const changing = (
    state: WorkspaceState,
    id: string,
    task: (fresh: WorkspaceState, person: Member) => Promise<Refused | null>,
  ) =>
    turns(state.id, async () => {
      const fresh = await workspaces.refresh(state.id)
      const person = fresh?.members.get(id)
      if (!fresh || !person || person.removed) return refused('not-found')
      const refusal = await task(fresh, person)
      if (refusal) return refusal
      await workspaces.refresh(state.id)
      rooms.broadcast(state.id, { type: 'change', topic: 'people' })
      return done
    })

  return {
    people: async ({ inside: { state, me } }) =>
      good({
        // The hall knows nobody by name, and is nobody.
        people: [...(can(me.role, 'see-people') ? state.members.values() : [])]
          .filter(({ removed }) => !removed)
          .flatMap(({ id, name, perspective, role, canRecord, stakeholderId, claimed }) => {
            if (role === 'screen') return []
            const present = rooms.connectionsOf(id) > 0
            return [{ id, name, perspective, role, canRecord, stakeholderId, claimed, present }]
          }),
      }),

    changePerson: async ({ inside: { state, me }, params, body }) => {
      const mayManage = can(me.role, 'manage-people')
      const isOwn = params.participant === me.id
      if (!isOwn && !mayManage) return refused('forbidden')
      // Nobody gives themselves a role or a right.
      const now = state.members.get(params.participant)
      const takesRole = body.role !== undefined && body.role !== now?.role
      const takesRight = body.canRecord !== undefined && body.canRecord !== now?.canRecord
      if ((takesRole || takesRight) && !mayManage) return refused('forbidden')
      if (body.name !== undefined && cleanName(body.name) === null) return wrongField('name', 'required')
      return changing(state, params.participant, async (fresh, person) => {
        const demotes = body.role !== undefined && body.role !== 'facilitator'
        if (demotes && isLastFacilitator(fresh, params.participant)) return refused('last-facilitator')
        const change: PersonChange = {
          ...body,
          ...(body.perspective === undefined ? {} : { perspective: perspectiveIn(fresh, body.perspective) }),
        }
        // What people change of themselves is theirs; what they may do is everybody's business.
        const acts = actsOnPerson(person, isOwn ? { role: body.role, canRecord: body.canRecord } : change)
        const log = await house.logOutside(fresh, me, acts)
        await changePerson(storage.tables, fresh, params.participant, change, log.rows)
        if (showsIn(change)) {
          await workspaces.refresh(state.id)
          rooms.closeParticipant(state.id, params.participant, 'forbidden')
        }
        await log.tell()
        const given = body.role ?? (body.canRecord === undefined ? null : body.canRecord ? 'scribe' : 'no-scribe')
        if (given === null) return null
        await audit({
          workspace: state.id,
          action: 'role-changed',
          object: params.participant,
          result: given,
          actor: me.id,
        })
        return null
      })
    },

    removePerson: async ({ inside: { state, me }, params: { participant } }) =>
      changing(state, participant, async (fresh) => {
        if (isLastFacilitator(fresh, participant)) return refused('last-facilitator')
        const log = await house.logOutside(fresh, me, [removingOf(participant)])
        await removePerson(storage.tables, clock, state.id, participant, log.rows)
        await capabilities.revoke({ workspace: state.id, participant })
        await workspaces.refresh(state.id)
        rooms.closeParticipant(state.id, participant, 'forbidden')
        await log.tell()
        await audit({ workspace: state.id, action: 'removed', object: participant, result: 'done', actor: me.id })
        return null
      }),
  }
}
