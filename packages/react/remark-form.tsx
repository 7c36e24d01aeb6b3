import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#ui/button.tsx'
import { inputClass } from '#ui/field.tsx'
import { remarkStrings } from './remark-strings.ts'
import { mentionsIn } from './remark-threads.ts'
import type { RemarkPlace } from './records.ts'
import { useStrings } from './use-strings.tsx'
import { useWorkplace } from './workplace.tsx'

type RemarkFormProps = {
  readonly place: RemarkPlace
  readonly quote: string
  readonly threadId: string | null
  readonly label: string
  readonly onDone?: () => void
}

/** Writes a remark or an answer; what was written stays until it is posted. */
export const RemarkForm = ({ place, quote, threadId, label, onDone }: RemarkFormProps) => {
  const strings = useStrings(remarkStrings)
  const { records, people } = useWorkplace()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const post = async () => {
    if (state === 'busy') return
    // The button stays pressable: one that is switched off while it has the focus takes the keys with it.
    if (text.trim() === '') return field.current?.focus()
    setState('busy')
    const mentions = [...mentionsIn(text, people)]
    const outcome = await records.add('comments', {
      ...place,
      quote,
      text: text.trim(),
      threadId,
      kind: 'comment',
      mentions,
      resolved: false,
    })
    setState(outcome.ok ? 'still' : 'failed')
    if (!outcome.ok) return
    setText('')
    onDone?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void post()
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void post()
      }}
    >
      <label htmlFor={id} className="text-sm font-label">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        value={text}
        rows={2}
        maxLength={4000}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className={`${inputClass} field-sizing-content resize-none`}
      />
      <Suggestions text={text} onChoose={(name) => setText(text.replace(/@[^@\s]*$/, `@${name} `))} />
      <p id={`${id}-hint`} className="text-xs text-ink-3">
        {strings.writeHint}
      </p>
      {state === 'failed' ? (
        <p role="alert" className="text-sm text-clay">
          {strings.failed}
        </p>
      ) : null}
      <Button type="submit" variant="main" size="dense" className="w-fit" busy={state === 'busy'}>
        {strings.post}
      </Button>
    </form>
  )
}

const mostSuggested = 5

const Suggestions = ({ text, onChoose }: { readonly text: string; readonly onChoose: (name: string) => void }) => {
  const strings = useStrings(remarkStrings)
  const { people } = useWorkplace()
  const begun = /@([^@\s]*)$/.exec(text)?.[1]?.toLowerCase()
  if (begun === undefined) return null
  const names = people.flatMap(({ name }) => (name?.toLowerCase().startsWith(begun) ? [name] : []))
  if (names.length === 0) return null
  return (
    <ul aria-label={strings.mention} className="flex flex-wrap gap-1.5">
      {names.slice(0, mostSuggested).map((name) => (
        <li key={name}>
          <Button type="button" size="dense" onClick={() => onChoose(name)}>
            {name}
          </Button>
        </li>
      ))}
    </ul>
  )
}
