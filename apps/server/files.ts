import { models } from '#artefacts/models.ts'
import { readWorkspaceFile as readFile } from '#export/workspace-file/read-file.ts'
import type { ReadWorkspaceFile } from './workspaces/importing.ts'

/** Takes a workspace file apart, for the kinds of artefact that this server knows. */
export const readWorkspaceFile: ReadWorkspaceFile = (file) => readFile(file, models)
