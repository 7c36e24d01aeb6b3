import { useRef, useState, type ChangeEvent, type SubmitEvent } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import type { Refusal } from '../../api/ask.ts'
import { comeBack, lookUpCode, type Entered } from '../../api/entering.ts'
import { formatCode, readCode } from '../../shell/codes.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { useArrivedSoon } from './arrived-later.tsx'
import { joiningStrings } from './strings.ts'

type CodeFormProps = {
  /** A join code that leads somewhere. */
  readonly onFound: (code: string) => void
  /** Somebody came back with a code of their own. */
  readonly onEntered: (entered: Entered) => void
}

/** One field for both codes: that of a meeting, and one's own to come back. It is never sent before somebody says so. */
export const CodeForm = ({ onFound, onEntered }: CodeFormProps) => {
  const strings = useStrings(joiningStrings)
  const problem = useProblem()
  useArrivedSoon()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)

  const refuse = (words: string) => {
    setError(words)
    input.current?.focus()
  }
  const send = async (kind: 'join' | 'return', code: string): Promise<Refusal | null> => {
    const answer = kind === 'join' ? await lookUpCode(code) : await comeBack(code)
    if (!answer.ok) return answer
    if ('returnCode' in answer.value) onEntered(answer.value)
    else onFound(code)
    return null
  }
  const submit = async () => {
    const reading = readCode(typed)
    if (reading.kind === 'empty') return refuse(strings.noCode)
    if (reading.kind === 'length') return refuse(strings.codeLength(reading.count))
    if (reading.kind === 'symbol') return refuse(strings.codeSymbol(reading.symbol))
    setError(undefined)
    setBusy(true)
    const refusal = await send(reading.kind, reading.code)
    setBusy(false)
    if (refusal) refuse(problem(refusal))
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form noValidate onSubmit={onSubmit}>
      <Field label={strings.code} hint={strings.codeHint} error={error}>
        {(control) => (
          <div className="grid gap-2.5 sm:grid-cols-[minmax(0,1fr)_auto]">
            <input
              {...control}
              ref={input}
              value={typed}
              onChange={(event) => setTyped(withSpaces(event))}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              enterKeyHint="go"
              className={`${inputClass} min-h-target-lg px-4 font-mono text-[1.625rem]/none font-medium tracking-[.05em] uppercase`}
            />
            <Button variant="main" size="large" type="submit" busy={busy}>
              {strings.join}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}

// Spaces in fours come by themselves at the end of the field; in the middle they would move the caret.
const withSpaces = ({ target }: ChangeEvent<HTMLInputElement>): string => {
  const typed = target.value.split('/j/').at(-1) ?? ''
  return target.selectionStart === target.value.length ? formatCode(typed) : typed
}
