import { useState, type SubmitEvent } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { enterToLead, type Entered } from '../../api/entering.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { lastName } from './last-name.ts'
import { leadStrings } from './lead-strings.ts'

type LeadFormProps = {
  /** What stands behind the # of a facilitator link. */
  readonly secret: string
  readonly onEntered: (entered: Entered) => void
}

/** Entering by a facilitator link. */
export const LeadForm = ({ secret, onEntered }: LeadFormProps) => {
  const strings = useStrings(leadStrings)
  const lang = useLocale()
  const problem = useProblem()
  const [name, setName] = useState(lastName.get())
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    const answer = await enterToLead({ secret, lang, name: name.trim() })
    setBusy(false)
    if (!answer.ok) return setRefused(problem(answer))
    if (name.trim()) lastName.set(name.trim())
    return onEntered(answer.value)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-5">
      <h1 className="text-2xl font-display">{strings.leadTitle}</h1>
      <p>{secret === '' ? strings.noSecret : strings.leadIntro}</p>
      {secret === '' ? null : (
        <>
          <Field label={strings.leadName} hint={strings.leadNameHint}>
            {(control) => (
              <input
                {...control}
                value={name}
                maxLength={60}
                // The linter's list of values is older than the standard's.
                // oxlint-disable-next-line jsx-a11y/autocomplete-valid
                autoComplete="given-name"
                onChange={(event) => setName(event.target.value)}
                className={`${inputClass} min-h-13 text-[1.1875rem]`}
              />
            )}
          </Field>
          {refused ? (
            <Notice tone="bad" role="alert">
              {refused}
            </Notice>
          ) : null}
          <Button variant="main" size="large" type="submit" busy={busy}>
            {strings.lead}
          </Button>
        </>
      )}
    </form>
  )
}
