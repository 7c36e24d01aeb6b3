import { newId } from '#kernel/id.ts'
import { cleanName, type Role } from '#domain/participant.ts'
import type { CompiledQuery } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import type { WorkspaceState } from './state.ts'

export type NewPerson = { readonly name: string; readonly perspective: string; readonly role: Role }

/** Writes a new person into a workspace; a name that is taken gets a number behind it. */
export const addPerson = async (tables: Tables, clock: Clock, state: WorkspaceState, person: NewPerson) => {
  const id = newId<'Participant'>('p')
  const name = freeName(state, cleanName(person.name) ?? '?')
  await tables.write([
    db
      .insertInto('participant')
      .values({
        workspace: state.id,
        id,
        name,
        perspective: person.perspective,
        role: person.role,
        stakeholder_id: null,
        consent: null,
        joined_at: clock.now(),
        removed_at: null,
      })
      .compile(),
  ])
  return { id, name, perspective: person.perspective }
}

/** The name itself, or the first `name 2`, `name 3` that nobody has; letters of either case count as the same. */
export const freeName = (state: WorkspaceState, name: string, except?: string): string => {
  const taken = new Set(
    [...state.members.values()].flatMap((member) =>
      member.name && !member.removed && member.id !== except ? [member.name.toLowerCase()] : [],
    ),
  )
  let candidate = name
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${name} ${number}`
  return candidate
}

/** The group that somebody chose; else the first one of that base, else the one for all others. */
export const perspectiveIn = (state: WorkspaceState, chosen: string): string => {
  const groups = state.perspectives
  const found =
    groups.find(({ id }) => id === chosen) ??
    groups.find(({ base }) => base === chosen) ??
    groups.find(({ base }) => base === 'other') ??
    groups.at(-1)
  return found?.id ?? ''
}

export type PersonChange = {
  readonly name?: string | undefined
  readonly perspective?: string | undefined
  readonly role?: Role | undefined
  readonly canRecord?: boolean | undefined
  readonly stakeholderId?: string | null | undefined
}

/** Whether a change alters what open connections were told of a person: they are closed and knock again. */
export const showsIn = ({ name, perspective, role }: PersonChange): boolean =>
  name !== undefined || perspective !== undefined || role !== undefined

/** Changes a person's row, and the version that open connections compare with. */
export const changePerson = async (
  tables: Tables,
  state: WorkspaceState,
  id: string,
  change: PersonChange,
  also: readonly CompiledQuery[] = [],
): Promise<void> => {
  const name = change.name === undefined ? undefined : cleanName(change.name)
  await tables.write([
    db
      .updateTable('participant')
      .set((row) => ({
        ...(name ? { name: freeName(state, name, id) } : {}),
        ...(change.perspective === undefined ? {} : { perspective: perspectiveIn(state, change.perspective) }),
        ...(change.role === undefined ? {} : { role: change.role }),
        ...(change.canRecord === undefined ? {} : { can_record: change.canRecord ? 1 : 0 }),
        ...(change.stakeholderId === undefined ? {} : { stakeholder_id: change.stakeholderId }),
        ...(showsIn(change) ? { authz_version: row('authz_version', '+', 1) } : {}),
      }))
      .where('workspace', '=', state.id)
      .where('id', '=', id)
      .compile(),
    ...also,
  ])
}

/** Takes somebody's access away. Their name and what they made stay until they are erased. */
export const removePerson = async (
  tables: Tables,
  clock: Clock,
  workspace: string,
  id: string,
  also: readonly CompiledQuery[] = [],
): Promise<void> => {
  await tables.write([
    db
      .updateTable('participant')
      .set((row) => ({ removed_at: clock.now(), authz_version: row('authz_version', '+', 1) }))
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .compile(),
    ...also,
  ])
}

/** How many people can still get in or are in. */
export const headcount = (state: WorkspaceState): number =>
  [...state.members.values()].filter(({ removed, claimed }) => !removed && claimed).length

/** Whether somebody is the only one left who leads; without one nobody could let a new one in. */
export const isLastFacilitator = (state: WorkspaceState, id: string): boolean =>
  [...state.members.values()].every((member) => member.removed || member.role !== 'facilitator' || member.id === id) &&
  state.members.get(id)?.role === 'facilitator'
