import { workspaceKey } from '../../api/use-facts.ts'

/** Under which name the list of files that were made is kept. */
export const madeKey = (workspaceId: string) => [...workspaceKey(workspaceId), 'exports']
