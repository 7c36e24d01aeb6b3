import type { Stakeholder, StakeholderMap } from './shape.ts'

/** Parties on the map whose name looks the same but for case, accents, articles and punctuation, or one slip of the pen. */
export const nearDuplicates = (map: StakeholderMap, name: string, except?: string): readonly Stakeholder[] => {
  const wanted = bareName(name)
  if (wanted === '') return []
  return map.stakeholders.filter((other) => {
    const theirs = bareName(other.name)
    return other.id !== except && isAlike(wanted, theirs)
  })
}

/** Pairs of parties whose names look the same, the earlier on the map first; each later one once. */
export const duplicatePairs = (rows: readonly Stakeholder[]): readonly (readonly [Stakeholder, Stakeholder])[] => {
  const known = new Map<string, Stakeholder>()
  return rows.flatMap((row) => {
    const traces = tracesOf(bareName(row.name))
    const earlier = traces.map((trace) => known.get(trace)).find((other) => other !== undefined)
    for (const trace of traces) if (!known.has(trace)) known.set(trace, row)
    return earlier && isAlike(bareName(earlier.name), bareName(row.name)) ? [[earlier, row] as const] : []
  })
}

// Two names one slip apart share the name, or the name without one of its letters: so no name is laid beside all others.
const tracesOf = (bare: string): string[] =>
  bare === ''
    ? []
    : bare.length <= shortest
      ? [bare]
      : [bare, ...Array.from(bare, (_, at) => `${bare.slice(0, at)}${bare.slice(at + 1)}`)]

/** Shorter names differ by one letter too easily. */
const shortest = 5

/** Whether two bare names are one slip of the pen apart, or the same. */
export const isAlike = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) > shortest && oneSlipApart(one, other))

/** A name without case, accents, articles and punctuation. */
export const bareName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/(^| )(de|het|een|the|an?)(?= )/g, ' ')
    .trim()
    .replaceAll(/ +/g, ' ')

const oneSlipApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const skip = long.length === short.length ? 1 : 0
  return short.slice(at + skip) === long.slice(at + 1)
}

/** Whether a name reads like that of a person: a form of address, or a first and last name and nothing else. A hint, never a wall. */
export const looksLikePerson = (name: string): boolean => {
  const trimmed = name.trim()
  if (/stichting|vereniging|gemeente|provincie|team|huis|raad|zorg|wijk|club|council|foundation|centre/i.test(trimmed))
    return false
  if (/^(mevrouw|meneer|mevr\.?|dhr\.?|mw\.?|mr\.?|mrs\.?|ms\.?|dr\.?)\s+\p{Lu}/iu.test(trimmed)) return true
  return /^\p{Lu}\p{Ll}+(\s+(van|de|den|der|het|ter|ten|'t|el|ben))*\s+\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u.test(trimmed)
}
