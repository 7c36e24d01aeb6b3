import { cleanName } from '#domain/participant.ts'
import { tidyCode } from '../identity/secrets.ts'
import type { Services } from '../services.ts'
import { changePerson } from '../workspaces/people.ts'
import { titleOf, type Member } from '../workspaces/state.ts'
import { facilitatorName, type Entrance } from './entering.ts'
import { done, good, refused, wrongField, type Handlers } from './knock.ts'

type Joining = Pick<Handlers, 'me' | 'lookUpCode' | 'join' | 'return' | 'enter' | 'leave'>

/** The ways in and out: a join code, a return code, a facilitator link, and what this device is in already. */
export const joining = (services: Services, entrance: Entrance): Joining => {
  const { workspaces, sessions, capabilities, quotas, storage, rooms } = services
  const { refuseGuessing, wrongCode, deviceToken, audit } = entrance

  /** The person as whom this device is already in a workspace. */
  const knownHere = async (token: string | undefined, workspace: string): Promise<Member | undefined> => {
    const memberships = token === undefined ? [] : await sessions.memberships(token)
    const membership = memberships.find((one) => one.workspace === workspace)
    const member = membership && (await workspaces.get(workspace))?.members.get(membership.participant)
    return member?.removed ? undefined : member
  }

  const promote = async (workspace: string, member: Member): Promise<void> => {
    const state = await workspaces.refresh(workspace)
    if (!state || member.role === 'facilitator') return
    await changePerson(storage.tables, state, member.id, { role: 'facilitator' })
    await workspaces.refresh(workspace)
    rooms.closeParticipant(workspace, member.id, 'forbidden')
    rooms.broadcast(workspace, { type: 'change', topic: 'people' })
  }

  return {
    me: async ({ visitor }) => {
      const memberships = visitor.token === undefined ? [] : await sessions.memberships(visitor.token)
      const found = await Promise.all(
        memberships.map(async ({ workspace, participant }) => {
          const state = await workspaces.get(workspace)
          const member = state?.members.get(participant)
          // The hall is nobody's workspace to come back to.
          if (!state || !member || member.removed || member.role === 'screen') return []
          return [{ id: workspace, title: titleOf(state), participant, name: member.name, role: member.role }]
        }),
      )
      return good({ workspaces: found.flat() })
    },

    lookUpCode: async ({ params, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      const state = await workspaces.byJoinCode(tidyCode(params.code))
      if (!state) return wrongCode(visitor)
      return good({
        title: titleOf(state),
        language: state.language,
        perspectives: [...state.perspectives],
        state: state.joining,
      })
    },

    join: async ({ body, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      if (cleanName(body.name) === null) return wrongField('name', 'required')
      const state = await workspaces.byJoinCode(tidyCode(body.code))
      if (!state) return wrongCode(visitor)
      if (state.joining === 'closed') return refused('joining-closed')
      const retryAfter = quotas.joins.take(state.id)
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const added = await entrance.addNewcomer(state.id, { ...body, role: 'contributor' })
      if (!added.ok) return added
      const token = await deviceToken(visitor, { workspace: state.id, participant: added.person.id })
      await audit({ workspace: state.id, action: 'joined', object: null, result: 'done', actor: added.person.id })
      return good(await entrance.entered(state, added.person), token)
    },

    return: async ({ body, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      const membership = await capabilities.redeemReturnCode(body.code)
      const state = membership && (await workspaces.get(membership.workspace))
      const member = membership && state?.members.get(membership.participant)
      if (!state || !member || member.removed) return wrongCode(visitor)
      const { id, name, perspective } = member
      const token = await deviceToken(visitor, membership)
      await audit({ workspace: state.id, action: 'returned', object: null, result: 'done', actor: id })
      return good(await entrance.entered(state, { id, name: name ?? '', perspective }), token)
    },

    enter: async ({ body, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      const workspace = await capabilities.workspaceOf(body.secret)
      const state = workspace === null ? null : await workspaces.get(workspace)
      if (!state) return wrongCode(visitor)
      const known = await knownHere(visitor.token, state.id)
      if (known) await promote(state.id, known)
      const name = body.name || facilitatorName[body.lang ?? state.language]
      const added = known
        ? { ok: true as const, person: { id: known.id, name: known.name ?? '', perspective: known.perspective } }
        : await entrance.addNewcomer(state.id, { name, perspective: 'other', role: 'facilitator' })
      if (!added.ok) return added
      const token = await deviceToken(visitor, { workspace: state.id, participant: added.person.id })
      await audit({
        workspace: state.id,
        action: 'facilitator-link-used',
        object: null,
        result: 'done',
        actor: added.person.id,
      })
      return good(await entrance.entered(state, added.person), token)
    },

    leave: async ({ inside: { state }, visitor }) => {
      if (visitor.token !== undefined) await sessions.leave(visitor.token, state.id)
      return done
    },
  }
}
