import { experimentPlan } from './experiment-plan/model.ts'
import { problemStatement } from './problem-statement/model.ts'
import { stakeholderMap } from './stakeholder-map/model.ts'

/** Every kind of artefact, as server, export and web all see it, in the order in which people meet them. */
export const models = {
  'problem-statement': problemStatement,
  'stakeholder-map': stakeholderMap,
  'experiment-plan': experimentPlan,
} as const

export type ArtefactKind = keyof typeof models

export const artefactKinds = Object.keys(models) as readonly ArtefactKind[]

export const isArtefactKind = (kind: string): kind is ArtefactKind => Object.hasOwn(models, kind)
