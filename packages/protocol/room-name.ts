import { isId, systemRandom, type Id, type RandomBytes } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** One document of one workspace, as the server names it on the wire and in its log. */
export type RoomParts = { readonly workspaceId: Id<'Workspace'>; readonly documentId: Id<'Document'> }

const workspacePattern = /^[0-9a-f]{32}$/

/** Draws a workspace id: 128 random bits as 32 hexadecimal characters. */
export const newWorkspaceId = (random: RandomBytes = systemRandom): Id<'Workspace'> =>
  Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Whether a string can be the id of a workspace. */
export const isWorkspaceId = (candidate: string): boolean => workspacePattern.test(candidate)

/** The name of a room: `<workspace id>.<document id>`. */
export const formatRoom = (workspaceId: Id<'Workspace'>, documentId: Id<'Document'>): string =>
  `${workspaceId}.${documentId}`

/** Takes a room's name apart; refuses with `'room-name'` whatever `formatRoom` could not have written. */
export const parseRoom = (name: string): Result<RoomParts, 'room-name'> => {
  const workspaceId = name.slice(0, 32)
  const documentId = name.slice(33)
  const sound = isWorkspaceId(workspaceId) && name[32] === '.' && isId(documentId)
  return sound ? ok({ workspaceId, documentId }) : refuse('room-name')
}
