import * as z from 'zod/mini'
import type { RouteSpec } from './route-spec.ts'
import type { ChoosingRouteName } from './choosing-paths.ts'
import * as schema from './http-schemas.ts'

const methods = ['dotVote', 'agreePass', 'consent', 'gradients8', 'fistToFive', 'temperature', 'ranking'] as const
const thresholds = ['noneAbove5', 'noneBelow2', 'majority', 'none'] as const
const anonymity = z.enum(['none', 'names', 'secret'])

const maybeId = z.nullable(schema.itemId)
const moment = z.nullable(z.string())
const choice = z.record(schema.itemId, z.union([z.int(), z.string().check(z.maxLength(20))]))
/** Random words of the device that voted; the server keeps only their hash. */
const receipt = z.string().check(z.regex(/^[\w-]{22,100}$/))

const option = z.object({
  id: schema.itemId,
  refId: maybeId,
  text: z.string(),
  description: z.optional(z.string()),
})
const settings = z.object({
  dotsPerPerson: z.number(),
  maxPerOption: z.number(),
  secret: z.boolean(),
  hideUntilClosed: z.boolean(),
  threshold: z.enum(thresholds),
  rounds: z.number(),
})
const wishes = z.object({
  dotsPerPerson: z.optional(z.int().check(z.gte(1), z.lte(20))),
  maxPerOption: z.optional(z.int().check(z.gte(1), z.lte(20))),
  secret: z.optional(z.boolean()),
  hideUntilClosed: z.optional(z.boolean()),
  threshold: z.optional(z.enum(thresholds)),
})
const note = z.object({ perspective: z.string(), text: z.string() })
const tally = z.array(
  z.object({
    perspectives: z.array(z.string()),
    n: z.number(),
    options: z.record(z.string(), z.record(z.string(), z.number())),
  }),
)

/** A ballot as everybody may know it: who voted in numbers, what was voted once it may be told, and my own part. */
export const ballotView = z.object({
  id: schema.itemId,
  version: z.number(),
  sessionId: maybeId,
  activityId: maybeId,
  question: z.string(),
  method: z.enum(methods),
  options: z.array(option),
  settings,
  phase: z.enum(['prepared', 'open', 'closed']),
  openedAt: moment,
  closesAt: moment,
  closedAt: moment,
  /** Of each group how many may vote, how many did by themselves, and how many were entered for them. */
  turnout: z.array(z.object({ perspective: z.string(), eligible: z.number(), voted: z.number(), entered: z.number() })),
  tally: z.nullable(tally),
  notes: z.array(note),
  needs: z.array(note),
  skip: z.nullable(z.object({ why: z.string(), at: z.string() })),
  history: z.array(
    z.object({
      round: z.number(),
      closedAt: moment,
      tally: z.nullable(tally),
      notes: z.array(note),
      needs: z.array(note),
    }),
  ),
  /** `choice` is known of an open ballot only: of a secret one the device remembers it. */
  mine: z.object({ voted: z.boolean(), choice: z.nullable(choice) }),
})

const inWorkspace = z.object({ workspace: schema.workspaceId })
const inBallot = z.object({ workspace: schema.workspaceId, ballot: schema.itemId })
const inStep = z.object({ workspace: schema.workspaceId, activity: schema.itemId })
const inSession = z.object({ workspace: schema.workspaceId, session: schema.itemId })
const done = z.object({ ok: z.literal(true) })
const options = z
  .array(
    z.object({
      id: z.optional(schema.itemId),
      refId: z.optional(maybeId),
      text: schema.maybeText(500),
      /** What stands under it for whoever votes. */
      description: schema.maybeText(1000),
    }),
  )
  .check(z.minLength(1), z.maxLength(40))

const spread = {
  n: z.number(),
  median: z.nullable(z.number()),
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
}
const groupFigures = z.object({
  perspectives: z.array(z.string()),
  present: z.number(),
  heard: z.number(),
  contributions: z.number(),
  share: z.number(),
  shareOfPresent: z.number(),
  parity: z.nullable(z.number()),
  takenUp: z.number(),
  uptake: z.nullable(z.number()),
})

