import { fewestOpen, peopleByGroup, type PeopleGroup } from '../small-groups.ts'

/** Somebody who took part: contributors of a session, without those who lead, write down for others, or read along. */
export type Attendant = { readonly id: string; readonly perspective: string }

/**
 * A cause, effect, formulation, piece of evidence, stakeholder or relation that somebody made. `maker` is `null` when
 * nobody may know who it was; the group may still be known.
 */
export type Contribution = { readonly item: string; readonly maker: string | null; readonly perspective: string | null }

/** How the process treats one group as it is shown: small groups together, never a person. */
export type GroupInfluence = {
  readonly perspectives: readonly string[]
  readonly present: number
  /** Of those present, how many made something. */
  readonly heard: number
  readonly contributions: number
  /** Part of all contributions, and of all who are present; from 0 to 1. */
  readonly share: number
  readonly shareOfPresent: number
  /** Share of contributions over share of those present: 0.8 to 1.25 is in balance; `null` before anybody made anything. */
  readonly parity: number | null
  /** How many of its contributions live on in the chosen question, a decision or a trial; and which part that is. */
  readonly takenUp: number
  readonly uptake: number | null
}

export type Influence = {
  readonly present: number
  readonly heard: number
  readonly contributions: number
  /** Shannon entropy of contributions over people, divided by its maximum: 1 is alike; `null` under five people. */
  readonly evenness: number | null
  readonly groups: readonly GroupInfluence[]
}

export type InfluenceFacts = {
  readonly attendants: readonly Attendant[]
  readonly contributions: readonly Contribution[]
  /** The perspectives in drawn order. */
  readonly drawn: readonly string[]
  /** Items that live on, by `livingOn`. */
  readonly takenUp: ReadonlySet<string>
  /** What a facilitator raised the smallest group to; lower than the rule it counts for nothing. */
  readonly atLeast?: number
}

/** The measures of equal influence of one step, session or workspace (Woolley 2010 is their argument, not their norm). */
export const influenceOf = ({ attendants, contributions, drawn, takenUp, atLeast = 0 }: InfluenceFacts): Influence => {
  const groups = peopleByGroup(
    attendants.map(({ perspective }) => perspective),
    drawn,
    Math.max(fewestOpen, atLeast),
  )
  const perspectiveOf = new Map(attendants.map(({ id, perspective }) => [id, perspective]))
  // Somebody who left or leads is in no group at the table; what nobody's name stands on counts for its group.
  const counted = contributions.flatMap(({ item, maker, perspective }) => {
    const known = maker === null ? perspective : perspectiveOf.get(maker)
    return known === null || known === undefined ? [] : [{ item, maker, perspective: known }]
  })
  const inGroups = counted.filter(({ perspective }) => groups.some((group) => group.perspectives.includes(perspective)))
  const makers = new Set(inGroups.flatMap(({ maker }) => maker ?? []))
  return {
    present: attendants.length,
    heard: makers.size,
    contributions: inGroups.length,
    evenness: evennessOf(attendants, inGroups),
    groups: groups.map((group) => groupInfluence(group, attendants, inGroups, takenUp)),
  }
}

type Counted = { readonly item: string; readonly maker: string | null; readonly perspective: string }

const groupInfluence = (
  { perspectives, count }: PeopleGroup,
  attendants: readonly Attendant[],
  all: readonly Counted[],
  takenUp: ReadonlySet<string>,
): GroupInfluence => {
  const own = all.filter(({ perspective }) => perspectives.includes(perspective))
  const share = all.length === 0 ? 0 : own.length / all.length
  const shareOfPresent = count / attendants.length
  const living = own.filter(({ item }) => takenUp.has(item)).length
  return {
    perspectives,
    present: count,
    heard: new Set(own.flatMap(({ maker }) => maker ?? [])).size,
    contributions: own.length,
    share,
    shareOfPresent,
    parity: all.length === 0 ? null : share / shareOfPresent,
    takenUp: living,
    uptake: own.length === 0 ? null : living / own.length,
  }
}

/** Under this many people evenness says more about a person than about the group. */
export const fewestForEvenness = 5

const evennessOf = (attendants: readonly Attendant[], all: readonly Counted[]): number | null => {
  const signed = all.filter(({ maker }) => maker !== null)
  if (attendants.length < fewestForEvenness || signed.length === 0) return null
  const entropy = attendants
    .map(({ id }) => signed.filter(({ maker }) => maker === id).length / signed.length)
    .filter((part) => part > 0)
    .reduce((sum, part) => sum - part * Math.log(part), 0)
  return entropy / Math.log(attendants.length)
}

/** Parity within these bounds is in balance. */
export const inBalance = (parity: number): boolean => parity >= 0.8 && parity <= 1.25
