import { ArtefactPart } from '../../features/sessions/artefact-part.tsx'
import { BreakPart } from '../../features/sessions/break-part.tsx'
import type { StepParts } from '../../features/sessions/step-part.ts'

/** What mounts in each kind of step. A feature adds its part here, preferably as `lazy`. */
export const stepParts: StepParts = {
  artefact: ArtefactPart,
  break: BreakPart,
}
