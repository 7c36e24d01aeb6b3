import type { RouteAccess } from '#protocol/http-api.ts'
import { actions, can, type Action } from '#domain/permissions.ts'
import { parseRoom } from '#protocol/room-name.ts'
import type { Services } from '../services.ts'
import { refused, type Inside, type Refused, type Visitor } from './knock.ts'

const isAction = (name: string): name is Action => actions.some((action) => action === name)

/** The action that a route asks for; a name that the policy does not know is a bug of ours. */
export const actionOf = (access: RouteAccess): Action | null => {
  if (access === 'anybody') return null
  if (isAction(access.action)) return access.action
  throw new Error(`no rule says who may ${access.action}`)
}

/**
 * Lets a participant in who may do something in the workspace of the address. A workspace that is not there and one
 * that is not theirs get the same answer.
 */
export const admit = async (
  { sessions, workspaces }: Services,
  visitor: Visitor,
  action: Action,
  params: unknown,
): Promise<{ readonly ok: true; readonly inside: Inside } | Refused> => {
  const memberships = visitor.token === undefined ? [] : await sessions.memberships(visitor.token)
  if (memberships.length === 0) return refused('signed-out')
  const id = workspaceIn(params)
  const membership = memberships.find(({ workspace }) => workspace === id)
  const state = membership && (await workspaces.get(membership.workspace))
  const me = membership && state?.members.get(membership.participant)
  if (!state || !me) return refused('not-found')
  if (me.removed) return refused('removed')
  return can(me.role, action) ? { ok: true, inside: { state, me } } : refused('forbidden')
}

const workspaceIn = (params: unknown): string | null => {
  if (typeof params !== 'object' || params === null) return null
  if ('workspace' in params && typeof params.workspace === 'string') return params.workspace
  if (!('room' in params) || typeof params.room !== 'string') return null
  const room = parseRoom(params.room)
  return room.ok ? room.value.workspaceId : null
}
