import { createHallLinks } from '../identity/hall-links.ts'
import type { Services } from '../services.ts'
import type { WorkspaceState } from '../workspaces/state.ts'
import type { Entrance } from './entering.ts'
import { done, good, refused, type Handlers } from './knock.ts'

type OfHall = Pick<Handlers, 'makeHallLink' | 'revokeHallLink' | 'openHall'>

/** The link with which a computer in the hall shows the screen of a session, as nobody. */
export const hall = (services: Services, { audit, refuseGuessing, wrongCode, deviceToken }: Entrance): OfHall => {
  const { storage, clock, workspaces, rooms, sessions, turns } = services
  const links = createHallLinks(storage.tables, clock)

  const isSession = (state: WorkspaceState, id: string): boolean => state.documents.get(id)?.kind === 'session'
  const sendOut = async (workspace: string, screens: readonly string[]): Promise<void> => {
    await workspaces.refresh(workspace)
    for (const screen of screens) rooms.closeParticipant(workspace, screen, 'forbidden')
  }

  return {
    makeHallLink: async ({ inside: { state, me }, params: { session } }) => {
      if (!isSession(state, session)) return refused('not-found')
      return turns(state.id, async () => {
        const { secret, gone } = await links.make({ workspace: state.id, session })
        await sendOut(state.id, gone)
        await audit({ workspace: state.id, action: 'hall-link-made', object: session, result: 'done', actor: me.id })
        return good({ secret })
      })
    },

    revokeHallLink: async ({ inside: { state, me }, params: { session } }) => {
      if (!isSession(state, session)) return refused('not-found')
      return turns(state.id, async () => {
        await sendOut(state.id, await links.revoke({ workspace: state.id, session }))
        await audit({ workspace: state.id, action: 'hall-link-revoked', object: session, result: 'done', actor: me.id })
        return done
      })
    },

    openHall: async ({ body, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      const found = await links.open(body.secret)
      const state = found && (await workspaces.get(found.workspace))
      if (!found || !state || !isSession(state, found.session)) return wrongCode(visitor)
      const { workspace, participant, session } = found
      // A device that is somebody here stays who it is.
      const known = visitor.token === undefined ? [] : await sessions.memberships(visitor.token)
      const mine = known.find((one) => one.workspace === workspace)
      const isMember = mine !== undefined && state.members.get(mine.participant)?.removed === false
      const token = isMember ? undefined : await deviceToken(visitor, { workspace, participant })
      await audit({ workspace, action: 'hall-link-used', object: session, result: 'done', actor: null })
      return good({ workspace, session }, token)
    },
  }
}
