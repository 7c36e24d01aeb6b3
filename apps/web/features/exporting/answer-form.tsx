import { useState } from 'react'
import type { Entry } from '#domain/records.ts'
import { isProblemCode } from '#protocol/problem.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segments } from '#ui/segments.tsx'
import { useProblem } from '../../shell/use-problem.ts'
import { readingStrings } from './reading-strings.ts'

type AnswerFormProps = { readonly decision: Entry<'decisions'>; readonly onDone: () => void }

const answers = ['yes', 'partly', 'no'] as const

/** What those in charge answered to one decision: whether they take it over, why, who says so and when. */
export const AnswerForm = ({ decision, onDone }: AnswerFormProps) => {
  const strings = useStrings(readingStrings)
  const problem = useProblem()
  const { records, directory } = useWorkplace()
  const { response } = decision.value
  const [text, setText] = useState(response?.text ?? '')
  const [follows, setFollows] = useState(response?.followsAdvice ?? 'yes')
  const [byId, setById] = useState(response?.byId ?? '')
  const [date, setDate] = useState(response?.date ?? '')
  const [state, setState] = useState<'idle' | 'busy' | { readonly reason: string }>('idle')
  const save = async () => {
    setState('busy')
    const outcome = await records.change('decisions', decision, {
      response: { text: text.trim(), followsAdvice: follows, byId: byId || null, date: date || null },
    })
    if (outcome.ok) onDone()
    else setState({ reason: outcome.reason })
  }
  return (
    <form
      className="grid max-w-[44rem] gap-4 bg-field p-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Segments
        legend={strings.followed}
        hideLegend={false}
        value={follows}
        onChange={setFollows}
        options={answers.map((value) => ({ value, label: strings.follows[value] }))}
      />
      <Field label={strings.text}>
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={strings.by}>
          {(control) => (
            <select {...control} value={byId} onChange={(event) => setById(event.target.value)} className={inputClass}>
              <option value="">{strings.nobody}</option>
              {directory.ofKind('stakeholder').map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={strings.date}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      {typeof state === 'object' ? (
        <Notice tone="bad" role="alert">
          {problem({ code: isProblemCode(state.reason) ? state.reason : 'unreachable', retryAfter: undefined })}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="main" busy={state === 'busy'}>
          {strings.save}
        </Button>
        <Button onClick={onDone}>{strings.cancel}</Button>
      </div>
    </form>
  )
}
