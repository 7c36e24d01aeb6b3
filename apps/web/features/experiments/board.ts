import type { DirectoryEntry } from '#domain/directory.ts'
import { statuses, type Status } from '#artefacts/experiment-plan/shape.ts'
import type { Verdict } from '#artefacts/experiment-plan/verdict.ts'
import { listIn, textIn } from '#domain/entry-facts.ts'

/** The columns of the board, from thought to outcome, and which states stand in each. */
export const columns = {
  thinking: ['idea', 'design', 'agreed'],
  running: ['running'],
  done: ['finished', 'stopped'],
  aside: ['parked'],
} as const satisfies { readonly [column: string]: readonly Status[] }
export type Column = keyof typeof columns

/** What the board shows of one trial. */
export type Trial = {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly start: string | null
  readonly end: string | null
  /** The next day on which the group looks at it. */
  readonly review: string | null
  readonly ownerId: string | null
  readonly problemIds: readonly string[]
  readonly isStopHit: boolean
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
}

type Listed = { readonly id: string; readonly title: string }

/** The trials of a workspace as the board shows them, in the order of the list of artefacts. */
export const trialsOf = (
  listed: readonly Listed[],
  entries: readonly DirectoryEntry[],
  today: string,
): readonly Trial[] =>
  listed.map(({ id, title }) => {
    const own = entries.filter(({ document }) => document === id)
    const entry = own.find((each) => each.id === id && each.kind === 'experiment')
    const status = statuses.find((known) => entry && known === textIn(entry, 'status')) ?? 'idea'
    return {
      id,
      title: entry?.label || title,
      status,
      start: entry ? textIn(entry, 'start') : null,
      end: entry ? textIn(entry, 'end') : null,
      review: (entry ? listIn(entry, 'reviewDates') : []).toSorted().find((day) => day >= today) ?? null,
      ownerId: entry ? textIn(entry, 'ownerId') : null,
      problemIds: entry ? listIn(entry, 'problemIds') : [],
      isStopHit: entry ? listIn(entry, 'hitRules').length > 0 : false,
      verdicts: countsOf(own.filter(({ kind }) => kind === 'measure')),
    }
  })

const order = ['met', 'partly', 'notMet', 'noResult'] as const satisfies readonly Verdict[]

const countsOf = (measures: readonly DirectoryEntry[]): Trial['verdicts'] =>
  order.flatMap((verdict) => {
    const count = measures.filter((measure) => textIn(measure, 'verdict') === verdict).length
    return count === 0 ? [] : [{ verdict, count }]
  })

/** The trials of one column. */
export const trialsIn = (trials: readonly Trial[], column: Column): readonly Trial[] => {
  const held: readonly Status[] = columns[column]
  return trials.filter(({ status }) => held.includes(status))
}
