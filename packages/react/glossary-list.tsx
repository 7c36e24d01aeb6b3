import { Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Entry } from '#domain/records.ts'
import { Button } from '#ui/button.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { glossaryStrings } from './glossary-strings.ts'
import { glossaryTitle } from './glossary-title.ts'
import { useLocale, useStrings } from './use-strings.tsx'
import { useDesk, useWorkplace } from './workplace.tsx'

/** The words that the group explains, each with its meaning, and a line for the next one. */
export const GlossaryList = () => {
  const strings = useStrings(glossaryStrings)
  const locale = useLocale()
  const { canWrite } = useDesk()
  const { records } = useWorkplace()
  const [editing, setEditing] = useState<Entry<'glossary'> | null>(null)
  const terms = records.entries('glossary').toSorted((a, b) => a.value.word.localeCompare(b.value.word))
  return (
    <div className="grid gap-3 p-4 text-sm">
      <h2 className="text-base font-strong">{glossaryTitle[locale]}</h2>
      <p className="text-ink-2">{terms.length === 0 ? strings.none : strings.hint}</p>
      <ul className="grid gap-2">
        {terms.map((term) => (
          <li key={term.id} className="flex items-start gap-1 border-t border-ditch pt-2">
            <p className="min-w-0 flex-1 break-words text-ink-2">
              <strong className="block font-strong text-ink">{term.value.word}</strong>
              {term.value.meaning}
            </p>
            {canWrite ? <TermTools term={term} onEdit={() => setEditing(term)} /> : null}
          </li>
        ))}
      </ul>
      {canWrite ? <TermForm key={editing?.id ?? ''} term={editing} onDone={() => setEditing(null)} /> : null}
    </div>
  )
}

type TermToolsProps = { readonly term: Entry<'glossary'>; readonly onEdit: () => void }

const toolClass = 'focus-ring grid size-9 place-items-center rounded-control text-ink-3 hover:bg-field'

const TermTools = ({ term: { id, value }, onEdit }: TermToolsProps) => {
  const strings = useStrings(glossaryStrings)
  const { records } = useWorkplace()
  return (
    <>
      <button type="button" aria-label={strings.editOne(value.word)} className={toolClass} onClick={onEdit}>
        <Pencil size={16} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={strings.removeOne(value.word)}
        className={toolClass}
        onClick={() => void records.remove('glossary', id)}
      >
        <Trash2 size={16} aria-hidden />
      </button>
    </>
  )
}

type TermFormProps = { readonly term: Entry<'glossary'> | null; readonly onDone: () => void }

const TermForm = ({ term, onDone }: TermFormProps) => {
  const strings = useStrings(glossaryStrings)
  const { records } = useWorkplace()
  const [word, setWord] = useState(term?.value.word ?? '')
  const [meaning, setMeaning] = useState(term?.value.meaning ?? '')
  const [problem, setProblem] = useState<'needsBoth' | 'failed' | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const explain = async () => {
    const said = { word: word.trim(), meaning: meaning.trim() }
    if (said.word === '' || said.meaning === '') return setProblem('needsBoth')
    // A word is explained once: whoever explains it again changes what is there.
    const known = records.entries('glossary').find(({ value }) => value.word.toLowerCase() === said.word.toLowerCase())
    const there = term ?? known
    const { ok } = there ? await records.change('glossary', there, said) : await records.add('glossary', said)
    setProblem(ok ? null : 'failed')
    if (!ok) return undefined
    setWord('')
    setMeaning('')
    form.current?.querySelector('input')?.focus()
    return onDone()
  }
  return (
    <form
      ref={form}
      className="grid gap-2 border-t border-ditch pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void explain()
      }}
    >
      <Field label={strings.word}>
        {(control) => (
          <input
            {...control}
            value={word}
            maxLength={80}
            onChange={(event) => setWord(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <Field label={strings.meaning}>
        {(control) => (
          <textarea
            {...control}
            value={meaning}
            rows={2}
            maxLength={500}
            onChange={(event) => setMeaning(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      {problem === null ? null : <FieldError>{strings[problem]}</FieldError>}
      <Button type="submit" size="dense" className="w-fit">
        {strings.add}
      </Button>
    </form>
  )
}
