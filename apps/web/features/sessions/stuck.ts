import type { LiveSession } from '../../api/use-session.ts'
import type { Person } from '../../api/use-facts.ts'

/** Where people are now, as presence tells. */
export type Whereabouts = {
  readonly present: ReadonlySet<string>
  readonly presentIn: (place: string) => readonly string[]
  readonly isAway: (participant: string) => boolean
}

export type Stuck = { readonly person: Person; readonly why: 'gone' | 'away' | 'elsewhere' | 'idle' }

type Room = {
  readonly presentIds: readonly string[]
  readonly readyIds: readonly string[]
  /** The session itself, and the artefacts of the step. */
  readonly places: readonly string[]
  /** The step has run so long that whoever is not ready may need a hand. */
  readonly isLate: boolean
}

/** Who may need somebody to look in: what keeps most from taking part comes first. */
export const stuckIn = (
  people: readonly Person[],
  { presentIds, readyIds, places, isLate }: Room,
  { present, presentIn, isAway }: Whereabouts,
): readonly Stuck[] => {
  const here = new Set(places.flatMap((place) => presentIn(place)))
  const whyOf = ({ id }: Person): Stuck['why'] | null => {
    if (readyIds.includes(id)) return null
    if (!present.has(id)) return 'gone'
    if (isAway(id)) return 'away'
    if (!here.has(id)) return 'elsewhere'
    return isLate ? 'idle' : null
  }
  const found = people
    .filter(({ id }) => presentIds.includes(id))
    .flatMap((person): Stuck[] => {
      const why = whyOf(person)
      return why ? [{ person, why }] : []
    })
  return found.toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
}

const order: readonly Stuck['why'][] = ['gone', 'away', 'elsewhere', 'idle']

/** How many of those who are present look at the step. */
export const lookingAlong = (live: LiveSession, presentIds: readonly string[], here: Iterable<string>): number => {
  const looking = new Set(here)
  return live.present === 0 ? 0 : presentIds.filter((id) => looking.has(id)).length
}
