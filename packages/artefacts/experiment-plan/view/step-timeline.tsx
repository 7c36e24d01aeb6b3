import { CircleCheck } from 'lucide-react'
import { useMarkerOf } from '#react/here.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { Marker } from '#ui/marker.tsx'
import { formatDay, formatDate } from '#i18n/format.ts'
import type { Step } from '../shape.ts'
import { usePlanPage } from './use-plan.ts'
import { weeksOf, type Weeks } from './weeks.ts'

/** Weeks across, a lane for each step; past is solid, future an outline. A picture: the list is the control. */
export const StepTimeline = () => {
  const { plan, strings, words, locale, today } = usePlanPage()
  const weeks = weeksOf(plan.steps)
  if (!weeks) return <p className="text-sm text-ink-2">{strings.noDates}</p>
  const now = weeks.placeOf(today)
  const day = (date: string | null) => (date === null ? words.unknown : formatDate(locale, date))
  const parts = plan.steps.map(({ text, start, end, done }) => strings.timelineStep(text, day(start ?? end), day(end ?? start), done))
  return (
    <div role="img" aria-label={strings.timeline(parts)} className="relative pb-6 text-sm [--lane:minmax(9rem,15rem)]">
      <div className="grid min-h-6 grid-cols-[var(--lane)_minmax(0,1fr)] text-xs text-ink-2">
        <span />
        <span className="relative">
          {weeks.mondays.map(({ date, at }) => (
            <span key={date} className="absolute pl-1.5 whitespace-nowrap" style={{ left: `${at}%` }}>
              {formatDay(locale, Date.parse(`${date}T12:00:00`)).replace(/^\S+\s/, '')}
            </span>
          ))}
        </span>
      </div>
      {plan.steps.map((step) => (
        <Lane key={step.id} step={step} weeks={weeks} now={now} />
      ))}
      {now === null ? null : (
        <div className="pointer-events-none absolute inset-0 grid grid-cols-[var(--lane)_minmax(0,1fr)]">
          <span />
          <span className="relative">
            <i className="absolute top-6 bottom-0 w-0.5 bg-ink" style={{ left: `${now}%` }} />
            <span
              className="absolute bottom-0 bg-light px-2 text-xs font-strong text-on-light"
              style={now > 85 ? { right: `${100 - now}%` } : { left: `${now}%` }}
            >
              {strings.today}
            </span>
          </span>
        </div>
      )}
    </div>
  )
}

const Lane = ({ step, weeks, now }: { step: Step; weeks: Weeks; now: number | null }) => {
  const { people } = useWorkplace()
  const markerOf = useMarkerOf()
  const taker = people.find(({ id }: { readonly id: string }) => id === step.ownerId)
  const slot = taker ? markerOf(taker.perspective) : null
  const bar = weeks.barOf(step)
  const past = step.done || bar === null || now === null ? (step.done ? 100 : 0) : Math.min(100, Math.max(0, ((now - bar.from) / bar.width) * 100))
  return (
    <div className="grid min-h-9 grid-cols-[var(--lane)_minmax(0,1fr)] items-center border-t border-ditch">
      <span className="flex min-w-0 items-center gap-2 pr-3 font-label">
        {slot ? <Marker slot={slot} size={14} /> : null}
        <span className="truncate">{step.text}</span>
        {step.done ? <CircleCheck size={15} className="shrink-0 text-grass" aria-hidden /> : null}
      </span>
      <span className="relative h-9">
        {weeks.mondays.map(({ date, at }) => (
          <i key={date} className="absolute inset-y-0 w-px bg-ditch" style={{ left: `${at}%` }} />
        ))}
        {bar ? (
          <span
            className="absolute inset-y-1.5 border-[1.5px] forced-color-adjust-none"
            style={{
              left: `${bar.from}%`,
              width: `${bar.width}%`,
              borderColor: `var(--${slot ?? 'ink'})`,
              background: `color-mix(in oklab, var(--${slot ?? 'ink'}) 16%, var(--land))`,
            }}
          >
            <i className="absolute inset-y-0 left-0" style={{ width: `${past}%`, background: `var(--${slot ?? 'ink'})` }} />
          </span>
        ) : null}
      </span>
    </div>
  )
}
