import { useState } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { Button } from '#ui/button.tsx'
import { setStatus } from '../commands.ts'
import type { Blocker } from '../status.ts'
import { unanswered } from '../status.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

type BlockedProps = { readonly blocker: Blocker; readonly onDone: () => void }

const way = 'focus-ring inline-flex min-h-11 items-center rounded-control px-3 font-label text-water underline'

/** Why a plan cannot get its status yet, and the way on. */
export const Blocked = ({ blocker, onDone }: BlockedProps) =>
  blocker === 'effects-not-considered' ? <NotConsidered onDone={onDone} /> : <NotAnswered onDone={onDone} />

const NotConsidered = ({ onDone }: { onDone: () => void }) => {
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
          {(control) => (
            <input
              {...control}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              className={`${controlClass} min-h-11`}
            />
          )}
        </FieldFrame>
      </div>
      <span className="flex flex-wrap gap-2">
        <a href="#effects" onClick={onDone} className={way}>
          {strings.toEffects}
        </a>
        <Button variant="default" type="submit">
          {strings.agreeAnyway}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </form>
  )
}

const NotAnswered = ({ onDone }: { onDone: () => void }) => {
  const { strings } = usePlanPage()
  const ethics = usePlanPart((plan) => plan.ethics)
  return (
    <div role="alert" className="parcel grid gap-2 bg-reed-tint px-4 py-4 md:px-7">
      <p>
        <b className="font-strong">{strings.notAnswered(unanswered({ ethics }).length)}</b> {strings.notAnsweredHint}
      </p>
      <span className="flex flex-wrap gap-2">
        <a href="#care" onClick={onDone} className={way}>
          {strings.toCare}
        </a>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </div>
  )
}
