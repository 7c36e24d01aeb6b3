import { models } from '#artefacts/models.ts'
import { exportersOf } from '#export/files.ts'
import { readWorkspaceFile as readFile } from '#export/workspace-file/read-file.ts'
import type { Exporters } from './workspaces/exporting.ts'
import type { ReadWorkspaceFile } from './workspaces/importing.ts'

/** A writer for each format, for the kinds of artefact that this server knows. */
export const exporters: Exporters = exportersOf(models)

/** Takes a workspace file apart. */
export const readWorkspaceFile: ReadWorkspaceFile = (file) => readFile(file, models)
