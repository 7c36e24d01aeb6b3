import { participationLevels } from '#domain/workspace.ts'
import type { Stakeholder } from './shape.ts'

type ParticipationLevel = (typeof participationLevels)[number]

export const bands = ['lived', 'bridge', 'system'] as const
/** To which world a party belongs: daily life, the system, or between the two. */
export type Band = (typeof bands)[number]

/** The band of a party by its `world`: 1–2, 3, or 4–5; `null` while nobody knows. */
export const bandOf = ({ world }: Pick<Stakeholder, 'world'>): Band | null =>
  world === null ? null : world <= 2 ? 'lived' : world === 3 ? 'bridge' : 'system'

export const salienceClasses = [
  'definitive',
  'dominant',
  'dependent',
  'dangerous',
  'dormant',
  'discretionary',
  'demanding',
  'unknown',
] as const
/** What gives a party weight: power, a right to speak, haste (Mitchell, Agle and Wood 1997). */
export type Salience = (typeof salienceClasses)[number]

/** The class of a party: each of influence, legitimacy and urgency counts from 4; without any, or all unknown, `unknown`. */
export const salienceOf = ({
  influence,
  legitimacy,
  urgency,
}: Pick<Stakeholder, 'influence' | 'legitimacy' | 'urgency'>): Salience => {
  const key = [influence, legitimacy, urgency].map((step) => ((step ?? 0) >= 4 ? 1 : 0)).join('')
  return bySides[key] ?? 'unknown'
}

const bySides: { readonly [sides: string]: Salience } = {
  '111': 'definitive',
  '110': 'dominant',
  '101': 'dangerous',
  '011': 'dependent',
  '100': 'dormant',
  '010': 'discretionary',
  '001': 'demanding',
}

/** The step of the participation ladder as a number, from 0 for none to 6; `null` while nobody knows. */
export const ladderStep = (level: ParticipationLevel | null): number | null =>
  level === null ? null : participationLevels.indexOf(level)

/** How many steps a party should come up, or down, between how it takes part and how it should; `null` while one is unknown. */
export const ladderGap = (stakeholder: Stakeholder): number | null => {
  const [now, wanted] = [ladderStep(stakeholder.participationCurrent), ladderStep(stakeholder.participationDesired)]
  return now === null || wanted === null ? null : wanted - now
}

export const isAtTable = ({ atTable }: Stakeholder): boolean => atTable === 'yes'
/** Nobody speaks for this party: it is not there, or nobody knows. */
export const isAbsent = ({ atTable }: Stakeholder): boolean => atTable === 'no' || atTable === 'unknown'

/** How many parties each band has on the map, and how many of them sit at the table themselves. */
export const balanceOf = (stakeholders: readonly Stakeholder[]) => {
  const count = (rows: readonly Stakeholder[], band: Band) => rows.filter((row) => bandOf(row) === band).length
  const present = stakeholders.filter(isAtTable)
  const per = (rows: readonly Stakeholder[]) => ({
    lived: count(rows, 'lived'),
    bridge: count(rows, 'bridge'),
    system: count(rows, 'system'),
  })
  return { map: per(stakeholders), table: per(present) }
}
