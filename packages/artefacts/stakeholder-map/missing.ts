import type { Directory } from '#domain/directory.ts'
import { isAbsent } from './derived.ts'
import { missingVoices } from './queries.ts'
import { levels, sectors, type MissingPrompt, type Stakeholder, type StakeholderMap } from './shape.ts'

/** Parties that own a rule in the way, as the problem names them, and for whom nobody is at the table. */
export const absentRuleOwners = (map: StakeholderMap, directory: Directory): readonly Stakeholder[] => {
  const owners = new Set(directory.ofKind('rule').map(({ attributes }) => attributes['ownerId']))
  return map.stakeholders.filter((row) => owners.has(row.id) && isAbsent(row))
}

/** One cell of the grid of who is covered: how many parties of a field work at a level. */
export type Coverage = { readonly sector: (typeof sectors)[number]; readonly counts: readonly number[] }

/** The grid of field and level; fields that nobody has are there too, since an empty row is what one looks for. */
export const coverageOf = (map: StakeholderMap): readonly Coverage[] =>
  sectors.map((sector) => ({
    sector,
    counts: levels.map(
      (level) => map.stakeholders.filter((row) => row.sector === sector && row.level === level).length,
    ),
  }))

/** For each of the eight questions the parties that answer it already, as far as the map can tell. */
export const answersTo = (map: StakeholderMap, prompt: MissingPrompt): readonly Stakeholder[] => {
  const lines = (types: readonly string[]) =>
    new Set(
      map.relations.flatMap(({ from, type, status }) => (types.includes(type) && status === 'existing' ? [from] : [])),
    )
  if (prompt === 'lives') return map.stakeholders.filter(({ livedExperience }) => livedExperience)
  if (prompt === 'pays') return of(map, lines(['money']), 'finance')
  if (prompt === 'oversees') return of(map, lines(['oversight']), 'oversight')
  if (prompt === 'carriesOut') return of(map, lines(['care', 'referral']), null)
  if (prompt === 'loses') return map.stakeholders.filter(({ attitude }) => attitude !== null && attitude < 0)
  return []
}

const of = (map: StakeholderMap, from: ReadonlySet<string | null>, sector: string | null): readonly Stakeholder[] =>
  map.stakeholders.filter((row) => from.has(row.id) || (sector !== null && row.sector === sector))

/** Everybody whom the map misses at the table: hit hard, or owner of a rule; each once, the hardest hit first. */
export const whoIsMissing = (map: StakeholderMap, directory: Directory): readonly Stakeholder[] => {
  const missing = new Set([...missingVoices(map), ...absentRuleOwners(map, directory)])
  return [...missing].toSorted((a, b) => (b.impact ?? 0) - (a.impact ?? 0))
}
