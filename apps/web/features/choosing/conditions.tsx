import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import type { Ballot } from '#react/ballots.ts'
import { GroupNames } from '#react/choosing/group-names.tsx'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { choosingWords } from './strings.ts'

type ConditionsProps = { readonly ballot: Ballot; readonly opposed: number }

/** Where somebody opposed: first what people need to go along, or on the record why that was passed over. */
export const Conditions = ({ ballot, opposed }: ConditionsProps) => {
  const strings = useStrings(choosingWords)
  const { me } = useWorkplace()
  const { needs, skip } = ballot
  return (
    <section aria-labelledby={`${ballot.id}-needs`} className="grid gap-3 bg-light-tint px-4 py-4">
      <h3 id={`${ballot.id}-needs`} className="text-lg font-strong">
        {strings.conditionsTitle}
      </h3>
      <p className="text-sm">{skip ? strings.skipped(skip.why) : strings.conditionsWhy(opposed)}</p>
      {needs.length === 0 ? (
        <p className="text-sm text-ink-2">{strings.noNeeds}</p>
      ) : (
        <ul aria-label={strings.needs} className="grid gap-2">
          {needs.map(({ perspective, text }, at) => (
            <li key={at} className="border-l-[3px] border-bank bg-land px-3 py-2 wrap-anywhere">
              {perspective === '' ? null : (
                <span className="flex text-sm font-label">
                  <GroupNames perspectives={[perspective]} size={17} />
                </span>
              )}
              {text}
            </li>
          ))}
        </ul>
      )}
      {can(me.role, 'take-part') ? <SayNeed ballot={ballot} /> : null}
      {can(me.role, 'run-ballots') && needs.length === 0 && skip === null ? <Skip ballot={ballot} /> : null}
    </section>
  )
}

const SayNeed = ({ ballot: { id } }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const { sayNeed } = useBallots()
  return (
    <OneLine
      label={strings.needLabel}
      hint={strings.needHint}
      button={strings.sayNeed}
      done={strings.needKept}
      onSay={(text) => sayNeed(id, text)}
    />
  )
}

const Skip = ({ ballot: { id } }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const { skipNeeds } = useBallots()
  return (
    <details>
      <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 text-sm font-label">
        {strings.skip}
      </summary>
      <OneLine
        label={strings.skipWhy}
        hint={strings.skipHint}
        button={strings.skipKeep}
        done=""
        onSay={(why) => skipNeeds(id, why)}
      />
    </details>
  )
}

type OneLineProps = {
  readonly label: string
  readonly hint: string
  readonly button: string
  readonly done: string
  readonly onSay: (text: string) => Promise<{ readonly ok: boolean }>
}

const OneLine = ({ label, hint, button, done, onSay }: OneLineProps) => {
  const strings = useStrings(choosingWords)
  const [text, setText] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'done' | 'failed'>('idle')
  const say = async () => {
    if (text.trim() === '') return
    setState('busy')
    const { ok } = await onSay(text.trim())
    // What was typed stays until the server has it.
    if (ok) setText('')
    setState(ok ? 'done' : 'failed')
  }
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void say()
      }}
    >
      <Field label={label} hint={hint} error={state === 'failed' ? strings.failed : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={state === 'busy'} disabled={text.trim() === ''}>
          {button}
        </Button>
        <span role="status" className="text-sm text-ink-2">
          {state === 'done' ? done : ''}
        </span>
      </div>
    </form>
  )
}
