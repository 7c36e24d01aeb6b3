import { can } from '#domain/permissions.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { Actions } from './actions.tsx'
import { Decisions } from './decisions.tsx'
import { ExitQuestions } from './exit-questions.tsx'
import { HallAgreed, HallEarlier } from './hall-agreed.tsx'
import { OpenPoints } from './open-points.tsx'
import type { StepProps } from './step.ts'

/** A step in which people agree: what, why, who does it by when, and what is left open. */
export const DecidePart = ({ session: { live }, place }: StepProps) => {
  const { me } = useWorkplace()
  if (place === 'screen') return <HallAgreed session={live.id} />
  return (
    <div className="grid gap-7">
      <Decisions session={live.id} mayDecide={place === 'lead' && can(me.role, 'write-workspace')} />
      <Actions />
      <OpenPoints session={live.id} />
    </div>
  )
}

/** The end of a session: what was agreed, and how it was for each. */
export const ExitPart = (props: StepProps) => (
  <div className="grid gap-7">
    {props.place === 'screen' ? null : <ExitQuestions session={props.session.live.id} />}
    <DecidePart {...props} />
  </div>
)

/** The beginning: what was agreed before and is still to be done comes first. */
export const WelcomePart = ({ place }: StepProps) => (place === 'screen' ? <HallEarlier /> : <Actions onlyOpen />)
