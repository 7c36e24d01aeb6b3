import type { DraftOf } from '#crdt/draft.ts'
import {
  date,
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
  type ContentOf,
  type RowInit,
  type RowOf,
} from '#crdt/shape.ts'

const problemKinds = ['main', 'sub'] as const
export const statuses = ['draft', 'shared', 'checked', 'agreed', 'parked'] as const
export type Status = (typeof statuses)[number]
export const worlds = ['lived', 'system'] as const
export type World = (typeof worlds)[number]
export const ruleKinds = ['law', 'policy', 'contract', 'funding', 'workInstruction', 'registration', 'habit'] as const
export const hardnesses = ['law', 'policyRule', 'agreement', 'workInstruction', 'interpretation', 'habit'] as const
export const assumptionStatuses = ['open', 'confirmed', 'partly', 'refuted', 'unclear'] as const
export const linkTypes = ['causes', 'worsens', 'worsenedBy', 'overlaps'] as const
export type LinkType = (typeof linkTypes)[number]
export const forms = ['hmw', 'pov', 'statement', 'free'] as const
export type Form = (typeof forms)[number]
const formulationStatuses = ['open', 'merged', 'chosen', 'dropped'] as const

// Every row tells of which problem it is: one document holds a main problem and its sub-questions.
const ofProblem = () => ref('Problem')
// A tree that people write together: a row tells what it is under.
const why = {
  problemId: ofProblem(),
  parentId: ref('Why'),
  text: text(),
  evidenceIds: set('Evidence'),
  basedOnIds: set('Card'),
  tags: tags(),
}

/** A main problem with its sub-questions: what is wrong, for whom, why, and the sentences that groups write about it. */
export const shape = {
  problems: table('Problem', 'pr', {
    kind: oneOf(problemKinds, 'sub'),
    parentId: ofProblem(),
    title: line(80),
    status: oneOf(statuses, 'draft'),
    chosenFormulationId: ref('Formulation'),
    affectedIds: set('Stakeholder'),
    whatHappens: prose(),
    livedWorld: prose(),
    systemWorld: prose(),
    gap: prose(),
    whyNow: prose(),
    contextFactors: prose(),
    patterns: prose(),
    structures: prose(),
    beliefs: prose(),
    scaleText: text(),
    scaleCount: number(),
    scaleUnit: line(80),
    scaleEvidenceIds: set('Evidence'),
    place: line(200),
    since: line(200),
    outOfScope: prose(),
    tried: prose(),
    desiredChange: prose(),
    reframe: prose(),
    evidenceIds: set('Evidence'),
    tags: tags(),
  }),
  lines: table('Line', 'li', {
    problemId: ofProblem(),
    world: oneOf(worlds, 'lived'),
    text: text(),
    evidenceIds: set('Evidence'),
    basedOnIds: set('Card'),
    tags: tags(),
  }),
  gaps: table('Gap', 'ga', {
    problemId: ofProblem(),
    livedLineId: ref('Line'),
    systemLineId: ref('Line'),
    text: text(),
    tags: tags(),
  }),
  rules: table('Rule', 'ru', {
    problemId: ofProblem(),
    name: line(300),
    kind: maybeOneOf(ruleKinds),
    // A participant or a stakeholder; the directory tells which.
    ownerId: ref('Party'),
    effect: text(),
    hardness: maybeOneOf(hardnesses),
    evidenceIds: set('Evidence'),
    gapIds: set('Gap'),
    basedOnIds: set('Card'),
    tags: tags(),
  }),
  causes: table('Why', 'ca', why),
  effects: table('Why', 'ef', why),
  assumptions: table('Assumption', 'pa', {
    problemId: ofProblem(),
    text: text(),
    certainty: score(1, 5),
    importance: score(1, 5),
    howWeFindOut: text(),
    status: oneOf(assumptionStatuses, 'open'),
    basedOnIds: set('Card'),
    tags: tags(),
  }),
  // Nobody in the chair yet is `null`: an empty chair stays in sight.
  carriers: table('Carrier', 'cr', {
    problemId: ofProblem(),
    stakeholderId: ref('Stakeholder'),
    brings: text(),
    needs: text(),
    cannot: text(),
    tags: tags(),
  }),
  takenUpBy: table('TakeUp', 'tu', {
    problemId: ofProblem(),
    perspective: line(40),
    tableId: ref('Group'),
    since: date(),
    tags: tags(),
  }),
  links: table('ProblemLink', 'pl', {
    problemId: ofProblem(),
    toId: ref('Problem'),
    type: oneOf(linkTypes, 'overlaps'),
    tags: tags(),
  }),
  formulations: table('Formulation', 'fo', {
    problemId: ofProblem(),
    form: oneOf(forms, 'free'),
    text: prose(),
    // The three parts of a point of view.
    who: text(),
    need: text(),
    insight: text(),
    // Whose voice it is; who made it stands in `by`.
    perspective: line(40),
    // Formulations that it took over or joined, and cards.
    basedOnIds: set('Formulation'),
    status: oneOf(formulationStatuses, 'open'),
    reasonNotChosen: text(),
    minorityNote: text(),
    tags: tags(),
  }),
} as const

export type ProblemStatement = ContentOf<typeof shape>
export type ProblemStatementDraft = DraftOf<typeof shape>
export type Problem = RowOf<ProblemStatement, 'problems'>
export type Line = RowOf<ProblemStatement, 'lines'>
export type Gap = RowOf<ProblemStatement, 'gaps'>
export type Rule = RowOf<ProblemStatement, 'rules'>
export type Cause = RowOf<ProblemStatement, 'causes'>
export type Assumption = RowOf<ProblemStatement, 'assumptions'>
export type Carrier = RowOf<ProblemStatement, 'carriers'>
export type TakeUp = RowOf<ProblemStatement, 'takenUpBy'>
export type ProblemLink = RowOf<ProblemStatement, 'links'>
export type Formulation = RowOf<ProblemStatement, 'formulations'>

export type TableName = keyof typeof shape
/** The lists whose rows belong to a problem. */
export const ownedLists = [
  'lines',
  'gaps',
  'rules',
  'causes',
  'effects',
  'assumptions',
  'carriers',
  'takenUpBy',
  'links',
  'formulations',
] as const satisfies readonly TableName[]
export type OwnedList = (typeof ownedLists)[number]
/** The two trees of a problem: why it is, and what follows. */
export type WhyTree = 'causes' | 'effects'
export type InitOf<Name extends TableName> = RowInit<(typeof shape)[Name]['fields']>
