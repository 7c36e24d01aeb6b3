import { chunkOf, type Chunk } from '#react/chunk.ts'
import type { ArtefactViewProps } from '#react/workplace.tsx'
import type { ArtefactKind, models } from './models.ts'

type Views = { readonly [Kind in ArtefactKind]: Chunk<ArtefactViewProps<(typeof models)[Kind]['shape']>> }

/** The page of each kind, in a chunk of its own. */
export const views: Views = {
  'problem-statement': chunkOf(
    async () => (await import('./problem-statement/view/problem-statement.tsx')).ProblemStatementView,
  ),
  'stakeholder-map': chunkOf(
    async () => (await import('./stakeholder-map/view/stakeholder-map.tsx')).StakeholderMapView,
  ),
  'experiment-plan': chunkOf(
    async () => (await import('./experiment-plan/view/experiment-plan.tsx')).ExperimentPlanView,
  ),
}
