import type { CompiledQuery } from 'kysely'
import type { Services } from '../services.ts'
import { canUnmerge, unmerge } from '../workspaces/merging.ts'
import type { ActRow } from '../workspaces/session-acts.ts'
import { standsOutside, undoneOutside } from '../workspaces/outside-acts.ts'
import type { Inside } from './knock.ts'

/** Takes merged cards away again; `false` when somebody has worked with them. */
export const undoMerge = async (
  services: Services,
  where: { readonly workspace: string; readonly session: string },
  cards: readonly string[],
  also: readonly CompiledQuery[],
): Promise<boolean> => {
  if (!(await canUnmerge(services, where, cards))) return false
  await unmerge(services, where, cards)
  await services.storage.tables.write(also)
  return true
}

/** Takes back what an act changed of a person or a document, and tells it; `false` when something stands in the way. */
export const undoOutside = (
  { storage, workspaces, rooms, clock, turns }: Services,
  { state: { id: workspace }, me }: Inside,
  row: ActRow,
  also: readonly CompiledQuery[],
): Promise<boolean> =>
  turns(workspace, async () => {
    const state = await workspaces.refresh(workspace)
    const { change } = row
    if (!state || !change?.of || !standsOutside(state, row)) return false
    const { of, before } = change
    await storage.tables.write([...undoneOutside(state, change, clock.now()), ...also])
    await workspaces.refresh(workspace)
    if (of.kind === 'person') {
      rooms.closeParticipant(workspace, of.id, 'forbidden')
      rooms.broadcast(workspace, { type: 'change', topic: 'people' })
    } else {
      rooms.broadcast(workspace, { type: 'change', topic: 'artefacts', documentId: of.id })
      rooms.broadcast(workspace, { type: 'lock', documentId: of.id, locked: before['locked'] === true }, of.id)
    }
    const said = { workspace, object: of.id, actor: me.id, at: clock.now(), origin: null }
    await storage.audit.append({ ...said, action: `undone-${row.act}`, result: 'done' })
    return true
  })
