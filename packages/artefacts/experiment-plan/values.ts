/** What was measured: a number, on which day, with how many. `date` and `n` are `null` when nobody wrote them down. */
export type Measurement = { readonly value: number; readonly date: string | null; readonly n: number | null }

export const operators = ['<', '<=', '=', '>=', '>'] as const
export type Operator = (typeof operators)[number]
/** When a measure is good: `{ operator: '<=', value: 2.9 }` is at most 2.9. */
export type Target = { readonly operator: Operator; readonly value: number }

/** One way to take an experiment further, or the choice not to. */
export type Scaling = {
  readonly chosen: boolean
  readonly what: string
  readonly needs: string
  readonly barriers: string
  readonly ownerId: string | null
}
export const notScaled: Scaling = Object.freeze({ chosen: false, what: '', needs: '', barriers: '', ownerId: null })

/** Whether this is a day of the calendar, written as `2026-03-12`; `2026-02-30` is not. */
export const isDay = (raw: unknown): raw is string => {
  if (typeof raw !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(raw)) return false
  const moment = Date.parse(`${raw}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(raw)
}

/** A measurement from a document or a file; `undefined` when it is none. */
export const measurementOf = (raw: unknown): Measurement | null | undefined => {
  if (raw === null) return null
  if (typeof raw !== 'object' || !('value' in raw) || !isNumber(raw.value)) return undefined
  const date = 'date' in raw && raw.date !== null ? raw.date : null
  const n = 'n' in raw && raw.n !== null ? raw.n : null
  if ((date !== null && !isDay(date)) || (n !== null && !isCount(n))) return undefined
  return { value: raw.value, date, n }
}

/** A target from a document or a file; `undefined` when it is none. */
export const targetOf = (raw: unknown): Target | null | undefined => {
  if (raw === null) return null
  if (typeof raw !== 'object' || !('value' in raw) || !('operator' in raw)) return undefined
  const operator = operators.find((known) => known === raw.operator)
  return operator && isNumber(raw.value) ? { operator, value: raw.value } : undefined
}

/** A way of scaling from a document or a file; `undefined` when it is none. What is left out is empty. */
export const scalingOf = (raw: unknown): Scaling | undefined => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const read = { ...notScaled, ...raw }
  const { chosen, what, needs, barriers, ownerId } = read
  const sound = typeof chosen === 'boolean' && [what, needs, barriers].every((words) => typeof words === 'string')
  return sound && (ownerId === null || typeof ownerId === 'string')
    ? { chosen, what, needs, barriers, ownerId }
    : undefined
}

/** Whether a number of people, answers or times can be this. */
export const isCount = (raw: unknown): raw is number => Number.isInteger(raw) && Number(raw) >= 0

const isNumber = (raw: unknown): raw is number => typeof raw === 'number' && Number.isFinite(raw)

/** Whether nobody wrote anything. */
export const isBlank = (words: string | undefined): boolean => (words ?? '').trim() === ''
