import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import type { Entry } from '#domain/records.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Agreed } from './agreed.tsx'
import { AnswerForm } from './answer-form.tsx'
import { readingStrings } from './reading-strings.ts'

/** Every decision with what those in charge answered to it; a facilitator fills the answer in. */
export const Answers = () => {
  const strings = useStrings(readingStrings)
  const { records, me } = useWorkplace()
  const decisions = records.entries('decisions')
  const mayFill = can(me.role, 'write-workspace')
  return (
    <section className="parcel px-4 py-4.5 sm:px-7" aria-labelledby="answers">
      <h2 id="answers" className="text-lg/[1.25] font-strong">
        {strings.answers}
      </h2>
      <p className="mt-1 max-w-[68ch] text-sm text-ink-2">{strings.answersLead}</p>
      {decisions.length === 0 ? <p className="mt-4">{strings.noDecisions}</p> : null}
      <ol className="mt-3 grid">
        {decisions.map((decision) => (
          <Answered key={decision.id} decision={decision} mayFill={mayFill} />
        ))}
      </ol>
      <Agreed />
    </section>
  )
}

const tones = { yes: 'good', partly: 'care', no: 'bad' } as const

type AnsweredProps = { readonly decision: Entry<'decisions'>; readonly mayFill: boolean }

const Answered = ({ decision, mayFill }: AnsweredProps) => {
  const strings = useStrings(readingStrings)
  const locale = useLocale()
  const { directory } = useWorkplace()
  const [filling, setFilling] = useState(false)
  const { text, why, response, responseBy } = decision.value
  const who = response?.byId ? directory.get(response.byId)?.label : undefined
  const from = [who, response?.date ? formatDate(locale, response.date) : undefined].filter(Boolean).join(', ')
  return (
    <li
      id={decision.id}
      tabIndex={-1}
      className="grid gap-2 border-t border-ditch py-3.5 outline-none focus:bg-light-tint"
    >
      <h3 className="font-strong">{text}</h3>
      {why === '' ? null : (
        <p className="text-sm text-ink-2">
          {strings.why}: {why}
        </p>
      )}
      {response ? (
        <div className="grid gap-1.5 border-l-4 border-light pl-3.5">
          {response.followsAdvice ? (
            <Chip tone={tones[response.followsAdvice]}>{strings.follows[response.followsAdvice]}</Chip>
          ) : null}
          <p className="max-w-[68ch] whitespace-pre-line">{response.text}</p>
          {from === '' ? null : <p className="text-sm text-ink-3">{from}</p>}
        </div>
      ) : (
        <p className="text-sm text-ink-2">
          {responseBy === null ? strings.noAnswer : strings.waiting(formatDate(locale, responseBy))}
        </p>
      )}
      {filling ? <AnswerForm decision={decision} onDone={() => setFilling(false)} /> : null}
      {mayFill && !filling ? (
        <Button
          size="dense"
          className="w-fit"
          icon={<MessageSquareText size={17} aria-hidden />}
          aria-label={`${response ? strings.change : strings.fill}: ${text.slice(0, 80)}`}
          onClick={() => setFilling(true)}
        >
          {response ? strings.change : strings.fill}
        </Button>
      ) : null}
    </li>
  )
}
