import type { Locale } from './strings.ts'

const tags: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' }

const cached = <Formatter>(make: (tag: string) => Formatter) => {
  const made = new Map<Locale, Formatter>()
  return (locale: Locale): Formatter => {
    const formatter = made.get(locale) ?? make(tags[locale])
    made.set(locale, formatter)
    return formatter
  }
}

const numbers = cached((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }))
const lists = cached((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const dates = cached(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const shortDates = cached((tag) => new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short' }))
const nearDays = cached((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
const times = cached((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }))

/** The form that fits the count; `#` in it becomes the count: `plural('nl', 2, '# stem', '# stemmen')`. */
export const plural = (locale: Locale, count: number, one: string, other: string): string =>
  (isOne(count) ? one : other).replaceAll('#', formatNumber(locale, count))

// Dutch and English both have one form for one and another for all else.
const isOne = (count: number): boolean => Math.abs(count) === 1

/** A number as people write it: `2,5` in Dutch, `2.5` in English; at most two decimals. */
export const formatNumber = (locale: Locale, value: number): string =>
  isPlain(value) ? String(value) : numbers(locale).format(value)

// Written the same in every language; a browser's first formatter takes 30 ms, and every page counts something.
const isPlain = (value: number): boolean => Number.isInteger(value) && Math.abs(value) < 1000

/** `a, b en c`. */
export const formatList = (locale: Locale, items: readonly string[]): string => lists(locale).format(items)

/** A calendar date (`2026-03-12`) as `12 maart 2026`; what is no date comes back as it was. */
export const formatDate = (locale: Locale, isoDate: string): string => {
  const date = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? isoDate : dates(locale).format(date)
}

/** A moment (ms since 1970) as `vr 21 nov`, in the reader's time zone. */
export const formatDay = (locale: Locale, moment: number): string => shortDates(locale).format(new Date(moment))

/** The day of a moment (ms since 1970) as people say it: `vandaag`, `gisteren`, else `vr 21 nov`; in the reader's time zone. */
export const formatRecentDay = (locale: Locale, moment: number, now = Date.now()): string => {
  const daysAgo = [0, 1].find((days) => sameDay(new Date(moment), daysBefore(now, days)))
  return daysAgo === undefined ? formatDay(locale, moment) : nearDays(locale).format(-daysAgo, 'day')
}

const daysBefore = (now: number, days: number): Date => {
  const day = new Date(now)
  // By the calendar: on the night that the clock changes, a day has no 24 hours.
  day.setDate(day.getDate() - days)
  return day
}

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString()

/** A moment (ms since 1970) as `10:15`, in the reader's time zone. */
export const formatTime = (locale: Locale, moment: number): string => times(locale).format(new Date(moment))

/**
 * Reads a number as somebody typed it, in Dutch (`1.234,5`) or English (`1,234.5`) notation.
 * `null` when it is no number. With one separator only, the language of the screen decides.
 */
export const parseNumber = (locale: Locale, typed: string): number | null => {
  const text = typed
    .trim()
    .replaceAll(/[\s\u00a0]/g, '')
    .replace('−', '-')
  const grouped = locale === 'nl' ? '.' : ','
  const decimal = locale === 'nl' ? ',' : '.'
  const own = new RegExp(`^[+-]?(\\d{1,3}(\\${grouped}\\d{3})+|\\d+)(\\${decimal}\\d+)?$`)
  if (own.test(text)) return Number(text.replaceAll(grouped, '').replace(decimal, '.'))
  return /^[+-]?\d+[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : null
}
