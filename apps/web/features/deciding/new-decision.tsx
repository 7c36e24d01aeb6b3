import { useState } from 'react'
import { carriedOf, resultOf } from '#domain/choosing/result.ts'
import type { Ballot } from '#react/ballots.ts'
import { useNamedOptions } from '#react/choosing/options.ts'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { decidingStrings } from './strings.ts'
import { today } from './today.ts'
import { useKeeping } from './use-keeping.ts'

const carriedIn = (ballot: Ballot): readonly string[] =>
  ballot.tally === null ? [] : carriedOf(ballot, resultOf(ballot, ballot.tally))

/** Whether a vote had opposition that nobody was asked about yet; the server refuses a decision on it. */
const asksConditions = (ballot: Ballot): boolean =>
  ballot.tally !== null &&
  resultOf(ballot, ballot.tally).opposed > 0 &&
  ballot.needs.length === 0 &&
  ballot.skip === null

/** Writes down what a group decides: why, by which vote, what of it was chosen, and when an answer comes. */
export const NewDecision = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const closed = (useBallots().list ?? []).filter(({ phase }) => phase === 'closed').toReversed()
  const latest = closed.find(({ sessionId }) => sessionId === session)?.id ?? ''
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const [ticked, setTicked] = useState<{ readonly of: string; readonly ids: readonly string[] } | null>(null)
  const [responseBy, setResponseBy] = useState('')
  const { busy, failed, keep } = useKeeping(() => {
    setText('')
    setWhy('')
  })
  const ballot = closed.find(({ id }) => id === (picked ?? latest))
  const waits = ballot !== undefined && asksConditions(ballot)
  // What the vote carried, until somebody says otherwise.
  const chosen = ballot && ticked?.of === ballot.id ? ticked.ids : ballot ? carriedIn(ballot) : []
  const record = () =>
    keep(() =>
      records.add('decisions', {
        sessionId: session,
        date: today(),
        text: text.trim(),
        outcome: null,
        why: why.trim(),
        decidedBy: { kind: 'session', id: session },
        method: ballot?.method ?? null,
        ballotId: ballot?.id ?? null,
        linkIds: (ballot?.options ?? []).flatMap(({ id, refId }) => (refId && chosen.includes(id) ? refId : [])),
        responseBy: responseBy === '' ? null : responseBy,
        response: null,
      }),
    )
  return (
    <form
      aria-label={strings.newDecision}
      className="grid gap-3 border-t border-ditch pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '' && !waits) void record()
      }}
    >
      <Field label={strings.decision}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <Field label={strings.why}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            className={inputClass}
          />
        )}
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={strings.byVote}>
          {(control) => (
            <select
              {...control}
              value={ballot?.id ?? ''}
              onChange={(event) => setPicked(event.target.value)}
              className={inputClass}
            >
              <option value="">{strings.noVote}</option>
              {closed.map(({ id, question }) => (
                <option key={id} value={id}>
                  {question}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={strings.responseBy}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={responseBy}
              onChange={(event) => setResponseBy(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      </div>
      {ballot ? <Chosen ballot={ballot} chosen={chosen} onChange={(ids) => setTicked({ of: ballot.id, ids })} /> : null}
      {waits ? (
        <Notice tone="care" role="status">
          {strings.needsFirst}
        </Notice>
      ) : null}
      {failed ? <FieldError>{strings.failed}</FieldError> : null}
      <Button type="submit" variant="main" className="w-fit" busy={busy} disabled={text.trim() === '' || waits}>
        {strings.keepDecision}
      </Button>
    </form>
  )
}

type ChosenProps = {
  readonly ballot: Ballot
  readonly chosen: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** What of a vote the decision takes; only that counts as taken up. */
const Chosen = ({ ballot, chosen, onChange }: ChosenProps) => {
  const strings = useStrings(decidingStrings)
  return (
    <fieldset className="grid gap-1">
      <legend className="font-label">{strings.chosen}</legend>
      {useNamedOptions(ballot.options).map(({ id, letter, words }) => (
        <label key={id} className="flex min-h-target-dense items-center gap-2.5">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
            className="focus-ring size-5 shrink-0 accent-water"
          />
          <span className="min-w-0 wrap-anywhere">
            {letter}. {words}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
