import { FileUp, Telescope } from 'lucide-react'
import { useId, useRef, useState, type ChangeEvent } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { unreachable, type Refusal } from '../../api/ask.ts'
import { importWorkspace, type Created } from '../../api/entering.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { importingStrings } from './strings.ts'

type Source = 'example' | 'file'
type Outcome =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly source: Source }
  | { readonly kind: 'refused'; readonly source: Source; readonly refusal: Refusal; readonly content: unknown }
  | { readonly kind: 'unreadable' }

/** Two ways to begin with something that is there: the example, and a workspace that somebody kept as a file. */
export const ImportDoors = ({ onMade }: { readonly onMade: (made: Created) => void }) => {
  const strings = useStrings(importingStrings)
  const lang = useLocale()
  const picker = useRef<HTMLInputElement>(null)
  const errorId = useId()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })

  const bring = async (source: Source, content: unknown, createCode?: string) => {
    setOutcome({ kind: 'busy', source })
    const query = { lang, ...(createCode === undefined ? {} : { createCode }) }
    const answer = await importWorkspace({ query, body: content })
    if (answer.ok) onMade(answer.value)
    else setOutcome({ kind: 'refused', source, refusal: answer, content })
  }
  const bringExample = async () => {
    setOutcome({ kind: 'busy', source: 'example' })
    const content = await readJson(fetch('/example.nl.json'))
    if (content.ok) await bring('example', content.value)
    else setOutcome({ kind: 'refused', source: 'example', content: null, refusal: unreachable })
  }
  const bringFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (!file) return
    const content = await readJson(Promise.resolve(new Response(file)))
    if (content.ok) await bring('file', content.value)
    else setOutcome({ kind: 'unreadable' })
  }
  const busyWith = outcome.kind === 'busy' ? outcome.source : null
  const failed = outcome.kind === 'refused' || outcome.kind === 'unreadable'
  return (
    <div className="grid gap-2.5">
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Button
          size="dense"
          busy={busyWith === 'example'}
          icon={<Telescope size={18} aria-hidden />}
          onClick={() => void bringExample()}
        >
          {strings.example}
        </Button>
        <Button
          size="dense"
          busy={busyWith === 'file'}
          icon={<FileUp size={18} aria-hidden />}
          title={strings.fileHint}
          aria-describedby={failed ? errorId : undefined}
          onClick={() => picker.current?.click()}
        >
          {strings.file}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={strings.file}
          onChange={(event) => void bringFile(event)}
        />
      </div>
      <span role="status" className="sr-only">
        {busyWith ? strings.busy : ''}
      </span>
      <div id={errorId}>
        {outcome.kind === 'unreadable' ? (
          <Notice tone="bad" role="alert">
            {strings.notJson}
          </Notice>
        ) : null}
        {outcome.kind === 'refused' ? (
          <Refused refusal={outcome.refusal} onCode={(code) => void bring(outcome.source, outcome.content, code)} />
        ) : null}
      </div>
    </div>
  )
}

const readJson = async (
  answer: Promise<Response>,
): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false }> => {
  try {
    return { ok: true, value: (await (await answer).json()) as unknown }
  } catch {
    return { ok: false }
  }
}

const mostPlaces = 4

const Refused = ({ refusal, onCode }: { refusal: Refusal; onCode: (code: string) => void }) => {
  const strings = useStrings(importingStrings)
  const problem = useProblem()
  const places = refusal.errors.filter(({ field }) => field !== '')
  if (refusal.code === 'create-code-required') return <CreateCode words={problem(refusal)} onCode={onCode} />
  return (
    <Notice tone="bad" role="alert">
      {problem(refusal)}
      {places.length > 0 ? (
        <>
          <p className="mt-1">{strings.wrongPlaces}</p>
          <ul className="text-xs">
            {places.slice(0, mostPlaces).map(({ field, code }) => (
              <li key={field + code} className="wrap-anywhere">
                {strings.place(field, code)}
              </li>
            ))}
          </ul>
          {places.length > mostPlaces ? <p>{strings.andMore(places.length - mostPlaces)}</p> : null}
        </>
      ) : null}
    </Notice>
  )
}

const CreateCode = ({ words, onCode }: { words: string; onCode: (code: string) => void }) => {
  const strings = useStrings(importingStrings)
  const [code, setCode] = useState('')
  return (
    <form
      className="grid gap-2.5 bg-field p-3.5"
      onSubmit={(event) => {
        event.preventDefault()
        onCode(code)
      }}
    >
      <p role="alert" className="text-sm">
        {words}
      </p>
      <Field label={strings.createCode} hint={strings.createCodeHint}>
        {(control) => (
          <input
            {...control}
            value={code}
            autoComplete="off"
            onChange={(event) => setCode(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <Button type="submit" variant="main">
        {strings.goOn}
      </Button>
    </form>
  )
}
