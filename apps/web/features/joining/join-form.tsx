import { ArrowRight, Bird, ShieldCheck } from 'lucide-react'
import { useId, useRef, useState, type SubmitEvent } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { join, type Entered, type JoinPreview } from '../../api/entering.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { suggestName } from './bird-names.ts'
import { GroupChoice } from './group-choice.tsx'
import { lastName } from './last-name.ts'
import { useArrivedSoon } from './arrived-later.tsx'
import { joiningStrings } from './strings.ts'

type JoinFormProps = {
  readonly code: string
  readonly preview: JoinPreview
  readonly onEntered: (entered: Entered) => void
}

/** A name and a group: all that taking part asks. */
export const JoinForm = ({ code, preview, onEntered }: JoinFormProps) => {
  const strings = useStrings(joiningStrings)
  const problem = useProblem()
  useArrivedSoon()
  const groupId = useId()
  const summary = useRef<HTMLDivElement>(null)
  const [name, setName] = useState(lastName.get())
  const [group, setGroup] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [busy, setBusy] = useState(false)

  const isNamed = name.trim() !== ''
  const nameError = tried && !isNamed ? strings.nameMissing : undefined
  const groupError = tried && group === null ? strings.groupMissing : undefined

  const submit = async () => {
    setTried(true)
    setRefused(undefined)
    if (!isNamed || group === null) return requestAnimationFrame(() => summary.current?.focus())
    setBusy(true)
    const answer = await join({ code, name, perspective: group })
    setBusy(false)
    if (!answer.ok) return setRefused(problem(answer))
    lastName.set(name.trim())
    return onEntered(answer.value)
  }
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-1 flex-col gap-5">
      {nameError || groupError ? (
        <div ref={summary} tabIndex={-1} role="alert">
          <Notice tone="bad" title={strings.missing}>
            <ul className="mt-1 grid gap-1">
              {nameError ? <SummaryLine to={`${groupId}-name`} words={nameError} /> : null}
              {groupError ? <SummaryLine to={groupId} words={groupError} /> : null}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div id={`${groupId}-name`} tabIndex={-1}>
        <NameField value={name} onChange={setName} error={nameError} />
      </div>
      <GroupChoice preview={preview} chosen={group} onChoose={setGroup} id={groupId} error={groupError} />
      <p className="mt-auto grid grid-cols-[1.25rem_1fr] gap-2.5 text-sm text-ink-2">
        <ShieldCheck size={20} aria-hidden className="mt-px text-grass" />
        <span>
          {strings.seen}{' '}
          <a href="/privacy" className="focus-ring text-water underline underline-offset-3">
            {strings.readPrivacy}
          </a>
        </span>
      </p>
      <div className="sticky bottom-0 z-10 -mx-4.5 grid gap-2.5 bg-land px-4.5 pt-2 pb-4 [@media(max-height:30rem)]:static">
        {refused ? (
          <Notice tone="bad" role="alert">
            {refused}
          </Notice>
        ) : null}
        <Button variant="main" size="large" type="submit" busy={busy} className="w-full">
          {strings.join} <ArrowRight size={20} aria-hidden />
        </Button>
      </div>
    </form>
  )
}

const SummaryLine = ({ to, words }: { to: string; words: string }) => (
  <li>
    <button
      type="button"
      className="focus-ring cursor-pointer underline underline-offset-3"
      onClick={() => {
        const found = document.querySelector<HTMLElement>(`#${CSS.escape(to)}`)
        ;(found?.querySelector<HTMLElement>('input') ?? found)?.focus()
      }}
    >
      {words}
    </button>
  </li>
)

type NameFieldProps = {
  readonly value: string
  readonly onChange: (name: string) => void
  readonly error: string | undefined
}

const NameField = ({ value, onChange, error }: NameFieldProps) => {
  const strings = useStrings(joiningStrings)
  const locale = useLocale()
  const [given, setGiven] = useState('')
  const giveBird = () => {
    const bird = suggestName(locale, value)
    onChange(bird)
    setGiven(strings.birdGiven(bird))
  }
  return (
    <>
      <Field label={strings.name} labelClass="text-lg font-label" hint={strings.nameHint} error={error}>
        {(control) => (
          <input
            {...control}
            value={value}
            maxLength={60}
            // The linter's list of values is older than the standard's.
            // oxlint-disable-next-line jsx-a11y/autocomplete-valid
            autoComplete="given-name"
            onChange={(event) => onChange(event.target.value)}
            className={`${inputClass} min-h-13 text-[1.1875rem]`}
          />
        )}
      </Field>
      <button
        type="button"
        onClick={giveBird}
        className="focus-ring -ml-2 inline-flex min-h-target cursor-pointer items-center gap-2 rounded-control px-2 font-label text-water"
      >
        <Bird size={20} aria-hidden /> {strings.bird}
      </button>
      <span role="status" className="sr-only">
        {given}
      </span>
    </>
  )
}
