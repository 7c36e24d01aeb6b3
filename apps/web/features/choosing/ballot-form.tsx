import { useState } from 'react'
import { fittingThresholds, settledSettings, type BallotSettings } from '#domain/choosing/ballot.ts'
import { choosingMethods, methodRules, type ChoosingMethod } from '#domain/choosing/methods.ts'
import type { NewBallot } from '#react/ballots.ts'
import { choosingStrings } from '#react/choosing/strings.ts'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { Switch } from '#ui/switch.tsx'
import type { CardSource } from './card-options.ts'
import { OptionFields } from './option-fields.tsx'
import { optionsIn, type OptionDraft } from './option-draft.ts'
import { choosingWords } from './strings.ts'

type About = {
  readonly sessionId?: string
  readonly activityId?: string
  readonly question?: string
  readonly method?: string
}
type BallotFormProps = {
  readonly about?: About
  readonly startsOpen: boolean
  /** What was written on cards, so that it can be chosen from. */
  readonly cards?: CardSource
}

type Draft = OptionDraft & {
  readonly question: string
  readonly method: ChoosingMethod
  readonly settings: BallotSettings
  readonly closesAt: string
}

const blank = ({ question = '', method = 'dotVote' }: About): Draft => {
  const known = choosingMethods.find((each) => each === method) ?? 'dotVote'
  return { question, method: known, lines: '', rows: [], settings: settledSettings(known, {}), closesAt: '' }
}

/** Opens a vote: what is asked, how, from what, and when it is enough. */
export const BallotForm = ({ about = {}, startsOpen, cards }: BallotFormProps) => {
  const strings = useStrings(choosingWords)
  const { open } = useBallots()
  const [draft, setDraft] = useState(() => blank(about))
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const options = optionsIn(draft)
  const send = async () => {
    setTried(true)
    if (draft.question.trim() === '' || options.length === 0) return
    setState('busy')
    const { ok } = await open(ballotOf(draft, options, about))
    setState(ok ? 'idle' : 'failed')
    if (!ok) return
    setTried(false)
    setDraft(blank(about))
  }
  return (
    <details open={startsOpen} className="border-t-[3px] border-ditch pt-2">
      <summary className="focus-ring min-h-target w-fit cursor-pointer py-2 text-lg font-strong">
        {strings.newBallot}
      </summary>
      <form
        noValidate
        className="grid max-w-[44rem] gap-4 pt-2"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Field label={strings.question} error={tried && draft.question.trim() === '' ? strings.noQuestion : undefined}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={500}
              value={draft.question}
              onChange={(event) => change({ question: event.target.value })}
              className={inputClass}
            />
          )}
        </Field>
        <MethodFields draft={draft} onChange={change} />
        <OptionFields
          isProposal={methodRules[draft.method].kind !== 'points'}
          draft={draft}
          cards={cards}
          onChange={change}
          error={tried && options.length === 0}
        />
        <Field label={strings.until}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={draft.closesAt}
              onChange={(event) => change({ closesAt: event.target.value })}
              className={inputClass}
            />
          )}
        </Field>
        {state === 'failed' ? <FieldError>{strings.notOpened}</FieldError> : null}
        <Button type="submit" variant="main" busy={state === 'busy'} className="w-fit">
          {strings.open}
        </Button>
      </form>
    </details>
  )
}

type PartProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }

const MethodFields = ({ draft: { method, settings }, onChange }: PartProps) => {
  const strings = useStrings(choosingWords)
  const words = useStrings(choosingStrings)
  const set = (part: Partial<BallotSettings>) =>
    onChange({ settings: settledSettings(method, { ...settings, ...part }) })
  const fitting = fittingThresholds(method)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={strings.method}>
        {(control) => (
          <select
            {...control}
            value={method}
            className={inputClass}
            onChange={(event) => {
              const next = choosingMethods.find((each) => each === event.target.value) ?? method
              onChange({ method: next, settings: settledSettings(next, settings) })
            }}
          >
            {choosingMethods.map((each) => (
              <option key={each} value={each}>
                {words.methods[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {fitting.length > 1 ? (
        <Field label={strings.threshold}>
          {(control) => (
            <select
              {...control}
              value={settings.threshold}
              className={inputClass}
              onChange={(event) => set({ threshold: fitting.find((each) => each === event.target.value) ?? 'none' })}
            >
              {fitting.map((each) => (
                <option key={each} value={each}>
                  {words.thresholds[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {method === 'dotVote' ? (
        <>
          <NumberField
            label={strings.dots}
            value={settings.dotsPerPerson}
            onChange={(dotsPerPerson) => set({ dotsPerPerson })}
          />
          <NumberField
            label={strings.most}
            value={settings.maxPerOption}
            onChange={(maxPerOption) => set({ maxPerOption })}
          />
        </>
      ) : null}
      <Switch
        label={strings.secret}
        state={settings.secret ? strings.secretOn : strings.secretOff}
        checked={settings.secret}
        onChange={(secret) => set({ secret, hideUntilClosed: true })}
      />
    </div>
  )
}

type NumberFieldProps = { readonly label: string; readonly value: number; readonly onChange: (value: number) => void }

const NumberField = ({ label, value, onChange }: NumberFieldProps) => (
  <Field label={label}>
    {(control) => (
      <input
        {...control}
        type="number"
        min={1}
        max={20}
        value={value}
        onChange={(event) => onChange(Math.min(20, Math.max(1, event.target.valueAsNumber || 1)))}
        className={inputClass}
      />
    )}
  </Field>
)

const ballotOf = (
  { question, method, settings, closesAt }: Draft,
  options: NewBallot['options'],
  { sessionId, activityId }: About,
): NewBallot => ({
  question: question.trim(),
  method,
  options,
  settings,
  sessionId: sessionId ?? null,
  activityId: activityId ?? null,
  closesAt: closesAt === '' ? null : new Date(closesAt).toISOString(),
})
