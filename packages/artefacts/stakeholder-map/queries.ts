import type { Relation, RelationType, Stakeholder, StakeholderMap } from './shape.ts'

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
