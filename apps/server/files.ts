import { models } from '#artefacts/models.ts'
import { snapshotOf } from '#export/projection.ts'
import { readWorkspaceFile as readFile } from '#export/workspace-file/read-file.ts'
import { writeWorkspaceFile } from '#export/workspace-file/write-file.ts'
import type { Exporter, Exporters } from './workspaces/exporting.ts'
import type { ReadWorkspaceFile } from './workspaces/importing.ts'

/** With names it is the facilitator's own copy, which holds everything but votes; else what may be told. */
const workspaceFile: Exporter = async (workspace, { names }) => {
  const snapshot = snapshotOf(workspace, { audience: names ? 'backup' : 'shared', names })
  const text = JSON.stringify(writeWorkspaceFile(snapshot, models), null, 2)
  return {
    bytes: new TextEncoder().encode(text),
    type: 'application/json; charset=utf-8',
    name: `${workspace.workspace.title.slice(0, 60) || 'polder'}.json`,
  }
}

/** The writers of each format; what is not here is answered with "not made yet". */
export const exporters: Exporters = { json: workspaceFile }

/** Takes a workspace file apart. */
export const readWorkspaceFile: ReadWorkspaceFile = (file) => readFile(file, models)
