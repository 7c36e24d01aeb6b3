import type { Step } from '../shape.ts'

const dayMs = 86_400_000

/** The weeks across which the steps of a plan lie. Places are percent from the left. */
export type Weeks = {
  /** Mondays, and where they stand. */
  readonly mondays: readonly { readonly date: string; readonly at: number }[]
  /** Where a day begins; `null` outside the picture. */
  readonly placeOf: (day: string) => number | null
  /** How many days wide the picture is. */
  readonly days: number
  readonly barOf: (step: Pick<Step, 'start' | 'end'>) => { readonly from: number; readonly width: number } | null
}

/** At most this many dates stand above the picture; longer plans show fewer. */
const mostLabels = 9

/** Lays out the steps of a plan, and other days such as review dates, over whole weeks; `null` when there is no day at all. */
export const weeksOf = (
  steps: readonly Pick<Step, 'start' | 'end'>[],
  others: readonly string[] = [],
): Weeks | null => {
  const days = [...steps.flatMap(({ start, end }) => [start, end]), ...others].filter((day) => day !== null)
  if (days.length === 0) return null
  const sorted = days.toSorted()
  const first = mondayOf(numberOf(sorted[0] ?? ''))
  const count = Math.floor((numberOf(sorted.at(-1) ?? '') - first) / 7) + 1
  const every = Math.ceil(count / mostLabels)
  const placeOf = (day: number) => Math.round(((day - first) / (count * 7)) * 1000) / 10
  return {
    days: count * 7,
    mondays: Array.from({ length: Math.ceil(count / every) }, (_, at) => {
      const monday = first + at * every * 7
      return { date: new Date(monday * dayMs).toISOString().slice(0, 10), at: placeOf(monday) }
    }),
    placeOf: (day) => {
      const at = placeOf(numberOf(day))
      return at < 0 || at > 100 ? null : at
    },
    barOf: ({ start, end }) => {
      const [one, other] = [start ?? end, end ?? start]
      if (one === null || other === null) return null
      const from = placeOf(numberOf(one))
      // The last day counts whole.
      return { from, width: Math.round((placeOf(numberOf(other) + 1) - from) * 10) / 10 }
    },
  }
}

/** Week 5 of 8: in which week of a period a day falls, the first is 1; `null` outside it. */
export const weekOf = (start: string | null, end: string | null, day: string): { week: number; of: number } | null => {
  if (start === null || end === null || day < start || day > end) return null
  const weeks = (last: string) => Math.floor((numberOf(last) - numberOf(start)) / 7) + 1
  return { week: weeks(day), of: weeks(end) }
}

/** A day of the reader's own calendar as `2026-03-12`. */
export const dayOf = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** So many days later, or earlier. */
export const daysLater = (day: string, days: number): string =>
  new Date((numberOf(day) + days) * dayMs).toISOString().slice(0, 10)

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs

// 1 January 1970 was a Thursday.
const mondayOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)
