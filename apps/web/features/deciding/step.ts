import type { Step } from '#domain/agenda.ts'
import type { SessionHandle } from '../../api/use-session.ts'

/** What of a step of a session these parts need. */
export type StepProps = {
  readonly session: SessionHandle
  readonly activity: Step
  readonly place: 'phone' | 'lead' | 'screen'
}
