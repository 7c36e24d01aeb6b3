import type { Json, JsonObject } from '#crdt/json.ts'
import type { Tally } from '#domain/choosing/tally.ts'
import { recordLists } from '../rows.ts'
import type { ExportedBallot, ExportedPerson, WorkspaceSnapshot } from '../snapshot.ts'
import { derivedId } from './read-records.ts'

/** Who made an item, or else the group that it came from. */
export const originOf = (
  { makers }: WorkspaceSnapshot,
  row: { readonly id: string; readonly by: string },
): JsonObject => {
  const maker = makers.get(row.id)
  if (maker !== undefined) return { createdBy: maker }
  return row.by === '' ? {} : { by: row.by }
}

/** A person as a file has them; without a name the key is left out. */
export const filedPerson = ({
  id,
  name,
  perspective,
  role,
  canRecord,
  stakeholderId,
  consent,
}: ExportedPerson): JsonObject => ({
  id,
  ...(name === null ? {} : { displayName: name }),
  perspective,
  role: role === 'contributor' ? (canRecord ? 'recorder' : 'participant') : role,
  stakeholderId,
  ...(consent === null ? {} : { consent }),
})

/** Decisions, actions, open points and the like, each list under its own name. */
export const filedRecords = ({ records }: WorkspaceSnapshot): { readonly [list: string]: readonly JsonObject[] } =>
  Object.fromEntries(
    recordLists.map((list) => {
      const own = records.filter(({ collection }) => collection === list)
      const filed = own.map(({ id, body }, at) =>
        id === derivedId(list, body, at) && list === 'checkDismissals' ? body : { id, ...body },
      )
      return [list, filed]
    }),
  )

/** A ballot with its tallies; the votes themselves never leave. */
export const filedBallot = ({ id, body, tally, history }: ExportedBallot): JsonObject => ({
  id,
  ...body,
  ...filedTally(tally),
  ...(history.length === 0 ? {} : { history: history.map((round) => ({ ...round.body, ...filedTally(round.tally) })) }),
})

const filedTally = (tally: Tally | null): { readonly tally?: Json } =>
  tally === null ? {} : { tally: tally.map(({ perspectives, n, options }) => ({ perspectives, n, options })) }
