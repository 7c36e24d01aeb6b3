import type { DraftOf } from '#crdt/draft.ts'
import {
  flag,
  line,
  maybeOneOf,
  number,
  oneOf,
  prose,
  ref,
  score,
  set,
  table,
  tags,
  text,
  value,
  type ContentOf,
  type RowInit,
  type RowOf,
  type ValueField,
} from '#crdt/shape.ts'
import { originOf, type CardOrigin } from './card-origin.ts'
import {
  isDay,
  measurementOf,
  notScaled,
  operators,
  scalingOf,
  targetOf,
  type Measurement,
  type Target,
} from './values.ts'

export const statuses = ['idea', 'design', 'agreed', 'running', 'finished', 'stopped', 'parked'] as const
export type Status = (typeof statuses)[number]
export const rungs = ['explore', 'sketch', 'actOut', 'smallTrial', 'pilot', 'compare'] as const
export const categories = ['desirable', 'feasible', 'viable', 'permitted', 'fair'] as const
export const assumptionStatuses = ['open', 'confirmed', 'partly', 'refuted', 'unclear'] as const
export const measureKinds = ['process', 'outcome', 'experience', 'sideEffect', 'adminBurden'] as const
export const effectDirections = ['negative', 'positive', 'neutral'] as const
export const responses = ['prevent', 'reduce', 'watch', 'accept', 'strengthen'] as const
export const effectStatuses = ['expected', 'seen', 'notSeen'] as const
export const rooms = [
  'withinRules',
  'otherReading',
  'tailoring',
  'exemption',
  'experimentClause',
  'agreementDeal',
  'rightToChallenge',
  'changeRule',
] as const
export const ruleStatuses = ['exploring', 'requested', 'granted', 'refused'] as const
export const ruleKinds = ['law', 'policy', 'contract', 'funding', 'workInstruction', 'registration', 'habit'] as const
export const ethicsCodes = [
  'voluntary',
  'stopAnytime',
  'vulnerable',
  'dataMinimal',
  'dpia',
  'minors',
  'medicalResearchAct',
  'complaint',
  'aftercare',
  'shareResults',
  'fairSelection',
] as const
export const ethicsAnswers = ['yes', 'no', 'na', 'open'] as const
export const chainKinds = ['input', 'activity', 'output', 'outcome', 'impact'] as const
export const comparisons = ['none', 'prePost', 'otherGroup', 'randomised'] as const
export const logKinds = ['observation', 'surprise', 'insight', 'sideEffect', 'adjustment'] as const
export const scalings = ['out', 'up', 'deep', 'none'] as const

// A file tells "nothing written" from "nothing to tell"; both must come back as they were.
const maybeLine = (limit: number): ValueField<string | null> =>
  value<string | null>(null, (raw) => (raw === null ? null : line(limit).parse(raw)))
const days = () =>
  value<readonly string[]>([], (raw) => (Array.isArray(raw) && raw.every((entry) => isDay(entry)) ? raw : undefined))
// A person or a stakeholder: ids are unique in a workspace, the directory tells which.
const party = () => ref('Party')
const scaling = () => value(notScaled, scalingOf)

