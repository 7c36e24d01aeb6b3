import { EyeOff, UserRound, VenetianMask, type LucideIcon } from 'lucide-react'
import { Suspense } from 'react'
import { stepKind, type Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import type { Desk } from '#react/workplace.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { sessionStrings } from './strings.ts'
import { useStepParts, type StepPlace } from './step-part.ts'

type StepBodyProps = {
  readonly session: SessionHandle
  readonly step: Step
  readonly place: StepPlace
  readonly desk: Desk<typeof sessionShape>
}

/** What a step asks for, in the part that belongs to its kind. */
export const StepBody = ({ session, step, place, desk }: StepBodyProps) => {
  const Part = useStepParts()[stepKind(step)]
  return Part ? <Part key={step.id} session={session} activity={step} place={place} desk={desk} /> : null
}

/** What tables do in a step that is done at tables; nothing before people were divided over them. */
export const AtTables = ({ session, step, place, desk }: StepBodyProps) => {
  const Tables = useStepParts().tables
  if (!Tables || step.workForm !== 'group' || session.live.tables.length === 0) return null
  return (
    <Suspense>
      <Tables key={step.id} session={session} activity={step} place={place} desk={desk} />
    </Suspense>
  )
}

const anonymityIcons: { readonly [In in NonNullable<Step['anonymity']>]: LucideIcon } = {
  none: UserRound,
  names: EyeOff,
  secret: VenetianMask,
}

/** In one sentence: what others see of who did what in this step. */
export const AnonymityLine = ({ step, hidden }: { readonly step: Step; readonly hidden: boolean }) => {
  const strings = useStrings(sessionStrings)
  // Whoever leads can only make it stricter.
  const said = hidden && step.anonymity !== 'secret' ? 'names' : step.anonymity
  if (said === null) return null
  const Icon = anonymityIcons[said]
  return (
    <p className="flex items-start gap-2 text-sm text-ink-2">
      <Icon size={18} strokeWidth={1.9} aria-hidden className="mt-px shrink-0" />
      {strings.anonymity[said]}
    </p>
  )
}
