import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { FieldError } from '#ui/field.tsx'
import { Marker } from '#ui/marker.tsx'
import { Notice } from '#ui/notice.tsx'
import { callChoosing, reasonOf } from '../../api/choosing-call.ts'
import { keepVote, ownVote } from '../../api/own-votes.ts'
import { Refused } from '../../api/refused.ts'
import { workspaceKey } from '../../api/use-facts.ts'
import { decidingStrings } from './strings.ts'

const useExit = (session: string) => {
  const { workspaceId } = useWorkplace()
  // Among the ballots, so that what tells of those tells of answers too.
  const queryKey = [...workspaceKey(workspaceId), 'ballots', 'exit', session]
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const answer = await callChoosing('exit', { params: { workspace: workspaceId, session } })
      if (!answer.ok) throw new Refused(answer)
      return answer.value
    },
  })
  return { data, queryKey, workspaceId }
}

/** The questions at the end, answered secretly on one's own device. */
export const ExitQuestions = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const { me } = useWorkplace()
  const { data, queryKey, workspaceId } = useExit(session)
  const queries = useQueryClient()
  const name = `exit.${session}`
  const [values, setValues] = useState(() => numbersIn(ownVote(workspaceId, name, 0).choice))
  const [state, setState] = useState<'asking' | 'busy' | 'sent' | 'elsewhere' | 'failed' | 'incomplete'>(() =>
    ownVote(workspaceId, name, 0).sent ? 'sent' : 'asking',
  )
  if (!data) return null
  if (!can(me.role, 'vote')) return <ExitFigures session={session} />
  const send = async () => {
    if (data.questions.some(({ id }) => values[id] === undefined)) return setState('incomplete')
    setState('busy')
    const own = ownVote(workspaceId, name, 0)
    const body = { receipt: own.receipt, answers: values }
    const answer = await callChoosing('answerExit', { params: { workspace: workspaceId, session }, body })
    if (answer.ok) keepVote(workspaceId, name, { ...own, choice: values, sent: true })
    setState(answer.ok ? 'sent' : reasonOf(answer) === 'voted-elsewhere' ? 'elsewhere' : 'failed')
    await queries.invalidateQueries({ queryKey })
  }
  return (
    <section aria-labelledby="exit" className="grid gap-3">
      <h2 id="exit" className="text-lg font-strong">
        {strings.exitTitle}
      </h2>
      <p className="text-sm text-ink-2">{strings.exitWords}</p>
      {state === 'sent' ? (
        <Notice
          tone="good"
          role="status"
          actions={
            <Button size="dense" onClick={() => setState('asking')}>
              {strings.changeIt}
            </Button>
          }
        >
          {strings.sent}
        </Notice>
      ) : (
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {data.questions.map(({ id, text }) => (
            <ExitQuestion
              key={id}
              text={text}
              value={values[id]}
              onChoose={(value) => setValues((before) => ({ ...before, [id]: value }))}
            />
          ))}
          {state === 'incomplete' ? <FieldError>{strings.sendFirst}</FieldError> : null}
          {state === 'elsewhere' ? <FieldError>{strings.answeredElsewhere}</FieldError> : null}
          {state === 'failed' ? <FieldError>{strings.failed}</FieldError> : null}
          <Button type="submit" variant="main" size="large" busy={state === 'busy'}>
            {strings.send}
          </Button>
        </form>
      )}
      <ExitFigures session={session} />
    </section>
  )
}

const numbersIn = (choice: Readonly<Record<string, number | string>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(choice).flatMap(([id, value]) => (typeof value === 'number' ? [[id, value]] : [])))

const scale = [1, 2, 3, 4, 5] as const

type ExitQuestionProps = {
  readonly text: string
  readonly value: number | undefined
  readonly onChoose: (value: number) => void
}

const ExitQuestion = ({ text, value, onChoose }: ExitQuestionProps) => {
  const strings = useStrings(decidingStrings)
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1.5 text-lg/[1.3] font-strong">{text}</legend>
      <div className="grid grid-cols-5 gap-1.5">
        {scale.map((step) => (
          <label
            key={step}
            className="focus-ring-inside grid min-h-14 cursor-pointer place-items-center rounded-control border-[1.5px] border-bank text-lg tabular-nums hover:bg-field has-checked:border-water has-checked:bg-water-tint has-checked:font-strong has-checked:shadow-[inset_0_-4px_0_var(--water)]"
          >
            <input
              type="radio"
              name={text}
              className="sr-only"
              aria-label={strings.outOf(step)}
              checked={value === step}
              onChange={() => onChoose(step)}
            />
            {step}
          </label>
        ))}
      </div>
      <p aria-hidden className="flex justify-between text-xs text-ink-2">
        <span>{strings.lowest}</span>
        <span>{strings.highest}</span>
      </p>
    </fieldset>
  )
}

/** What all answers come to, once that may be told. */
export const ExitFigures = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const locale = useLocale()
  const { me, perspectives } = useWorkplace()
  const { data } = useExit(session)
  if (!data) return null
  const told = data.judgements.filter(({ median }) => median !== null)
  return (
    <div className="grid gap-2 text-sm">
      {can(me.role, 'run-ballots') ? (
        <p role="status" className="tabular-nums">
          {strings.answeredCount(data.people)}
        </p>
      ) : null}
      {told.length > 0 ? (
        <ul className="grid gap-1">
          {told.map(({ question, median, n, groups }) => (
            <li key={question}>
              <strong className="font-label">{data.questions.find(({ id }) => id === question)?.text}</strong>{' '}
              <span className="tabular-nums">{strings.middle(formatNumber(locale, median ?? 0), n)}</span>
              {groups.map((group) => (
                <span key={group.perspectives.join('+')} className="flex flex-wrap gap-x-2 text-ink-2">
                  {perspectives
                    .filter(({ id }) => group.perspectives.includes(id))
                    .map(({ id, marker, title }) => (
                      <span key={id} className="inline-flex items-center gap-2">
                        <Marker slot={marker} size={17} />
                        {title}
                      </span>
                    ))}
                  <span className="tabular-nums">{strings.middle(formatNumber(locale, group.median), group.n)}</span>
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-2">{data.judgements.some(({ n }) => n > 0) ? strings.tooFew : strings.afterClosing}</p>
      )}
    </div>
  )
}
