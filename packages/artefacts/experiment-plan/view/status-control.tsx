import { Footprints } from 'lucide-react'
import { useId, useState } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { Button } from '#ui/button.tsx'
import { setStatus } from '../commands.ts'
import { statuses, type Status } from '../shape.ts'
import { Mark } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'
import { weekOf } from './weeks.ts'

const tones = { idea: 'plain', design: 'plain', agreed: 'good', running: 'good', finished: 'good', stopped: 'bad', parked: 'care' } as const

/** Where the plan stands, in a word, or in which week while it runs. */
export const StatusMark = () => {
  const { plan, strings, words, today } = usePlanPage()
  const running = plan.status === 'running' ? weekOf(plan.start, plan.end, today) : null
  return (
    <Mark tone={tones[plan.status]} icon={running ? Footprints : undefined}>
      {running ? strings.week(running.week, running.of) : words.statuses[plan.status]}
    </Mark>
  )
}

type StatusPickerProps = { readonly onRefused: () => void; readonly onSet: () => void }

/** Chooses where the plan stands. */
export const StatusPicker = ({ onRefused, onSet }: StatusPickerProps) => {
  const { plan, act, words } = usePlanPage()
  const id = useId()
  const choose = (next: Status | undefined) => {
    if (next === undefined) return
    if (act((draft) => setStatus(draft, next)).ok) onSet()
    else onRefused()
  }
  return (
    <span className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="font-label">
        {words.status}
      </label>
      <select
        id={id}
        value={plan.status}
        onChange={(event) => choose(statuses.find((status) => status === event.target.value))}
        className="focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2"
      >
        {statuses.map((status) => (
          <option key={status} value={status}>
            {words.statuses[status]}
          </option>
        ))}
      </select>
    </span>
  )
}

/** Why the plan cannot be agreed yet, and the way round it: say why not. */
export const NotConsidered = ({ onDone }: { onDone: () => void }) => {
  const { act, strings } = usePlanPage()
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState(false)
  return (
    <form
      role="alert"
      className="parcel grid gap-3 bg-reed-tint px-4 py-4 md:px-7"
      onSubmit={(event) => {
        event.preventDefault()
        setEmpty(reason.trim() === '')
        if (reason.trim() !== '' && act((draft) => setStatus(draft, 'agreed', reason)).ok) onDone()
      }}
    >
      <p>
        <b className="font-strong">{strings.notConsidered}</b> {strings.notConsideredHint}
      </p>
      <div className="max-w-2xl">
        <FieldFrame label={strings.whyNot} error={empty ? strings.needsText : undefined}>
          {(control) => <input {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className={`${controlClass} min-h-11`} />}
        </FieldFrame>
      </div>
      <span className="flex flex-wrap gap-2">
        <a href="#effects" onClick={onDone} className="focus-ring inline-flex min-h-11 items-center rounded-control px-3 font-label text-water underline">
          {strings.toEffects}
        </a>
        <Button variant="default" type="submit">
          {strings.agreeAnyway}
        </Button>
        <Button variant="quiet" type="button" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </form>
  )
}
