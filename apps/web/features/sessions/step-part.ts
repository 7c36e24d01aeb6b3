import { createContext, useContext, type ComponentType } from 'react'
import type { Step, StepKind } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import type { Desk } from '#react/workplace.tsx'
import type { SessionHandle } from '../../api/use-session.ts'

/** Where a step stands: on a participant's phone, with whoever leads, or on the screen in the hall. */
export type StepPlace = 'phone' | 'lead' | 'screen'

/** What a person does in a step, or sees of it, at one of the three places. */
export type StepPartProps = {
  readonly session: SessionHandle
  readonly activity: Step
  readonly place: StepPlace
  /** The document of the session: its cards, clusters, and what tables bring back. */
  readonly desk: Desk<typeof sessionShape>
}

/** For each kind of step what mounts, and what is added at tables; a kind that is not here shows its prompt and nothing else. */
export type StepParts = { readonly [Kind in StepKind | 'tables']?: ComponentType<StepPartProps> }

/** The parts come from several features, which do not know each other: a page puts them together. */
export const StepPartsContext = createContext<StepParts>({})

export const useStepParts = (): StepParts => useContext(StepPartsContext)
