import type { CompiledQuery } from 'kysely'
import type { Services } from '../services.ts'
import type { ActRow } from '../workspaces/session-acts.ts'
import { standsOutside, undoneOutside } from '../workspaces/outside-acts.ts'
import type { Inside } from './knock.ts'

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
