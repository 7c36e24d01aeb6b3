import { formatLeft, type Timer } from '#domain/timer.ts'
import { useStrings } from '#react/use-strings.tsx'
import { sessionStrings } from './strings.ts'
import { useSecondsLeft, useTimerMark } from './use-timer.ts'

type ClockProps = {
  readonly timer: Timer | null
  /** The step that it belongs to: at a new one nothing of the last is announced. */
  readonly step: string | null
  readonly className?: string
  /** The marks are said aloud here; one place on a page does. */
  readonly announces?: boolean
}

/** What is left of a step in large figures; half, two minutes and the end are said politely. */
export const Clock = ({ timer, step, className = '', announces = false }: ClockProps) => {
  const strings = useStrings(sessionStrings)
  const left = useSecondsLeft(timer)
  const mark = useTimerMark(timer, left, step)
  const isTimed = timer !== null && timer.durationSec + timer.extraSec > 0
  return (
    <>
      {isTimed && left !== null ? (
        <span role="timer" aria-live="off" aria-label={spoken(strings, left)} className={`tabular-nums ${className}`}>
          {formatLeft(left)}
        </span>
      ) : null}
      {announces ? (
        <span role="status" className="sr-only" data-testid="time-said">
          {mark ? strings.marks[mark] : ''}
        </span>
      ) : null}
    </>
  )
}

const spoken = (strings: (typeof sessionStrings)['nl'], left: number): string => {
  if (left < 0) return strings.timeOver(Math.floor(-left / 60))
  const whole = Math.ceil(left)
  return strings.timeLeft(Math.floor(whole / 60), whole % 60)
}

type TimeLineProps = { readonly timer: Timer | null; readonly className?: string }

/** The horizon as a clock: dark is time that passed, yellow is time that is left. */
export const TimeLine = ({ timer, className = 'h-[8px]' }: TimeLineProps) => {
  const strings = useStrings(sessionStrings)
  const left = useSecondsLeft(timer)
  const whole = timer ? timer.durationSec + timer.extraSec : 0
  const share = left === null || whole <= 0 ? 0 : Math.min(1, Math.max(0, left / whole))
  return (
    <section aria-label={strings.time} className={`relative bg-line forced-color-adjust-none ${className}`}>
      {whole > 0 ? (
        <div
          role="progressbar"
          aria-label={strings.time}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round((1 - share) * 100)}
          className="h-full"
        >
          {/* It moves by a hair each second; gliding there would keep every phone drawing for three hours. */}
          <span
            className="absolute inset-y-0 right-0 w-full origin-right bg-light"
            style={{ transform: `scaleX(${share})` }}
          />
          <span
            className={`absolute inset-y-0 w-[3px] bg-land ${share > 0 && share < 1 ? '' : 'hidden'}`}
            style={{ right: `${share * 100}%` }}
          />
        </div>
      ) : null}
    </section>
  )
}