/** One experiment, whole: what we think, try, watch and learn. One document holds one of them. */
export const shape = {
  title: line(80),
  status: oneOf(statuses, 'idea'),
  order: line(60),
  learningQuestion: prose(),
  problemIds: set('Problem'),
  gapIds: set('Gap'),
  formulationIds: set('Formulation'),
  cardBelieve: prose(),
  cardTest: prose(),
  cardMeasure: prose(),
  cardRightIf: prose(),
  rung: maybeOneOf(rungs),
  importance: score(1, 3),
  reliabilityWanted: score(1, 3),
  costMoney: number(),
  costHours: number(),
  groupSize: number(),
  where: line(200),
  start: day(),
  end: day(),
  maxEnd: day(),
  reviewDates: days(),
  ownerId: party(),
  teamIds: set('Party'),
  decidesId: party(),
  decisionIds: set('Decision'),
  // Why a plan was agreed before anybody thought about what may go wrong.
  effectsOverride: line(500),
  out: scaling(),
  up: scaling(),
  deep: scaling(),
  none: scaling(),
  tags: tags(),
  assumptions: table('Assumption', 'as', {
    text: text(),
    category: maybeOneOf(categories),
    importance: score(1, 5),
    certainty: score(1, 5),
    status: oneOf(assumptionStatuses, 'open'),
    evidenceIds: set('Evidence'),
    tags: tags(),
  }),
  changeChain: table('ChangeLink', 'tc', {
    kind: oneOf(chainKinds, 'activity'),
    text: text(),
    assumptionIds: set('Assumption'),
    tags: tags(),
  }),
  steps: table('Step', 'st', { text: text(), ownerId: party(), start: day(), end: day(), done: flag(), tags: tags() }),
  measures: table('Measure', 'me', {
    name: line(200),
    kind: maybeOneOf(measureKinds),
    unit: line(80),
    instrument: line(300),
    method: line(300),
    measuredById: party(),
    forStakeholderId: ref('Stakeholder'),
    better: oneOf(['higher', 'lower'], 'higher'),
    frequency: line(200),
    comparison: maybeOneOf(comparisons),
    baseline: value<Measurement | null>(null, measurementOf),
    target: value<Target | null>(null, targetOf),
    reliability: score(1, 3),
    baselineNote: line(500),
    tags: tags(),
  }),
  // Apart from their measure, so that two people who each bring a result both keep it.
  results: table('MeasureResult', 'rs', {
    measureId: ref('Measure'),
    value: number(),
    date: day(),
    n: number(),
    tags: tags(),
  }),
  stopRules: table('StopRule', 'sr', {
    text: text(),
    measureId: ref('Measure'),
    operator: maybeOneOf(operators),
    value: number(),
    decidedById: party(),
    hit: flag(),
    hitAt: day(),
    tags: tags(),
  }),
  effects: table('Effect', 'ue', {
    text: text(),
    direction: oneOf(effectDirections, 'negative'),
    forStakeholderIds: set('Stakeholder'),
    likelihood: score(1, 5),
    severity: score(1, 5),
    response: maybeOneOf(responses),
    earlySignal: line(300),
    ownerId: party(),
    status: oneOf(effectStatuses, 'expected'),
    seenNote: maybeLine(1000),
    tags: tags(),
  }),
  distribution: table('Share', 'di', {
    stakeholderId: ref('Stakeholder'),
    benefit: score(0, 3),
    cost: score(0, 3),
    risk: score(0, 3),
    say: score(0, 3),
    note: line(500),
    tags: tags(),
  }),
  ruleBarriers: table('RuleBarrier', 'rb', {
    rule: line(300),
    kind: maybeOneOf(ruleKinds),
    ownerId: party(),
    room: maybeOneOf(rooms),
    status: oneOf(ruleStatuses, 'exploring'),
    purpose: line(500),
    scope: line(500),
    deviatesFrom: line(500),
    maxDuration: line(200),
    validUntil: day(),
    agreedBy: party(),
    evidenceIds: set('Evidence'),
    tags: tags(),
  }),
  ethics: table('EthicsAnswer', 'et', {
    code: maybeOneOf(ethicsCodes),
    answer: oneOf(ethicsAnswers, 'open'),
    note: line(1000),
    tags: tags(),
  }),
  learningLog: table('LogEntry', 'll', {
    date: day(),
    kind: oneOf(logKinds, 'observation'),
    text: text(),
    perspective: line(40),
    links: set('Item'),
    change: maybeLine(1000),
    tags: tags(),
  }),
  learningCards: table('LearningCard', 'lc', {
    date: day(),
    believed: prose(),
    observed: prose(),
    learned: prose(),
    therefore: prose(),
    reliability: score(1, 3),
    // Several trials may feed one card; the plan in which it stands is always one of them.
    experimentIds: set('Experiment'),
    origin: value<CardOrigin | null>(null, originOf),
    tags: tags(),
  }),
} as const

export type ExperimentPlan = ContentOf<typeof shape>
export type ExperimentPlanDraft = DraftOf<typeof shape>
export type Assumption = RowOf<ExperimentPlan, 'assumptions'>
export type Step = RowOf<ExperimentPlan, 'steps'>
export type Measure = RowOf<ExperimentPlan, 'measures'>
export type MeasureResult = RowOf<ExperimentPlan, 'results'>
export type StopRule = RowOf<ExperimentPlan, 'stopRules'>
export type Effect = RowOf<ExperimentPlan, 'effects'>
export type Share = RowOf<ExperimentPlan, 'distribution'>
export type ChainLink = RowOf<ExperimentPlan, 'changeChain'>
export type RuleBarrier = RowOf<ExperimentPlan, 'ruleBarriers'>
export type LogEntry = RowOf<ExperimentPlan, 'learningLog'>
export type LearningCard = RowOf<ExperimentPlan, 'learningCards'>
export type EthicsCode = (typeof ethicsCodes)[number]
export type EthicsAnswer = (typeof ethicsAnswers)[number]
export type Way = (typeof scalings)[number]
export type Rung = (typeof rungs)[number]
export type InitOf<Name extends TableName> = RowInit<(typeof shape)[Name]['fields']>

/** The lists of a plan. */
export type TableName = {
  [Name in keyof typeof shape]: (typeof shape)[Name] extends { readonly kind: 'table' } ? Name : never
}[keyof typeof shape]

// The shared date field takes 31 February; a plan is counted in days, so it takes days of the calendar only.
function day(): ValueField<string | null> {
  return value<string | null>(null, (raw) => (raw === null || isDay(raw) ? raw : undefined))
}
