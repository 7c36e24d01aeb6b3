import { createEvents, type EventAttributes } from 'ics'
import type { ExperimentPlan } from '../shape.ts'

type DayWords = { readonly begins: string; readonly ends: string; readonly latest: string; readonly review: string }

/** The days of a plan as an iCalendar file: steps, review dates, begin and ends, each a whole day; `null` when it cannot be made. */
export const calendarOf = (plan: ExperimentPlan, planId: string, words: DayWords): string | null => {
  const { title, start, end, maxEnd, reviewDates, steps } = plan
  const single = (what: string, day: string | null, id: string) =>
    day === null ? [] : [wholeDays(`${title}: ${what}`, day, day, `${planId}-${id}`)]
  const events = [
    ...single(words.begins, start, 'start'),
    ...single(words.ends, end, 'end'),
    ...single(words.latest, maxEnd, 'latest'),
    ...reviewDates.flatMap((day) => single(words.review, day, `review-${day}`)),
    ...steps.flatMap(({ id, text, start: from, end: to, done }) => {
      const [first, last] = [from ?? to, to ?? from]
      return first === null || last === null || last < first
        ? []
        : [{ ...wholeDays(text, first, last, id), ...(done ? { status: 'CONFIRMED' as const } : {}) }]
    }),
  ]
  const { value, error } = createEvents(events, { productId: 'polder', calName: title })
  return error || value === undefined ? null : value
}

// The end of a whole day in a calendar is the morning after.
const wholeDays = (title: string, first: string, last: string, id: string): EventAttributes => ({
  title,
  uid: `${id}@polder`,
  start: dayParts(first),
  end: dayParts(dayAfter(last)),
})

const dayParts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