/** Every route of choosing and private writing; apart, so that pages that need none of it do not load it. */
export const choosingRoutes = {
  ballots: {
    summary: 'Every ballot: what it asks, how many voted, and the result once it is closed; never who chose what',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ serverTime: z.number(), ballots: z.array(ballotView) }),
  },
  createBallot: {
    summary: 'Prepare a ballot, or open it at once; with the same id again it is there once',
    access: { action: 'run-ballots' },
    params: inWorkspace,
    body: z.object({
      id: z.optional(schema.itemId),
      question: schema.line(500),
      method: z.enum(methods),
      options,
      settings: z.optional(wishes),
      sessionId: z.optional(maybeId),
      activityId: z.optional(maybeId),
      open: z.optional(z.boolean()),
      /** When it closes by itself, for a vote over days. */
      closesAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
    }),
    status: 201,
    answer: z.object({ id: schema.itemId }),
  },
  changeBallot: {
    summary: 'Change what a ballot asks, as long as it was not opened; or until when it is open',
    access: { action: 'run-ballots' },
    params: inBallot,
    body: z.object({
      question: z.optional(schema.line(500)),
      options: z.optional(options),
      settings: z.optional(wishes),
      closesAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
    }),
    status: 200,
    answer: done,
  },
  removeBallot: {
    summary: 'Take away a ballot that was never opened',
    access: { action: 'run-ballots' },
    params: inBallot,
    status: 200,
    answer: done,
  },
  moveBallot: {
    summary: 'Open a ballot, close it and count, or open a next round',
    access: { action: 'run-ballots' },
    params: inBallot,
    body: z.object({ to: z.enum(['open', 'closed', 'next-round']) }),
    status: 200,
    answer: done,
  },
  vote: {
    summary: 'Vote, or change my vote until it closes; sent again it counts once',
    access: { action: 'vote' },
    params: inBallot,
    body: z.object({
      choice,
      /** Needed in a secret ballot: it alone can change the vote later. */
      receipt: z.optional(receipt),
      /** Words beside it, without a name; an objection needs them. */
      note: schema.maybeText(1000),
    }),
    status: 200,
    answer: done,
  },
  enterVotes: {
    summary:
      'Enter a vote for people without a device, or count a show of hands; the same receipt changes it, 0 takes it back',
    access: { action: 'take-part' },
    params: inBallot,
    body: z.object({
      receipt,
      perspective: z.string().check(z.maxLength(40)),
      choice,
      people: z.int().check(z.gte(0), z.lte(100)),
      note: schema.maybeText(1000),
    }),
    status: 200,
    answer: done,
  },
  sayNeed: {
    summary: 'After opposition: what I need to go along; without my name',
    access: { action: 'take-part' },
    params: inBallot,
    body: z.object({ text: schema.line(1000) }),
    status: 200,
    answer: done,
  },
  skipNeeds: {
    summary: 'Pass over what people need to go along, with the reason on the record',
    access: { action: 'run-ballots' },
    params: inBallot,
    body: z.object({ why: schema.line(1000) }),
    status: 200,
    answer: done,
  },
  drafts: {
    summary: 'What I wrote in a step that was not shown yet; who leads learns how many wrote, and nothing of what',
    access: { action: 'take-part' },
    params: inStep,
    status: 200,
    answer: z.object({
      own: z.array(z.object({ id: schema.itemId, text: z.string(), perspective: z.nullable(z.string()) })),
      progress: z.nullable(z.object({ people: z.number(), texts: z.number() })),
    }),
  },
  putDraft: {
    summary: 'Keep a text of mine until all is shown together; an empty one is taken away',
    access: { action: 'take-part' },
    params: z.extend(inStep, { draft: schema.itemId }),
    body: z.object({
      session: schema.itemId,
      text: z.string().check(z.trim(), z.maxLength(2000)),
      /** How anonymous my screen said that it would be. */
      promise: anonymity,
      /** For whose group a scribe writes; it stays as it was first said. */
      perspective: z.optional(z.string().check(z.maxLength(40))),
    }),
    status: 200,
    answer: done,
  },
  revealDrafts: {
    summary: 'Show everything that was written in a step, together and shuffled',
    access: { action: 'run-ballots' },
    params: inStep,
    body: z.object({ session: schema.itemId, evenFew: z.optional(z.boolean()) }),
    status: 200,
    answer: z.object({ shown: z.number() }),
  },
  takeCard: {
    summary: 'Take the words of a card into a field, a list, or a new artefact',
    access: { action: 'write-artefact' },
    params: z.extend(inSession, { card: schema.itemId }),
    body: z.object({
      kind: z.string().check(z.maxLength(60)),
      place: z.string().check(z.maxLength(60)),
      document: z.optional(maybeId),
      under: z.optional(maybeId),
    }),
    status: 200,
    answer: z.object({ document: z.string(), item: z.string() }),
  },
  giveBackCard: {
    summary: 'Take the words of a card away again from where they were taken, while nobody worked on them there',
    access: { action: 'write-artefact' },
    params: z.extend(inSession, { card: schema.itemId }),
    body: z.object({ document: schema.itemId, place: z.string().check(z.maxLength(60)) }),
    status: 200,
    answer: done,
  },
  exit: {
    summary: 'The questions at the end of a session, whether I answered, and what all answers come to',
    access: { action: 'see-hall' },
    params: inSession,
    status: 200,
    answer: z.object({
      questions: z.array(z.object({ id: schema.itemId, text: z.string() })),
      answered: z.boolean(),
      people: z.number(),
      judgements: z.array(
        z.object({
          question: z.string(),
          ...spread,
          groups: z.array(z.object({ perspectives: z.array(z.string()), n: z.number(), median: z.number() })),
        }),
      ),
    }),
  },
  answerExit: {
    summary: 'Answer the questions at the end of a session, secretly; the same receipt changes it',
    access: { action: 'vote' },
    params: inSession,
    body: z.object({ receipt, answers: z.record(schema.itemId, z.int().check(z.gte(1), z.lte(5))) }),
    status: 200,
    answer: done,
  },
  influence: {
    summary: 'How equal the process is, of the workspace, a session or a step: by group, never by person',
    access: { action: 'lead-session' },
    params: inWorkspace,
    query: z.object({ session: z.optional(schema.itemId), activity: z.optional(schema.itemId) }),
    status: 200,
    answer: z.object({
      present: z.number(),
      heard: z.number(),
      contributions: z.number(),
      evenness: z.nullable(z.number()),
      groups: z.array(groupFigures),
    }),
  },
} as const satisfies { readonly [Name in ChoosingRouteName]: RouteSpec }
