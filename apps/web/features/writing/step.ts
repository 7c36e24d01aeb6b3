import type { Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import type { Desk } from '#react/workplace.tsx'
import type { SessionHandle } from '../../api/use-session.ts'

/** What a step of a session gives the part that mounts in it. */
export type StepProps = {
  readonly session: SessionHandle
  readonly activity: Step
  readonly place: 'phone' | 'lead' | 'screen'
  readonly desk: Desk<typeof sessionShape>
}
