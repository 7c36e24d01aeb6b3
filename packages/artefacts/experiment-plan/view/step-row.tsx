import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { DateField } from '#react/date-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { formatDate } from '#i18n/format.ts'
import { moveStep, planStep, setStepDone } from '../commands.ts'
import { isLate } from '../queries.ts'
import type { Step } from '../shape.ts'
import { EditButton, Mark, RemoveButton } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'

const arrow = 'focus-ring grid size-11 md:size-9 place-items-center rounded-control hover:bg-field disabled:text-ditch'

/** One step of the list: done or not, when, by whom; and its fields when opened. */
export const StepRow = ({ step, at }: { step: Step; at: number }) => {
  const { plan, act, say, desk, strings, locale, today, nameOf } = usePlanPage()
  const [open, setOpen] = useState(false)
  const { id, text, start, end, done, ownerId } = step
  const days = [start, end].map((day) => (day === null ? null : formatDate(locale, day)))
  const move = (behind: string | null, place: number, which: string) => {
    act((draft) => moveStep(draft, id, behind))
    say(strings.moved(text, place))
    // Moving the row takes the focus off its button; a button at the end of its way gives it to the other one.
    requestAnimationFrame(() => {
      const other = which === 'up' ? 'down' : 'up'
      const [own, opposite] = [which, other].map((name) => document.querySelector<HTMLButtonElement>(`[data-step="${id}"] [data-move="${name}"]`))
      ;(own?.disabled ? opposite : own)?.focus()
    })
  }
  return (
    <li className="border-t border-ditch py-1.5 first:border-t-0" data-step={id}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <label className="flex min-h-9 min-w-0 flex-1 basis-56 items-center gap-3">
          <input
            type="checkbox"
            className="focus-ring size-6 shrink-0 accent-water"
            checked={done}
            disabled={!desk.canWrite}
            aria-label={strings.doneOne(text)}
            onChange={(event) => act((draft) => setStepDone(draft, id, event.target.checked))}
          />
          <span className="text-sm font-label">{text}</span>
        </label>
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-2 tabular-nums">
          {days.filter((day) => day !== null).join(' – ')}
          {ownerId === null ? '' : ` · ${nameOf(ownerId)}`}
          {isLate(step, today) ? <Mark tone="care">{strings.late}</Mark> : null}
        </span>
        <span className="flex items-center">
          {desk.canWrite ? (
            <>
              <button type="button" data-move="up" className={arrow} aria-label={strings.up(text)} disabled={at === 0} onClick={() => move(plan.steps[at - 2]?.id ?? null, at, 'up')}>
                <ArrowUp size={18} aria-hidden />
              </button>
              <button
                type="button"
                data-move="down"
                className={arrow}
                aria-label={strings.down(text)}
                disabled={at === plan.steps.length - 1}
                onClick={() => move(plan.steps[at + 1]?.id ?? null, at + 2, 'down')}
              >
                <ArrowDown size={18} aria-hidden />
              </button>
            </>
          ) : null}
          <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {open ? <StepForm step={step} /> : null}
    </li>
  )
}

const StepForm = ({ step: { id, text, start, end, ownerId } }: { step: Step }) => {
  const { act, desk, strings, takeAway } = usePlanPage()
  const [wrong, setWrong] = useState(false)
  const planIt = (said: Parameters<typeof planStep>[2]) => setWrong(!act((draft) => planStep(draft, id, said)).ok)
  return (
    <div className="mt-2 mb-2 grid gap-4 bg-field p-4 sm:grid-cols-2">
      <TextField path={['steps', id, 'text']} label={strings.stepText} />
      <ReferenceField label={strings.taker} kinds={['participant', 'stakeholder']} id={ownerId} onChange={(next) => planIt({ ownerId: next })} />
      <DateField label={strings.from} value={start} onChange={(next) => planIt({ start: next })} />
      <DateField label={strings.to} value={end} {...(start === null ? {} : { min: start })} onChange={(next) => planIt({ end: next })} />
      {wrong ? (
        <p role="alert" className="text-sm text-clay sm:col-span-2">
          {strings.endBeforeStart}
        </p>
      ) : null}
      {desk.canWrite ? (
        <span className="sm:col-span-2">
          <RemoveButton what={text} onRemove={() => takeAway('steps', id, text)} />
        </span>
      ) : null}
    </div>
  )
}
