import { daysLater } from './weeks.ts'

/** The first and last day of a step on the timeline. */
export type Span = { readonly start: string; readonly end: string }
/** What of a bar is held: all of it, or one end. */
export type Grip = 'whole' | 'start' | 'end'

/** A span so many days later; an end that is dragged stops at the other one. */
export const spanAfter = ({ start, end }: Span, grip: Grip, days: number): Span => {
  const from = grip === 'end' ? start : daysLater(start, days)
  const to = grip === 'start' ? end : daysLater(end, days)
  if (from <= to) return { start: from, end: to }
  return grip === 'start' ? { start: end, end } : { start, end: start }
}

const keys: { readonly [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 }

/** What a key does to a bar: arrows a day, page keys a week; Shift moves only the end, Alt only the start. `null` for another key. */
export const moveOfKey = (
  key: string,
  shift: boolean,
  alt: boolean,
): { readonly grip: Grip; readonly days: number } | null => {
  const days = keys[key]
  return days === undefined ? null : { grip: shift ? 'end' : alt ? 'start' : 'whole', days }
}
