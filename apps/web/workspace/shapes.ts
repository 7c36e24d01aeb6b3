import { shape as plan } from '#artefacts/experiment-plan/shape.ts'
import type { ArtefactKind, models } from '#artefacts/models.ts'
import { shape as problem } from '#artefacts/problem-statement/shape.ts'
import { shape as map } from '#artefacts/stakeholder-map/shape.ts'

export type ShapeOf<Kind extends ArtefactKind> = (typeof models)[Kind]['shape']

/** The shape of each kind, to open its document with; the rest of a model is for the server. */
export const shapes: { readonly [Kind in ArtefactKind]: ShapeOf<Kind> } = {
  'problem-statement': problem,
  'stakeholder-map': map,
  'experiment-plan': plan,
}
