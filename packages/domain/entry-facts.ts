import type { DirectoryEntry } from '#domain/directory.ts'

/** One attribute of an entry as text; `null` when it is something else. */
export const textIn = ({ attributes }: DirectoryEntry, name: string): string | null => {
  const found = attributes[name]
  return typeof found === 'string' ? found : null
}

/** One attribute of an entry as a list of ids or days. */
export const listIn = ({ attributes }: DirectoryEntry, name: string): readonly string[] => {
  const found = attributes[name]
  return Array.isArray(found) ? found.filter((each): each is string => typeof each === 'string') : []
}

/** One attribute of an entry as a number; `null` when it is something else. */
export const numberIn = ({ attributes }: DirectoryEntry, name: string): number | null => {
  const found = attributes[name]
  return typeof found === 'number' ? found : null
}
