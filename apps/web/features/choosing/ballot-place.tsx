import { lazy, Suspense, useEffect, useRef } from 'react'
import { resultOf } from '#domain/choosing/result.ts'
import { can } from '#domain/permissions.ts'
import type { Ballot } from '#react/ballots.ts'
import { OptionHead } from '#react/choosing/option-head.tsx'
import { useNamedOptions } from '#react/choosing/options.ts'
import { choosingStrings } from '#react/choosing/strings.ts'
import { Vote } from '#react/choosing/vote.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Chip } from '#ui/chip.tsx'
import { choosingWords } from './strings.ts'

const Result = lazy(async () => ({ default: (await import('#react/choosing/result.tsx')).Result }))
const LeadBallot = lazy(async () => ({ default: (await import('./lead-ballot.tsx')).LeadBallot }))
const EnterVotes = lazy(async () => ({ default: (await import('./enter-votes.tsx')).EnterVotes }))
const Conditions = lazy(async () => ({ default: (await import('./conditions.tsx')).Conditions }))

type BallotPlaceProps = { readonly ballot: Ballot; readonly leads: boolean }

/** One ballot: to vote in while it is open, to read when it is closed, and for whoever leads the ways to open and close. */
export const BallotPlace = ({ ballot, leads }: BallotPlaceProps) => {
  const strings = useStrings(choosingWords)
  const { me } = useWorkplace()
  const { phase, tally, question } = ballot
  const enters = !leads && me.canRecord && can(me.role, 'take-part')
  return (
    <article aria-label={question} className="grid gap-3" id={ballot.id}>
      <header className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <h2 className="min-w-0 flex-1 basis-60 text-xl/[1.25] font-[440] tracking-[-.01em] wrap-anywhere">
          {question}
        </h2>
        <Chip tone={phase === 'open' ? 'live' : 'plain'}>
          {phase === 'open' ? strings.ballotOpen : strings.ballotClosed}
        </Chip>
      </header>
      <Suspense>
        {leads && phase !== 'closed' ? <Options ballot={ballot} /> : null}
        {leads ? <LeadBallot ballot={ballot} /> : null}
        {phase === 'open' && !leads ? <Vote ballot={ballot} /> : null}
        {phase === 'open' && enters ? <EnterVotes ballot={ballot} /> : null}
        {tally ? <Told ballot={ballot} tally={tally} /> : null}
        <Earlier ballot={ballot} />
      </Suspense>
      <ClosedStatus phase={phase} />
    </article>
  )
}

// Whoever leads sees what the others choose from.
const Options = ({ ballot: { options } }: { readonly ballot: Ballot }) => (
  <ul className="grid gap-3">
    {useNamedOptions(options).map((option) => (
      <li key={option.id}>
        <OptionHead option={option} />
      </li>
    ))}
  </ul>
)

// Said once, when it closes under somebody's eyes.
const ClosedStatus = ({ phase }: Pick<Ballot, 'phase'>) => {
  const strings = useStrings(choosingStrings)
  const before = useRef(phase)
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (before.current === 'open' && phase === 'closed' && status.current) status.current.textContent = strings.closed
    before.current = phase
  }, [phase, strings.closed])
  return <p ref={status} role="status" className="sr-only" />
}

type ToldProps = { readonly ballot: Ballot; readonly tally: NonNullable<Ballot['tally']> }

const Told = ({ ballot, tally }: ToldProps) => {
  const { opposed } = resultOf(ballot, tally)
  return (
    <>
      <Result ballot={ballot} tally={tally} />
      {ballot.phase === 'closed' && opposed > 0 ? <Conditions ballot={ballot} opposed={opposed} /> : null}
    </>
  )
}

const Earlier = ({ ballot }: { readonly ballot: Ballot }) => {
  const strings = useStrings(choosingWords)
  const words = useStrings(choosingStrings)
  if (ballot.history.length === 0) return null
  return (
    <details>
      <summary className="focus-ring min-h-target-dense w-fit cursor-pointer py-2 font-label">
        {strings.earlier}
      </summary>
      <div className="grid gap-4 pt-2">
        {ballot.history.map(({ round, tally, notes }) => (
          <section key={round} className="grid gap-2">
            <h3 className="font-strong">{words.round(round)}</h3>
            {tally ? <Result ballot={{ ...ballot, notes }} tally={tally} /> : null}
          </section>
        ))}
      </div>
    </details>
  )
}
