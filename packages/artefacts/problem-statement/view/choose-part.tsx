import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import type { Ballot, NewBallot } from '#react/ballots.ts'
import { Result } from '#react/choosing/result.tsx'
import { Vote } from '#react/choosing/vote.tsx'
import { useBallots } from '#react/use-ballots.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { FieldError } from '#ui/field.tsx'
import { Closeness } from './closeness-picture.tsx'
import { chooseStrings } from './choose-strings.ts'

type ChoosePartProps = {
  /** The sentences of this problem, and which of them people still weigh. */
  readonly sentences: readonly string[]
  readonly openIds: readonly string[]
  /** The one in work. */
  readonly sentenceId: string | null
  /** Whether it stands in a part of a problem. */
  readonly nested: boolean
}

/** Choosing among sentences: what each group thinks of the one in work, dots on those that are there, and how near all come. */
export const ChoosePart = ({ sentences, openIds, sentenceId, nested }: ChoosePartProps) => {
  const strings = useStrings(chooseStrings)
  const { me } = useWorkplace()
  const Heading = nested ? 'h5' : 'h3'
  const { list } = useBallots()
  const own = (list ?? []).filter(({ options }) => options.some(({ id, refId }) => sentences.includes(refId ?? id)))
  const leads = can(me.role, 'run-ballots')
  if (list === null || (own.length === 0 && (!leads || sentences.length === 0))) return null
  return (
    <div className="grid gap-5 border-t-[3px] border-ditch px-4 py-4 md:px-7">
      <Heading className="text-base font-strong">{strings.title}</Heading>
      {own.toReversed().map((ballot) => (
        <SentenceBallot key={ballot.id} ballot={ballot} leads={leads} />
      ))}
      {leads ? (
        <Ask
          wishes={[
            ...(sentenceId === null
              ? []
              : [{ label: strings.askOpinion, ballot: opinionOf(sentenceId, strings.opinionQuestion) }]),
            ...(openIds.length > 1 ? [{ label: strings.askDots, ballot: dotsOf(openIds, strings.dotsQuestion) }] : []),
          ]}
        />
      ) : null}
      {sentenceId === null ? null : <Closeness ballots={own} sentenceId={sentenceId} />}
    </div>
  )
}

// What people think of the sentence stands open: it is a conversation and no decision.
const opinionOf = (sentence: string, question: string): NewBallot => ({
  question,
  method: 'consent',
  options: [{ id: sentence, refId: sentence }],
  settings: { secret: false, hideUntilClosed: false },
})

const dotsOf = (sentences: readonly string[], question: string): NewBallot => ({
  question,
  method: 'dotVote',
  options: sentences.map((id) => ({ id, refId: id })),
})

type AskProps = { readonly wishes: readonly { readonly label: string; readonly ballot: NewBallot }[] }

const Ask = ({ wishes }: AskProps) => {
  const strings = useStrings(chooseStrings)
  const { open } = useBallots()
  const [failed, setFailed] = useState(false)
  return (
    <div className="flex flex-wrap gap-2">
      {wishes.map(({ label, ballot }) => (
        <Button key={label} size="dense" onClick={() => void open(ballot).then(({ ok }) => setFailed(!ok))}>
          {label}
        </Button>
      ))}
      {failed ? <FieldError>{strings.failed}</FieldError> : null}
    </div>
  )
}

type SentenceBallotProps = { readonly ballot: Ballot; readonly leads: boolean }

const SentenceBallot = ({ ballot, leads }: SentenceBallotProps) => {
  const strings = useStrings(chooseStrings)
  const { move } = useBallots()
  const { phase, tally, question } = ballot
  return (
    <article aria-label={question} className="grid gap-3 border-l-[3px] border-ditch pl-4">
      <p className="text-lg/[1.3] font-[440]">{question}</p>
      {phase === 'open' && !leads ? <Vote ballot={ballot} /> : null}
      {tally ? <Result ballot={ballot} tally={tally} /> : null}
      {phase === 'open' && leads ? (
        <Button size="dense" className="w-fit" onClick={() => void move(ballot.id, 'closed')}>
          {strings.close}
        </Button>
      ) : null}
    </article>
  )
}
