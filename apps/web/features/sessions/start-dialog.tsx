import { useId, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import type { Refusal } from '../../api/ask.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { leadStrings } from './lead-strings.ts'

/** Why the server would not do it, in the words of sessions where it has some. */
export const useLeadProblem = () => {
  const strings = useStrings(leadStrings)
  const problem = useProblem()
  return (refusal: Refusal): string => {
    const [{ code } = { code: '' }] = refusal.errors
    if (code === 'other-session') return strings.otherSession
    if (code === 'no-steps') return strings.noSteps
    return problem(refusal)
  }
}

type PromiseProps = { readonly session: SessionHandle; readonly onClose: () => void }

/** Asked before the first session begins: what happens with the result. Without an answer nothing starts. */
export const PromiseDialog = ({ session, onClose }: PromiseProps) => {
  const strings = useStrings(leadStrings)
  const problem = useLeadProblem()
  const form = useId()
  const [promise, setPromise] = useState('')
  const [error, setError] = useState<string>()
  const start = async () => {
    if (promise.trim() === '') return setError(strings.promiseNeeded)
    const answer = await session.send('startSession', { body: { promise } })
    if (!answer.ok) return setError(problem(answer))
    return onClose()
  }
  return (
    <Dialog
      title={strings.promiseTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{strings.notNow}</Button>
          <Button variant="main" type="submit" form={form}>
            {strings.start}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <Field label={strings.promiseWords} labelClass="" hint={strings.promiseExample} error={error}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              value={promise}
              maxLength={2000}
              onChange={(event) => setPromise(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
