import * as z from 'zod/mini'

/** The clock of one step. Times are the server's, in ms since 1970; lengths are in seconds. */
export const timerSchema = z.object({
  status: z.enum(['idle', 'running', 'paused', 'done']),
  startedAt: z.nullable(z.number()),
  durationSec: z.number(),
  extraSec: z.number(),
  /** What was left when it was last started or stopped; below zero the time is over. */
  remainingSec: z.number(),
})
export type Timer = z.infer<typeof timerSchema>

/** A clock that was not started yet. */
export const newTimer = (minutes: number | null): Timer => {
  const durationSec = Math.max(0, Math.round((minutes ?? 0) * 60))
  return { status: 'idle', startedAt: null, durationSec, extraSec: 0, remainingSec: durationSec }
}

/** Seconds that are left at a moment of the server; below zero when the time is over, which closes nothing. */
export const secondsLeft = ({ status, startedAt, remainingSec }: Timer, now: number): number =>
  status === 'running' && startedAt !== null ? remainingSec - (now - startedAt) / 1000 : remainingSec

/** Starts or goes on. */
export const startTimer = (timer: Timer, now: number): Timer =>
  timer.status === 'running' ? timer : { ...timer, status: 'running', startedAt: now }

export const pauseTimer = (timer: Timer, now: number): Timer =>
  timer.status === 'running'
    ? { ...timer, status: 'paused', startedAt: null, remainingSec: secondsLeft(timer, now) }
    : timer

/** Stops it for good: what was left stays known. */
export const endTimer = (timer: Timer, now: number): Timer => ({ ...pauseTimer(timer, now), status: 'done' })

/** More time, or with a negative number less; never less than nothing is left. */
export const addTime = (timer: Timer, seconds: number, now: number): Timer => {
  const left = secondsLeft(timer, now)
  // Whoever asks for a minute after the end gets a minute from now on.
  const base = seconds > 0 ? Math.max(left, 0) : left
  const next = Math.max(base + seconds, Math.min(left, 0))
  const status = timer.status === 'done' ? 'paused' : timer.status
  return {
    ...timer,
    status,
    extraSec: timer.extraSec + Math.round(next - left),
    remainingSec: next,
    startedAt: status === 'running' ? now : null,
  }
}

/** What is said aloud while it runs down: at half, at two minutes, and at the end. */
export type TimerMark = 'half' | 'two-minutes' | 'end'

/** The mark that lies between two readings of what is left, the later one if there are several; `null` for none. */
export const markBetween = ({ durationSec, extraSec }: Timer, before: number, after: number): TimerMark | null => {
  const whole = durationSec + extraSec
  const passed = (at: number): boolean => before > at && after <= at
  if (passed(0)) return 'end'
  // Short steps have no use for both.
  if (whole > 180 && passed(120)) return 'two-minutes'
  return whole > 60 && passed(whole / 2) ? 'half' : null
}

/** What is left as `12:40`, `1:05:00` or, when the time is over, `+0:30`. */
export const formatLeft = (seconds: number): string => {
  // The last second shows 0:01, and after the end one counts up from 0:00.
  const whole = seconds >= 0 ? Math.ceil(seconds) : Math.floor(-seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const tail = `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
  return `${seconds < 0 ? '+' : ''}${hours > 0 ? `${hours}:${tail}` : tail}`
}
