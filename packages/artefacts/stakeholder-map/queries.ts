import { compareText } from '#kernel/order.ts'
import type { Relation, RelationType, Scale, Stakeholder, StakeholderMap } from './shape.ts'

/** The lenses whose two axes are attributes. */
export const gridLenses = {
  influence: { x: 'impact', y: 'influence' },
  interest: { x: 'interest', y: 'influence' },
} as const satisfies { readonly [lens: string]: { readonly x: Scale; readonly y: Scale } }
export type GridLens = keyof typeof gridLenses

export const quadrants = ['lowHigh', 'highHigh', 'lowLow', 'highLow'] as const
/** A quarter of a grid: first how far along the x axis, then how high. */
export type Quadrant = (typeof quadrants)[number]

/** The quarter a party stands in; the cut is above 3. `null` while one of its values is unknown. */
export const quadrantOf = (stakeholder: Stakeholder, lens: GridLens): Quadrant | null => {
  const cell = cellOf(stakeholder, lens)
  return cell && `${cell.x > 3 ? 'high' : 'low'}${cell.y > 3 ? 'High' : 'Low'}`
}

/** The two values of a party in a lens, or `null` while one is unknown. */
export const cellOf = (stakeholder: Stakeholder, lens: GridLens): { x: number; y: number } | null => {
  const x = stakeholder[gridLenses[lens].x]
  const y = stakeholder[gridLenses[lens].y]
  return x === null || y === null ? null : { x, y }
}

/** Who is hit hard and does not sit at the table, or nobody knows. */
export const missingVoices = (map: StakeholderMap): readonly Stakeholder[] =>
  map.stakeholders.filter(
    ({ impact, atTable }) => impact !== null && impact >= 4 && (atTable === 'no' || atTable === 'unknown'),
  )

/** The lines of one party whose other end is still on the map. */
export const relationsOf = (map: StakeholderMap, id: string): readonly Relation[] =>
  soundRelations(map).filter(({ from, to }) => from === id || to === id)

/** The lines with both ends on the map. */
export const soundRelations = (map: StakeholderMap): readonly Relation[] => {
  const known = new Set(map.stakeholders.map(({ id }) => id))
  return map.relations.filter(({ from, to }) => from !== null && to !== null && known.has(from) && known.has(to))
}

export const wantedRelations = (map: StakeholderMap): readonly Relation[] =>
  soundRelations(map).filter(({ status }) => status === 'wanted')

/** The five looks of lines. */
export const families = ['support', 'rule', 'money', 'tension', 'talk'] as const
export type Family = (typeof families)[number]
export const familyOf: { readonly [Type in RelationType]: Family } = {
  money: 'money',
  mandate: 'rule',
  oversight: 'rule',
  care: 'support',
  cooperation: 'support',
  referral: 'support',
  representation: 'support',
  information: 'talk',
  advice: 'talk',
  tension: 'tension',
}

/** Parties on the map whose name looks the same but for case, accents, articles and punctuation, or one slip of the pen. */
export const nearDuplicates = (map: StakeholderMap, name: string, except?: string): readonly Stakeholder[] => {
  const wanted = bare(name)
  if (wanted === '') return []
  return map.stakeholders.filter((other) => {
    const theirs = bare(other.name)
    return other.id !== except && (theirs === wanted || (wanted.length > 5 && oneSlipApart(wanted, theirs)))
  })
}

const bare = (name: string): string =>
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

/** The parties by cell of a grid, in the order in which they are packed, and those without a place. */
export const packed = (stakeholders: readonly Stakeholder[], lens: GridLens) => {
  const cells = new Map<string, Stakeholder[]>()
  const tray: Stakeholder[] = []
  for (const stakeholder of stakeholders) {
    const cell = cellOf(stakeholder, lens)
    if (cell) cells.set(`${cell.x},${cell.y}`, [...(cells.get(`${cell.x},${cell.y}`) ?? []), stakeholder])
    else tray.push(stakeholder)
  }
  for (const cell of cells.values()) cell.sort(byHash)
  return { cells, tray }
}

const byHash = (a: { id: string }, b: { id: string }): number => hashOf(a.id) - hashOf(b.id) || compareText(a.id, b.id)

/** A whole number below 2³² that is the same on every device: FNV-1a. */
export const hashOf = (id: string): number => {
  let hash = 2166136261
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619) >>> 0
  return hash
}
