import { useEffect, useRef, useState } from 'react'
import type { Status } from '../shape.ts'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import type { RecordValue } from '#domain/records.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { setStatus } from '../commands.ts'
import { learningStrings } from './learning-strings.ts'
import { useEscape } from './use-escape.ts'
import { usePlanPage } from './use-plan.ts'

/** How it goes on. */
export type Outcome = NonNullable<RecordValue<'decisions'>['outcome']>

/** The status that follows from an outcome; the others leave it as it is. */
const statusAfter: { readonly [Way in Outcome]?: Status } = { stop: 'stopped', pause: 'parked' }

type DecisionFormProps = {
  readonly outcome: Outcome
  /** Said with the decision: which groups were not heard. */
  readonly without: string | null
  readonly onDone: () => void
}

/** What is agreed and why; kept beside the plan as a decision of the workspace. */
export const DecisionForm = ({ outcome, without, onDone }: DecisionFormProps) => {
  const { act, say, planId, today, strings } = usePlanPage()
  const own = useStrings(learningStrings)
  const { records } = useWorkplace()
  const form = useRef<HTMLFormElement>(null)
  const label = own.outcomes[outcome]
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState<'no-why' | 'failed' | null>(null)
  const [busy, setBusy] = useState(false)
  useEscape(form, onDone)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const decide = async () => {
    if (why.trim() === '') return setWrong('no-why')
    setBusy(true)
    const answer = await records.add('decisions', {
      sessionId: null,
      date: today,
      text: text.trim() || label,
      outcome,
      why: [why.trim(), without].filter(Boolean).join(' '),
      decidedBy: null,
      method: null,
      ballotId: null,
      linkIds: [planId],
      responseBy: null,
      response: null,
    })
    setBusy(false)
    if (!answer.ok) return setWrong('failed')
    const next = statusAfter[outcome]
    if (next) act((draft) => setStatus(draft, next))
    say(own.decided)
    onDone()
  }
  return (
    <form
      ref={form}
      className="mt-3 grid gap-3 bg-field p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void decide()
      }}
    >
      <FieldFrame label={own.why(label)} error={wrong === 'no-why' ? own.needsWhy : undefined}>
        {(control) => (
          <textarea
            {...control}
            value={why}
            rows={2}
            maxLength={2000}
            onChange={(event) => setWhy(event.target.value)}
            className={`${controlClass} field-sizing-content`}
          />
        )}
      </FieldFrame>
      <FieldFrame label={own.what}>
        {(control) => (
          <textarea
            {...control}
            value={text}
            rows={2}
            maxLength={2000}
            onChange={(event) => setText(event.target.value)}
            className={`${controlClass} field-sizing-content`}
          />
        )}
      </FieldFrame>
      {wrong === 'failed' ? (
        <p role="alert" className="text-sm text-clay">
          {own.failed}
        </p>
      ) : null}
      <span className="flex flex-wrap gap-2">
        <Button variant="main" type="submit" busy={busy}>
          {own.confirm(label)}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </form>
  )
}
