import { useId, useState } from 'react'
import { isOpposed } from '#domain/choosing/ballot.ts'
import { methodRules, type Choice, type ChoiceValue } from '#domain/choosing/methods.ts'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { useLocale, useStrings } from '../use-strings.tsx'
import { OptionDescription, OptionHead } from './option-head.tsx'
import { useNamedOptions, valueWords, type NamedOption } from './options.ts'
import { choosingStrings } from './strings.ts'
import type { VoteProps } from './vote-props.ts'

/** One answer of a few for each option: consent, agree or not, fingers, a mood, eight steps. */
export const Steps = ({ ballot, own, onVote }: VoteProps) => {
  const { method } = ballot
  // An objection waits for its reason; until then it stands on the screen and nowhere else.
  const [pending, setPending] = useState<Choice | null>(null)
  const choice = pending ?? own.choice
  const asksReason = method === 'consent'
  const choose = (option: string, value: ChoiceValue) => {
    const next = { ...choice, [option]: value }
    const waits = asksReason && isOpposed(method, next) && own.note === ''
    setPending(waits ? next : null)
    if (!waits) onVote(next, own.note)
  }
  return (
    <div className="grid gap-1">
      <ul>
        {useNamedOptions(ballot.options).map((option, at) => (
          <li key={option.id} className="border-b-[3px] border-ditch py-3 last:border-b-0">
            <OptionSteps
              ballot={ballot}
              option={option}
              showsHead={ballot.options.length > 1 || at > 0}
              value={choice[option.id]}
              onChoose={(value) => choose(option.id, value)}
            />
          </li>
        ))}
      </ul>
      {Object.keys(choice).length > 0 ? (
        <Words
          key={pending === null ? 'remark' : 'reason'}
          needed={asksReason && isOpposed(method, choice)}
          initial={own.note}
          onKeep={(note) => {
            setPending(null)
            onVote(choice, note)
          }}
        />
      ) : null}
    </div>
  )
}

type OptionStepsProps = Pick<VoteProps, 'ballot'> & {
  readonly option: NamedOption
  readonly showsHead: boolean
  readonly value: ChoiceValue | undefined
  readonly onChoose: (value: ChoiceValue) => void
}

const OptionSteps = ({ ballot: { method }, option, showsHead, value, onChoose }: OptionStepsProps) => {
  const name = useId()
  const locale = useLocale()
  const { values, kind } = methodRules[method]
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{option.words}</legend>
      {showsHead ? (
        <OptionHead option={option} />
      ) : (
        <div className="grid gap-1">
          <p aria-hidden className="text-[1.1875rem]/[1.3] font-strong wrap-anywhere">
            {option.words}
          </p>
          <OptionDescription option={option} />
        </div>
      )}
      <div className="grid gap-1.5">
        {values.map((each) => (
          <label
            key={each}
            className="focus-ring-inside flex min-h-12 cursor-pointer items-center gap-3 rounded-control border-[1.5px] border-bank bg-land px-3.5 py-2 hover:bg-field has-checked:border-water has-checked:bg-water-tint has-checked:font-strong has-checked:shadow-[inset_3px_0_0_var(--water)]"
          >
            <input
              type="radio"
              name={name}
              checked={value === each}
              onChange={() => onChoose(each)}
              className="size-5 shrink-0 accent-(--water)"
            />
            {kind === 'scale' ? <span className="w-6 shrink-0 text-right tabular-nums">{each}</span> : null}
            <span className="first-letter:uppercase">{valueWords(locale, method, each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type WordsProps = { readonly needed: boolean; readonly initial: string; readonly onKeep: (note: string) => void }

const Words = ({ needed, initial, onKeep }: WordsProps) => {
  const strings = useStrings(choosingStrings)
  const [text, setText] = useState(initial)
  const isKept = text.trim() === initial.trim()
  return (
    <form
      className="grid gap-2 pt-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (!needed || text.trim() !== '') onKeep(text.trim())
      }}
    >
      <Field label={needed ? strings.reason : strings.remark} hint={needed ? strings.reasonHint : strings.remarkHint}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={1000}
            required={needed}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      {isKept && !(needed && initial === '') ? null : (
        <Button
          type="submit"
          variant={needed ? 'main' : 'default'}
          className="w-fit"
          disabled={needed && text.trim() === ''}
        >
          {needed ? strings.keepReason : strings.keepRemark}
        </Button>
      )}
    </form>
  )
}
