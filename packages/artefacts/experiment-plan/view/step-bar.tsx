import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { formatDate } from '#i18n/format.ts'
import type { MarkerSlot } from '#ui/marker.tsx'
import { planStep } from '../commands.ts'
import type { Step } from '../shape.ts'
import { moveOfKey, spanAfter, type Grip, type Span } from './bar-moves.ts'
import { usePlanPage } from './use-plan.ts'
import type { Weeks } from './weeks.ts'

type StepBarProps = {
  readonly step: Step
  readonly weeks: Weeks
  readonly now: number | null
  readonly slot: MarkerSlot | null
  readonly who: string | null
}

/** The days of a step as a bar; dragged as a whole or at an end, written down once, on release. */
export const StepBar = ({ step, weeks, now, slot, who }: StepBarProps) => {
  const { act, say, desk, strings, locale } = usePlanPage()
  const [dragged, setDragged] = useState<Span | null>(null)
  const from = useRef<{ x: number; grip: Grip }>({ x: 0, grip: 'whole' })
  const [first, last] = [step.start ?? step.end, step.end ?? step.start]
  if (first === null || last === null) return null
  const own: Span = { start: first, end: last }
  const span = dragged ?? own
  const bar = weeks.barOf(span)
  if (!bar) return null
  const days = (day: string) => formatDate(locale, day)
  const write = (next: Span) => {
    if (next.start === own.start && next.end === own.end) return
    act((draft) => planStep(draft, step.id, next))
    say(strings.runs(step.text, days(next.start), days(next.end)))
  }
  const grip = (event: PointerEvent<HTMLElement>): Grip => {
    const box = event.currentTarget.getBoundingClientRect()
    // A short bar has no ends to hold apart from itself.
    const edge = Math.min(12, box.width / 4)
    return event.clientX < box.left + edge ? 'start' : event.clientX > box.right - edge ? 'end' : 'whole'
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move =
      desk.canWrite && !event.ctrlKey && !event.metaKey ? moveOfKey(event.key, event.shiftKey, event.altKey) : null
    if (!move) return
    event.preventDefault()
    write(spanAfter(own, move.grip, move.days))
  }
  const past = step.done ? 100 : now === null ? 0 : Math.min(100, Math.max(0, ((now - bar.from) / bar.width) * 100))
  const colour = `var(--${slot ?? 'ink'})`
  return (
    <button
      type="button"
      aria-label={strings.bar(step.text, days(span.start), days(span.end), step.done, who)}
      aria-describedby="bar-keys"
      disabled={!desk.canWrite}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, grip: grip(event) }
      }}
      onPointerMove={(event) => {
        const lane = event.currentTarget.parentElement
        if (!lane || !event.currentTarget.hasPointerCapture(event.pointerId)) return
        const moved = Math.round(((event.clientX - from.current.x) / lane.clientWidth) * weeks.days)
        setDragged(spanAfter(own, from.current.grip, moved))
      }}
      onPointerUp={() => {
        if (dragged) write(dragged)
        setDragged(null)
      }}
      onPointerCancel={() => setDragged(null)}
      className="focus-ring absolute inset-y-1.5 min-w-2 touch-none overflow-hidden border-[1.5px] forced-color-adjust-none enabled:cursor-grab enabled:active:cursor-grabbing"
      style={{
        left: `${bar.from}%`,
        width: `${bar.width}%`,
        borderColor: colour,
        background: `color-mix(in oklab, ${colour} 16%, var(--land))`,
      }}
    >
      <i className="absolute inset-y-0 left-0" style={{ width: `${past}%`, background: colour }} />
      {who === null || bar.width < 12 ? null : (
        <span
          className={`absolute inset-y-0 left-2 flex items-center text-xs font-label whitespace-nowrap ${past > 60 ? 'text-on-m' : 'hidden'}`}
        >
          {who}
        </span>
      )}
    </button>
  )
}
