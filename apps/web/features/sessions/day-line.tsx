import { hoursOf, type Agenda } from '#domain/agenda.ts'
import { useStrings } from '#react/use-strings.tsx'
import type { LiveSession } from '../../api/use-session.ts'
import { secondsLeft } from '#domain/timer.ts'
import { leadStrings } from './lead-strings.ts'
import { useSecond } from './use-timer.ts'

type DayLineProps = { readonly agenda: Agenda; readonly live: LiveSession }

/** All steps in proportion on one line: dark is done, the step that runs is half dark and half light. */
export const DayLine = ({ agenda, live }: DayLineProps) => {
  const strings = useStrings(leadStrings)
  const now = useSecond(live.status === 'live')
  const hours = hoursOf(agenda.steps, agenda.session.startTime)
  return (
    <section aria-label={strings.timeline} className="bg-sky max-lg:hidden">
      <ol className="flex gap-[3px]">
        {agenda.steps.map((step, at) => {
          const timer = live.timers[step.id]
          const isNow = live.status === 'live' && live.activityId === step.id
          const whole = timer ? timer.durationSec + timer.extraSec : 0
          const passed = isNow && timer && whole > 0 ? 1 - Math.max(0, secondsLeft(timer, now)) / whole : 0
          return (
            <li key={step.id} className="min-w-0" style={{ flex: Math.max(step.minutes ?? 0, 3) }}>
              <span
                aria-hidden
                className={`relative block h-2 forced-color-adjust-none ${isNow ? 'bg-light' : live.visited.includes(step.id) ? 'bg-line' : 'bg-ditch shadow-[inset_0_0_0_1.5px_var(--bank)]'}`}
              >
                {isNow ? (
                  <span
                    className="absolute inset-y-0 left-0 border-r-[3px] border-land bg-line"
                    style={{ width: `${Math.min(1, passed) * 100}%` }}
                  />
                ) : null}
              </span>
              <span
                className={`block truncate pl-2.5 text-xs/[1.75rem] ${isNow ? 'font-strong' : 'text-ink-2'} ${at === 0 ? 'pl-5' : ''}`}
              >
                {hours[at] ? <span className="font-normal text-ink-3 tabular-nums">{hours[at]} </span> : null}
                {step.title}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
