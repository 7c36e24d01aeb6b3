import { CalendarCheck, CircleCheck } from 'lucide-react'
import { memo, useState } from 'react'
import { Marker } from '#ui/marker.tsx'
import { formatDay, formatDate } from '#i18n/format.ts'
import type { Step } from '../shape.ts'
import { StepBar } from './step-bar.tsx'
import { StepForm } from './step-row.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'
import { weeksOf, type Weeks } from './weeks.ts'

/** Weeks across, a lane for each step with who takes it; past is solid, future an outline. Bars are dragged, or moved by keys. */
export const StepTimeline = ({ steps }: { readonly steps: readonly Step[] }) => {
  const { strings, locale, today } = usePlanPage()
  const reviews = usePlanPart((plan) => plan.reviewDates)
  const [edited, edit] = useState<string | null>(null)
  const weeks = useWeeks(steps, reviews)
  if (!weeks) return <p className="text-sm text-ink-2">{strings.noDates}</p>
  const now = weeks.placeOf(today)
  const chosen = steps.find(({ id }) => id === edited)
  return (
    <>
      <div role="group" aria-label={strings.timeline} className="relative pb-6 text-sm [--lane:minmax(9rem,15rem)]">
        <div className="grid min-h-6 grid-cols-[var(--lane)_minmax(0,1fr)] text-xs text-ink-2" aria-hidden>
          <span />
          <span className="relative">
            {weeks.mondays.map(({ date, at }) => (
              <span key={date} className="absolute pl-1.5 whitespace-nowrap" style={{ left: `${at}%` }}>
                {formatDay(locale, Date.parse(`${date}T12:00:00`)).replace(/^\S+\s/, '')}
              </span>
            ))}
          </span>
        </div>
        <WeekLines weeks={weeks} />
        <ul className="relative">
          {steps.map((step) => (
            <Lane key={step.id} step={step} weeks={weeks} now={now} onEdit={edit} isOpen={edited === step.id} />
          ))}
        </ul>
        {reviews.length > 0 ? <ReviewLane days={reviews} weeks={weeks} /> : null}
        {now === null ? null : <TodayLine at={now} />}
        <p id="bar-keys" className="sr-only">
          {strings.barKeys}
        </p>
      </div>
      {chosen ? <StepForm key={chosen.id} step={chosen} /> : null}
      <p className="sr-only">{reviews.map((day) => `${strings.review}: ${formatDate(locale, day)}`).join('. ')}</p>
    </>
  )
}

type LaneProps = {
  readonly step: Step
  readonly weeks: Weeks
  readonly now: number | null
  /** Opens the fields of a step, or closes them with `null`. */
  readonly onEdit: (id: string | null) => void
  readonly isOpen: boolean
}

// The same weeks for as long as the first and the last day stand: a step that is written in repaints no other lane.
const useWeeks = (steps: readonly Step[], reviews: readonly string[]): Weeks | null => {
  const next = weeksOf(steps, reviews)
  const [weeks, setWeeks] = useState(next)
  const isSame = weeks?.days === next?.days && weeks?.mondays[0]?.date === next?.mondays[0]?.date
  if (!isSame) setWeeks(next)
  return weeks
}

const Lane = memo(({ step, weeks, now, onEdit, isOpen }: LaneProps) => {
  const { strings, nameOf, people, perspectives } = usePlanPage()
  const taker = people.find(({ id }: { readonly id: string }) => id === step.ownerId)
  const slot = perspectives.find(({ id }) => id === taker?.perspective)?.marker ?? null
  const who = step.ownerId === null ? null : nameOf(step.ownerId)
  return (
    <li
      className="grid min-h-9 grid-cols-[var(--lane)_minmax(0,1fr)] items-center border-t border-ditch"
      data-item={step.id}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={isOpen ? `${strings.less}: ${step.text}` : strings.editOne(step.text)}
        onClick={() => onEdit(isOpen ? null : step.id)}
        className="focus-ring flex min-h-9 min-w-0 items-center gap-2 pr-3 text-left font-label hover:bg-field"
      >
        {slot ? <Marker slot={slot} size={14} /> : null}
        <span className="truncate" title={step.text}>
          {step.text}
        </span>
        {step.done ? <CircleCheck size={15} className="shrink-0 text-grass" aria-hidden /> : null}
      </button>
      <span className="relative h-9">
        <StepBar step={step} weeks={weeks} now={now} slot={slot} who={who} />
      </span>
    </li>
  )
})

const WeekLines = ({ weeks }: { readonly weeks: Weeks }) => (
  <div className="absolute inset-x-0 top-6 bottom-6 grid grid-cols-[var(--lane)_minmax(0,1fr)]" aria-hidden>
    <span />
    <span className="relative">
      {weeks.mondays.map(({ date, at }) => (
        <i key={date} className="absolute inset-y-0 w-px bg-ditch" style={{ left: `${at}%` }} />
      ))}
    </span>
  </div>
)

const ReviewLane = ({ days, weeks }: { readonly days: readonly string[]; readonly weeks: Weeks }) => {
  const { strings, locale } = usePlanPage()
  return (
    <div className="grid min-h-9 grid-cols-[var(--lane)_minmax(0,1fr)] items-center border-t border-ditch" aria-hidden>
      <span className="font-label">{strings.reviews}</span>
      <span className="relative h-9">
        {days.map((day) => {
          const at = weeks.placeOf(day) ?? 0
          return (
            <span
              key={day}
              title={formatDate(locale, day)}
              className={`absolute top-1.5 flex items-center gap-1 bg-land text-xs whitespace-nowrap ${at > 85 ? '-translate-x-full' : ''}`}
              style={{ left: `${at}%` }}
            >
              <CalendarCheck size={16} className="shrink-0 text-water" aria-hidden />
              {formatDay(locale, Date.parse(`${day}T12:00:00`)).replace(/^\S+\s/, '')}
            </span>
          )
        })}
      </span>
    </div>
  )
}

const TodayLine = ({ at }: { readonly at: number }) => {
  const { strings } = usePlanPage()
  return (
    <div className="pointer-events-none absolute inset-0 grid grid-cols-[var(--lane)_minmax(0,1fr)]" aria-hidden>
      <span />
      <span className="relative">
        <i className="absolute top-6 bottom-0 w-0.5 bg-ink" style={{ left: `${at}%` }} />
        <span
          className="absolute bottom-0 bg-light px-2 text-xs font-strong text-on-light"
          style={at > 85 ? { right: `${100 - at}%` } : { left: `${at}%` }}
        >
          {strings.today}
        </span>
      </span>
    </div>
  )
}
