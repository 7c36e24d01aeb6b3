import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { forgetEntries } from './directory.ts'

/** Takes a document out of the workspace and tells everybody who has it open; its content stays. */
export const retireDocument = async (
  { storage, clock, workspaces, rooms }: Pick<Services, 'storage' | 'clock' | 'workspaces' | 'rooms'>,
  workspace: string,
  documentId: string,
): Promise<void> => {
  const gone = db.updateTable('document').set({ removed_at: clock.now() }).where('workspace', '=', workspace)
  await storage.tables.write([gone.where('id', '=', documentId).compile(), forgetEntries(workspace, documentId)])
  await workspaces.refresh(workspace)
  rooms.broadcast(workspace, { type: 'change', topic: 'artefacts', documentId })
  rooms.closeDocument(workspace, documentId, 'gone')
  rooms.broadcast(workspace, { type: 'change', topic: 'directory', documentId })
}
