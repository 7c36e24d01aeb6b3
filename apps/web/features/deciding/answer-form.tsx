import { useState } from 'react'
import type { Entry } from '#domain/records.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { Segments } from '#ui/segments.tsx'
import { decidingStrings } from './strings.ts'
import { today } from './today.ts'
import { useKeeping } from './use-keeping.ts'

const answers = ['yes', 'partly', 'no'] as const

/** What the authority does with a decision, and why: it closes the circle. */
export const AnswerForm = ({ decision }: { readonly decision: Entry<'decisions'> }) => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const [text, setText] = useState('')
  const [followsAdvice, setFollows] = useState<(typeof answers)[number]>('yes')
  const { busy, failed, keep } = useKeeping(() => setText(''))
  return (
    <details>
      <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 text-sm font-label">
        {strings.giveAnswer}
      </summary>
      <form
        className="grid gap-3 pt-1"
        onSubmit={(event) => {
          event.preventDefault()
          const response = { date: today(), byId: null, text: text.trim(), followsAdvice }
          if (text.trim() !== '') void keep(() => records.change('decisions', decision, { response }))
        }}
      >
        <Segments
          legend={strings.followsLabel}
          hideLegend={false}
          value={followsAdvice}
          onChange={setFollows}
          options={answers.map((value) => ({ value, label: strings.follows[value] }))}
        />
        <Field label={strings.answerText}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={4000}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
        {failed ? <FieldError>{strings.failed}</FieldError> : null}
        <Button type="submit" className="w-fit" busy={busy} disabled={text.trim() === ''}>
          {strings.keepAnswer}
        </Button>
      </form>
    </details>
  )
}
