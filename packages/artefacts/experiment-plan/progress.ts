import { isEmptyProse } from '#crdt/prose.ts'
import { ethicsCodes, scalings, type ExperimentPlan } from './shape.ts'
import { unanswered } from './status.ts'

/** The parts of the page of a plan, in the order in which they stand there. */
export const planParts = [
  'idea',
  'measures',
  'stop',
  'assumptions',
  'steps',
  'when',
  'chain',
  'values',
  'rules',
  'effects',
  'care',
  'log',
  'decision',
  'cards',
  'scaling',
] as const
export type PlanPart = (typeof planParts)[number]

/**
 * How far each part is: `filled`, `begun` or `empty`. A list is filled with one entry: how many there must be is for
 * the group. A decision stands in the records of the workspace and says nothing about itself here.
 */
export const progressOf = (plan: ExperimentPlan): { readonly [Part in PlanPart]?: Progress } => ({
  idea: partly(
    [plan.cardBelieve, plan.cardTest, plan.cardMeasure, plan.cardRightIf].map((text) => !isEmptyProse(text)),
  ),
  measures: listed(plan.measures),
  stop: listed(plan.stopRules),
  assumptions: listed(plan.assumptions),
  steps: listed(plan.steps),
  when: partly([plan.start, plan.end, plan.ownerId, plan.decidesId, plan.rung].map((value) => value !== null)),
  chain: listed(plan.changeChain),
  values: listed(plan.distribution),
  rules: listed(plan.ruleBarriers),
  effects: listed(plan.effects),
  care: partly([unanswered(plan).length === 0, unanswered(plan).length < ethicsCodes.length]),
  log: listed(plan.learningLog),
  cards: listed(plan.learningCards),
  scaling: listed(scalings.filter((way) => plan[way].chosen)),
})

export type Progress = 'filled' | 'begun' | 'empty'

const listed = (rows: readonly unknown[]): Progress => (rows.length > 0 ? 'filled' : 'empty')

const partly = (done: readonly boolean[]): Progress =>
  done.every(Boolean) ? 'filled' : done.some(Boolean) ? 'begun' : 'empty'
