import { keep } from './kept.ts'

/** A workspace that this device was in. */
export type RecentWorkspace = {
  readonly workspace: string
  readonly title: string
  /** When it was last here, in ms. */
  readonly at: number
  /** The code by which this device joined, and under which name. */
  readonly code?: string
  readonly name?: string
  /** Of what kind its documents were. */
  readonly kinds?: Readonly<Record<string, string>>
}

const mostRecent = 8

const recents = keep('polder.recent', (stored): readonly RecentWorkspace[] =>
  Array.isArray(stored) ? stored.flatMap(readRecent).slice(0, mostRecent) : [],
)

/** The workspaces that this device was in, the latest first. */
export const useRecent = recents.use

/** Puts a workspace at the head of the list; what was known of it and is not said again stays. */
export const rememberWorkspace = (visit: Omit<RecentWorkspace, 'at'>, now: number = Date.now()): void => {
  recents.set(withVisit(recents.get(), { ...visit, at: now }))
}

/** Whether this device was in a workspace before. */
export const isRecent = (workspace: string): boolean => recents.get().some((recent) => recent.workspace === workspace)

/** Of what kind a document was when this device was last here. */
export const knownKind = (workspace: string, document: string): string | undefined =>
  recents.get().find((recent) => recent.workspace === workspace)?.kinds?.[document]

export const forgetWorkspace = (workspace: string): void => {
  recents.set(recents.get().filter((recent) => recent.workspace !== workspace))
}

/** The list after a visit. */
export const withVisit = (list: readonly RecentWorkspace[], visit: RecentWorkspace): readonly RecentWorkspace[] => {
  const known = list.find(({ workspace }) => workspace === visit.workspace)
  return [{ ...known, ...visit }, ...list.filter((recent) => recent !== known)].slice(0, mostRecent)
}

function readRecent(stored: unknown): RecentWorkspace[] {
  if (typeof stored !== 'object' || stored === null) return []
  const { workspace, title, at, code, name, kinds } = stored as { readonly [key in keyof RecentWorkspace]?: unknown }
  if (typeof workspace !== 'string' || !/^[0-9a-f]{32}$/.test(workspace) || typeof title !== 'string') return []
  return [
    {
      workspace,
      title,
      at: typeof at === 'number' ? at : 0,
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof name === 'string' ? { name } : {}),
      ...(isNames(kinds) ? { kinds } : {}),
    },
  ]
}

const isNames = (stored: unknown): stored is Readonly<Record<string, string>> =>
  typeof stored === 'object' && stored !== null && Object.values(stored).every((name) => typeof name === 'string')
