import { Suspense } from 'react'
import { can } from '#domain/permissions.ts'
import type { Entry } from '#domain/records.ts'
import { formatDate } from '#i18n/format.ts'
import { choosingStrings } from '#react/choosing/strings.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Chip } from '#ui/chip.tsx'
import { AnswerForm } from './answer-form.tsx'
import { NewDecision } from './new-decision.tsx'
import { decidingStrings } from './strings.ts'

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
