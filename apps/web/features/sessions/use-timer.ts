import { useEffect, useRef, useState } from 'react'
import { markBetween, secondsLeft, type Timer, type TimerMark } from '#domain/timer.ts'
import { serverTime } from '../../api/server-time.ts'

/** What is left of a clock in seconds, read again every second while it runs; `null` without a clock. */
export const useSecondsLeft = (timer: Timer | null): number | null => {
  const now = useSecond(timer?.status === 'running')
  return timer ? secondsLeft(timer, now) : null
}

/** The time of the server, new every second; it stands still while nobody needs it. */
export const useSecond = (runs: boolean): number => {
  const [now, setNow] = useState(() => serverTime.now())
  useEffect(() => {
    if (!runs) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      clearTimeout(timer)
      const current = serverTime.now()
      setNow(current)
      // On the full second of the server, so that all screens turn together.
      timer = setTimeout(tick, 1000 - (((current % 1000) + 1000) % 1000) + 5)
    }
    tick()
    // A phone that slept has stopped its clocks; out of the pocket it shows the time at once.
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [runs])
  return now
}

/** The last mark that was passed while somebody looked on, for a polite announcement; `null` when none was. */
export const useTimerMark = (timer: Timer | null, left: number | null, step: string | null): TimerMark | null => {
  const [mark, setMark] = useState<TimerMark | null>(null)
  const last = useRef<{ readonly step: string | null; readonly left: number } | null>(null)
  useEffect(() => {
    const before = last.current
    last.current = left === null ? null : { step, left }
    if (!timer || left === null || !before || before.step !== step) return setMark(null)
    // More time was given: what was said no longer holds.
    if (left > before.left + 1) return setMark(null)
    const passed = markBetween(timer, before.left, left)
    if (passed) setMark(passed)
    return undefined
  }, [timer, left, step])
  return mark
}
