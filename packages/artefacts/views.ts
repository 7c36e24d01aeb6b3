import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { ArtefactViewProps } from '#react/workplace.tsx'
import type { ArtefactKind, models } from './models.ts'

type Views = {
  readonly [Kind in ArtefactKind]: LazyExoticComponent<ComponentType<ArtefactViewProps<(typeof models)[Kind]['shape']>>>
}

/** The page of each kind, in a chunk of its own. */
export const views: Views = {
  'problem-statement': lazy(async () => ({
    default: (await import('./problem-statement/view/problem-statement.tsx')).ProblemStatementView,
  })),
  'stakeholder-map': lazy(async () => ({
    default: (await import('./stakeholder-map/view/stakeholder-map.tsx')).StakeholderMapView,
  })),
  'experiment-plan': lazy(async () => ({
    default: (await import('./experiment-plan/view/experiment-plan.tsx')).ExperimentPlanView,
  })),
}
