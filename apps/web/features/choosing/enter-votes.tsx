import { useState } from 'react'
import { isOpposed } from '#domain/choosing/ballot.ts'
import { methodRules, type Choice } from '#domain/choosing/methods.ts'
import type { Ballot, EnteredVotes } from '#react/ballots.ts'
import { useNamedOptions, valueWords } from '#react/choosing/options.ts'
import { useBallots } from '#react/use-ballots.ts'
import { GroupOptions } from '#react/group-options.tsx'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { newReceipt } from '../../api/own-votes.ts'
import { choosingWords } from './strings.ts'

const mostHands = 100

/** People without a phone: what they chose and how many they are, by group; a count can be taken back. */
export const EnterVotes = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const { perspectives } = useWorkplace()
  const { enter } = useBallots()
  const [perspective, setPerspective] = useState(perspectives[0]?.id ?? '')
  const [choice, setChoice] = useState<Choice>({})
  const [people, setPeople] = useState(1)
  const [note, setNote] = useState('')
  const [last, setLast] = useState<EnteredVotes | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const needsReason = ballot.method === 'consent' && isOpposed(ballot.method, choice)
  const send = async (votes: EnteredVotes): Promise<boolean> => {
    setState('busy')
    const { ok } = await enter(ballot.id, votes)
    setState(ok ? 'idle' : 'failed')
    return ok
  }
  const count = async () => {
    const votes = { receipt: newReceipt(), perspective, choice, people, note: note.trim() }
    if (!(await send(votes))) return
    setLast(votes)
    setChoice({})
    setPeople(1)
    setNote('')
  }
  const takeBack = async () => {
    if (last && (await send({ ...last, people: 0 }))) setLast(null)
  }
  const groupOf = (id: string) => perspectives.find((group) => group.id === id)?.title ?? id
  return (
    <details className="border-t border-ditch pt-2">
      <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 font-label">
        {strings.enterTitle}
      </summary>
      <form
        className="grid gap-3 pt-1"
        onSubmit={(event) => {
          event.preventDefault()
          void count()
        }}
      >
        <p className="text-sm text-ink-2">{strings.enterHint}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={strings.group}>
            {(control) => (
              <select
                {...control}
                className={inputClass}
                value={perspective}
                onChange={(event) => setPerspective(event.target.value)}
              >
                <GroupOptions />
              </select>
            )}
          </Field>
          <Field label={strings.people}>
            {(control) => (
              <input
                {...control}
                type="number"
                min={1}
                max={mostHands}
                value={people}
                onChange={(event) => setPeople(Math.min(mostHands, Math.max(1, event.target.valueAsNumber || 1)))}
                className={inputClass}
              />
            )}
          </Field>
        </div>
        <EnteredChoice ballot={ballot} choice={choice} onChange={setChoice} />
        {needsReason ? (
          <Field label={strings.reasonNeeded}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={1000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
                className={inputClass}
              />
            )}
          </Field>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            type="submit"
            busy={state === 'busy'}
            disabled={Object.keys(choice).length === 0 || (needsReason && note.trim() === '')}
          >
            {strings.enter}
          </Button>
          <span role="status" className="text-sm">
            {state === 'failed'
              ? strings.failed
              : last
                ? strings.enteredNow(last.people, groupOf(last.perspective))
                : ''}
          </span>
          {last ? (
            <Button size="dense" variant="quiet" onClick={() => void takeBack()}>
              {strings.takeBack}
            </Button>
          ) : null}
        </div>
      </form>
    </details>
  )
}

type EnteredChoiceProps = {
  readonly ballot: Ballot
  readonly choice: Choice
  readonly onChange: (choice: Choice) => void
}

const EnteredChoice = ({ ballot, choice, onChange }: EnteredChoiceProps) => {
  const locale = useLocale()
  const { method, settings } = ballot
  const values =
    method === 'dotVote'
      ? Array.from({ length: settings.maxPerOption }, (_, at) => at + 1)
      : [...methodRules[method].values]
  const put = (option: string, name: string) => {
    const { [option]: _, ...others } = choice
    const value = values.find((each) => String(each) === name)
    onChange(value === undefined ? others : { ...others, [option]: value })
  }
  return useNamedOptions(ballot.options).map((option) => (
    <Field key={option.id} label={option.words}>
      {(control) => (
        <select
          {...control}
          className={inputClass}
          value={String(choice[option.id] ?? '')}
          onChange={(event) => put(option.id, event.target.value)}
        >
          <option value="">–</option>
          {values.map((value) => (
            <option key={value} value={String(value)}>
              {[...new Set([String(value), valueWords(locale, method, value)])]
                .filter((words) => methodRules[method].kind !== 'words' || words !== String(value))
                .join(' · ')}
            </option>
          ))}
        </select>
      )}
    </Field>
  ))
}
