import { addStakeholder } from './commands.ts'
import { bareName, looksLikePerson, nearDuplicates } from './names.ts'
import type { Stakeholder, StakeholderId, StakeholderMap, StakeholderMapDraft } from './shape.ts'

/** One line of a pasted list: its name, what it looks like on the map, and whether it stands in the list already. */
export type PastedName = {
  readonly name: string
  readonly alike: Stakeholder | null
  readonly twice: boolean
  readonly person: boolean
}

const longestName = 120
/** So many names fit one paste; a longer list is a file to import. */
export const mostPasted = 500

/** Reads a pasted list: one name a line, or one line with semicolons or tabs; bullets and numbers before a name fall away. */
export const readNames = (map: StakeholderMap, pasted: string): readonly PastedName[] => {
  const lines = pasted.split(/\r\n|[\n\r\t;]/)
  const seen = new Set<string>()
  return lines.flatMap((line): PastedName[] => {
    const name = line
      .replace(/^\s*(?:[-*•–·▪]+|\d{1,3}[.)])\s+/u, '')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, longestName)
    if (name === '') return []
    const bare = bareName(name)
    const twice = seen.has(bare)
    seen.add(bare)
    return [{ name, twice, alike: nearDuplicates(map, name)[0] ?? null, person: looksLikePerson(name) }]
  })
}

/** Puts several parties on the map at once: one step to take back. */
export const addStakeholders = (map: StakeholderMapDraft, names: readonly string[]): readonly StakeholderId[] =>
  names.slice(0, mostPasted).flatMap((name) => {
    const added = addStakeholder(map, { name })
    return added.ok ? [added.value] : []
  })
