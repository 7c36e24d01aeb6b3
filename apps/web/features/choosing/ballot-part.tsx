import { Suspense, type ComponentProps } from 'react'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useBallots } from '#react/use-ballots.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { BallotPlace } from './ballot-place.tsx'
import { BallotForm } from './ballot-form.tsx'
import { HallBallot } from './hall-ballot.tsx'
import type { StepProps } from './step.ts'
import { choosingWords } from './strings.ts'
import { withheld, WithheldResult } from './withheld-result.tsx'

/** A step in which people choose: they vote, whoever leads opens, counts and closes, and the hall sees the result. */
export const BallotPart = (props: StepProps) => (
  <Suspense>
    <StepBallots {...props} />
  </Suspense>
)

const StepBallots = ({ activity, session, place, desk }: StepProps) => {
  const strings = useStrings(choosingWords)
  const { me } = useWorkplace()
  const { list } = useBallots()
  if (list === null) return null
  const own = list
    .filter(({ activityId, id }) => activityId === activity.id || id === activity.ballotId)
    .map((ballot) => (session.live.resultHidden ? withheld(ballot) : ballot))
  const [newest] = own.toReversed()
  if (place === 'screen') return newest ? <HallBallot ballot={newest} /> : null
  const leads = place === 'lead' && me.role === 'facilitator'
  return (
    <div className="grid gap-6">
      {own.length === 0 && !leads ? (
        <p role="status" className="border-l-[3px] border-light bg-light-tint px-4 py-3">
          {strings.waitsForLead}
        </p>
      ) : null}
      {own.toReversed().map((ballot) => (
        <BallotPlace key={ballot.id} ballot={ballot} leads={leads} />
      ))}
      {session.live.resultHidden && own.some(({ phase }) => phase === 'closed') ? (
        <WithheldResult session={session} leads={leads} />
      ) : null}
      {leads ? (
        <FormWithCards
          desk={desk}
          startsOpen={own.length === 0}
          about={{
            sessionId: session.live.id,
            activityId: activity.id,
            question: activity.prompt,
            method: activity.method,
          }}
        />
      ) : null}
    </div>
  )
}

type FormWithCardsProps = Pick<StepProps, 'desk'> & Omit<ComponentProps<typeof BallotForm>, 'cards'>

const FormWithCards = ({ desk, ...form }: FormWithCardsProps) => {
  const cards = useContent(desk.document, (content) => content.cards)
  const clusters = useContent(desk.document, (content) => content.clusters)
  return <BallotForm {...form} cards={{ cards, clusters }} />
}
