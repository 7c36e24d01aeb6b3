import { Suspense, useState } from 'react'
import { resultOf } from '#domain/choosing/result.ts'
import { can } from '#domain/permissions.ts'
import type { Entry } from '#domain/records.ts'
import { formatDate } from '#i18n/format.ts'
import type { Ballot } from '#react/ballots.ts'
import { choosingStrings } from '#react/choosing/strings.ts'
import { useBallots } from '#react/use-ballots.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Field, FieldError, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { AnswerForm } from './answer-form.tsx'
import { decidingStrings } from './strings.ts'
import { today } from './today.ts'
import { useKeeping } from './use-keeping.ts'

type DecisionsProps = { readonly session: string; readonly mayDecide: boolean }

/** What was decided, why and how, and what the authority answered. */
export const Decisions = ({ session, mayDecide }: DecisionsProps) => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const own = records.entries('decisions').filter(({ value }) => value.sessionId === session)
  return (
    <section aria-labelledby="decisions" className="grid gap-3">
      <h2 id="decisions" className="text-lg font-strong">
        {strings.decisions}
      </h2>
      {own.length === 0 ? <p className="text-sm text-ink-2">{strings.noDecisions}</p> : null}
      <ul className="grid gap-3">
        {own.map((decision) => (
          <DecisionRow key={decision.id} decision={decision} />
        ))}
      </ul>
      {mayDecide ? (
        <Suspense>
          <NewDecision session={session} />
        </Suspense>
      ) : null}
    </section>
  )
}

const DecisionRow = ({ decision }: { readonly decision: Entry<'decisions'> }) => {
  const strings = useStrings(decidingStrings)
  const words = useStrings(choosingStrings)
  const locale = useLocale()
  const { me } = useWorkplace()
  const { text, why, method, responseBy, response } = decision.value
  const methodName = Object.entries(words.methods).find(([code]) => code === method)?.[1]
  return (
    <li className="grid gap-1.5 border-l-[3px] border-water pl-3">
      <strong className="font-strong wrap-anywhere">{text}</strong>
      {why === '' ? null : <span className="text-sm wrap-anywhere">{strings.because(why)}</span>}
      <span className="flex flex-wrap gap-2 text-sm text-ink-2">
        {methodName ? <Chip>{methodName}</Chip> : null}
        {response ? null : (
          <Chip tone="care">{responseBy ? strings.answerDue(formatDate(locale, responseBy)) : strings.noAnswer}</Chip>
        )}
      </span>
      {response ? (
        <p className="bg-field px-3 py-2 text-sm">
          <strong className="font-strong">
            {strings.answer}: {response.followsAdvice ? strings.follows[response.followsAdvice] : ''}
          </strong>
          <span className="block wrap-anywhere">{response.text}</span>
        </p>
      ) : can(me.role, 'write-workspace') ? (
        <AnswerForm decision={decision} />
      ) : null}
    </li>
  )
}

/** Whether a vote had opposition that nobody was asked about yet; the server refuses a decision on it. */
const asksConditions = (ballot: Ballot): boolean =>
  ballot.tally !== null &&
  resultOf(ballot, ballot.tally).opposed > 0 &&
  ballot.needs.length === 0 &&
  ballot.skip === null

const NewDecision = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const closed = (useBallots().list ?? []).filter(({ phase }) => phase === 'closed').toReversed()
  const latest = closed.find(({ sessionId }) => sessionId === session)?.id ?? ''
  const [text, setText] = useState('')
  const [why, setWhy] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [responseBy, setResponseBy] = useState('')
  const { busy, failed, keep } = useKeeping(() => {
    setText('')
    setWhy('')
  })
  const ballot = closed.find(({ id }) => id === (chosen ?? latest))
  const waits = ballot !== undefined && asksConditions(ballot)
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
        linkIds: (ballot?.options ?? []).flatMap(({ refId }) => refId ?? []),
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
              onChange={(event) => setChosen(event.target.value)}
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
