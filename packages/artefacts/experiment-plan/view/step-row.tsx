import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, useState } from 'react'
import { DateField } from '#react/date-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { formatDate } from '#i18n/format.ts'
import { moveStep, planStep, setStepDone } from '../commands.ts'
import { isLate } from '../queries.ts'
import type { Step } from '../shape.ts'
import { EditButton, Mark, RemoveButton } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'

const arrow = 'focus-ring grid size-11 md:size-9 place-items-center rounded-control hover:bg-field disabled:text-ditch'

/** One step of the list: done or not, when, by whom; and its fields when opened. */
export const StepRow = memo(({ step, at, count }: { step: Step; at: number; count: number }) => {
  const { act, say, desk, strings, locale, today, nameOf } = usePlanPage()
  const [open, setOpen] = useState(false)
  const { id, text, start, end, done, ownerId } = step
  const days = [start, end].map((day) => (day === null ? null : formatDate(locale, day)))
  const move = (place: number, which: string) => {
    const others = desk.document.content().steps.filter((other) => other.id !== id)
    act((draft) => moveStep(draft, id, others[place - 2]?.id ?? null))
    say(strings.moved(text, place))
    // Moving the row takes the focus off its button; a button at the end of its way gives it to the other one.
    requestAnimationFrame(() => {
      const other = which === 'up' ? 'down' : 'up'
      const [own, opposite] = [which, other].map((name) =>
        document.querySelector<HTMLButtonElement>(`[data-step="${id}"] [data-move="${name}"]`),
      )
      ;(own?.disabled ? opposite : own)?.focus()
    })
  }
  return (
    <li className="border-t border-ditch py-1.5 first:border-t-0" data-step={id} data-item={id}>
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
              <button
                type="button"
                data-move="up"
                className={arrow}
                aria-label={strings.up(text)}
                disabled={at === 0}
                onClick={() => move(at, 'up')}
              >
                <ArrowUp size={18} aria-hidden />
              </button>
              <button
                type="button"
                data-move="down"
                className={arrow}
                aria-label={strings.down(text)}
                disabled={at === count - 1}
                onClick={() => move(at + 2, 'down')}
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
})

/** The fields of a step. An end before its start stays standing, with the reason, until one of the two is changed. */
export const StepForm = ({ step: { id, text, start, end, ownerId } }: { step: Step }) => {
  const { act, desk, strings, takeAway } = usePlanPage()
  const [refused, setRefused] = useState<Days>({})
  const days = { start, end, ...refused }
  const plan = (said: Days) => {
    const next = { ...days, ...said }
    const answer = act((draft) => planStep(draft, id, next))
    setRefused(answer.ok ? {} : next)
  }
  const problem = refused.end === undefined && refused.start === undefined ? undefined : strings.endBeforeStart
  return (
    <div className="mt-2 mb-2 grid items-start gap-4 bg-field p-4 sm:grid-cols-2">
      <TextField path={['steps', id, 'text']} label={strings.stepText} />
      <ReferenceField
        label={strings.taker}
        kinds={['participant', 'stakeholder']}
        id={ownerId}
        onChange={(next) => void act((draft) => planStep(draft, id, { ownerId: next }))}
      />
      <DateField
        label={strings.from}
        value={days.start}
        place={{ item: id, field: 'start' }}
        onChange={(next) => plan({ start: next })}
      />
      <DateField
        label={strings.to}
        value={days.end}
        place={{ item: id, field: 'end' }}
        problem={problem}
        onChange={(next) => plan({ end: next })}
      />
      <span className="flex flex-wrap items-center gap-2 sm:col-span-2">
        {desk.canWrite ? <RemoveButton what={text} onRemove={() => takeAway('steps', id, text)} /> : null}
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}

type Days = { readonly start?: string | null; readonly end?: string | null }
