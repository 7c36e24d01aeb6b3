import * as z from 'zod/mini'
import type { RouteSpec } from './route-spec.ts'
import type { SessionRouteName } from './session-paths.ts'
import * as schema from './http-schemas.ts'

/** The clock of one step; times are the server's, in ms since 1970, lengths in seconds. */
export const timer = z.object({
  status: z.enum(['idle', 'running', 'paused', 'done']),
  startedAt: z.nullable(z.number()),
  durationSec: z.number(),
  extraSec: z.number(),
  /** What was left when it was last started or stopped; below zero the time is over. */
  remainingSec: z.number(),
})

export const tables = z
  .array(
    z.object({
      id: schema.itemId,
      title: schema.line(60),
      memberIds: z.array(schema.itemId).check(z.maxLength(200)),
    }),
  )
  .check(z.maxLength(60))

/** How a session stands, as everybody may know it; a higher version is newer. */
export const liveSession = z.object({
  id: schema.itemId,
  version: z.number(),
  status: z.enum(['planned', 'live', 'closed']),
  /** The step that runs, and since when. */
  activityId: z.nullable(z.string()),
  since: z.nullable(z.number()),
  timers: z.record(z.string(), timer),
  /** Steps that were run, in the order of their first time. */
  visited: z.array(z.string()),
  /** How strongly people are taken along: not, asked, or kept there. */
  follow: z.enum(['release', 'invite', 'hold']),
  /** Grows with each time that everybody is called to the step. */
  calls: z.number(),
  /** Grows with each soft reminder to finish. */
  reminders: z.number(),
  resultHidden: z.boolean(),
  namesHidden: z.boolean(),
  screen: z.enum(['prompt', 'result', 'map', 'code', 'blank']),
  /** Whose turn it is to speak. */
  floor: z.nullable(z.string()),
  tables,
  startedAt: z.nullable(z.number()),
  closedAt: z.nullable(z.number()),
  /** Numbers of people only. */
  ready: z.number(),
  present: z.number(),
  hands: z.number(),
})

export const handKinds = ['speak', 'help'] as const

const mine = z.object({ present: z.boolean(), ready: z.boolean(), hand: z.nullable(z.enum(handKinds)) })

/** What only those who lead may know: who is ready, who asks for something, who is here, and their notes. */
const leading = z.object({
  readyIds: z.array(z.string()),
  presentIds: z.array(z.string()),
  hands: z.array(z.object({ participant: z.string(), kind: z.enum(handKinds), text: z.string(), at: z.number() })),
  /** A facilitator's note by step. */
  notes: z.record(z.string(), z.string()),
})

/** One act of whoever leads, as everybody can read it. */
const act = z.object({
  number: z.number(),
  at: z.number(),
  participant: z.nullable(z.string()),
  act: z.string(),
  activityId: z.nullable(z.string()),
  /** What it was about: a step, a person, a table, a document, a number of seconds. */
  detail: z.record(z.string(), z.json()),
  undone: z.boolean(),
  reversible: z.boolean(),
})

const inWorkspace = z.object({ workspace: schema.workspaceId })
const inSession = z.object({ workspace: schema.workspaceId, session: schema.itemId })
const withPerson = z.extend(inSession, { participant: schema.itemId })
const done = z.object({ ok: z.literal(true) })
/** What leading answers: how the session stands now. */
const stands = z.object({ serverTime: z.number(), live: liveSession })
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
const hour = z.string().check(z.regex(/^\d{2}:\d{2}$/))

/** Every route of sessions; apart, so that pages without a session need not load it. */
export const sessionRoutes = {
  sessions: {
    summary: 'How every session of the workspace stands, and the time of the server',
    access: { action: 'see-hall' },
    params: inWorkspace,
    status: 200,
    answer: z.object({ serverTime: z.number(), sessions: z.array(liveSession) }),
  },
  createSession: {
    summary: 'Plan a session, from a template, from a script of one’s own, or empty',
    access: { action: 'lead-session' },
    params: inWorkspace,
    body: z.object({
      template: z.optional(z.string().check(z.maxLength(60))),
      /** A script as it was saved as a file. */
      script: z.optional(z.record(z.string(), z.json())),
      title: schema.maybeText(120),
      language: z.optional(z.enum(schema.languages)),
      date: z.optional(day),
      startTime: z.optional(hour),
    }),
    status: 201,
    answer: z.object({ id: schema.itemId, steps: z.array(z.object({ id: schema.itemId, title: z.string() })) }),
  },
  session: {
    summary: 'How one session stands: for everybody, for me, and for whoever leads',
    access: { action: 'see-hall' },
    params: inSession,
    status: 200,
    answer: z.object({ serverTime: z.number(), live: liveSession, mine, leading: z.nullable(leading) }),
  },
  removeSession: {
    summary: 'Take a session away that was never started',
    access: { action: 'lead-session' },
    params: inSession,
    status: 200,
    answer: done,
  },
  startSession: {
    summary: 'Open a session; refused while nobody has said what happens with the result',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({
      activity: z.optional(schema.itemId),
      /** What happens with the result; kept for the whole workspace. */
      promise: schema.maybeText(2000),
    }),
    status: 200,
    answer: stands,
  },
  closeSession: {
    summary: 'Close a session; everything that was written stays, and it can be opened again',
    access: { action: 'lead-session' },
    params: inSession,
    status: 200,
    answer: stands,
  },
  moveToStep: {
    summary: 'Run a step, whichever: the next one, one that was skipped, or one again',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({ activity: schema.itemId }),
    status: 200,
    answer: stands,
  },
  steerTimer: {
    summary: 'Start, stop, lengthen or shorten the clock of the step that runs',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({
      act: z.enum(['start', 'pause', 'end', 'add']),
      seconds: z.optional(z.int().check(z.gte(-3600), z.lte(3600))),
    }),
    status: 200,
    answer: stands,
  },
  steerSession: {
    summary: 'Call people along, hold or release them, hide results or names, choose what the hall screen shows',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({
      follow: z.optional(z.enum(['release', 'invite', 'hold'])),
      call: z.optional(z.literal(true)),
      remind: z.optional(z.literal(true)),
      resultHidden: z.optional(z.boolean()),
      namesHidden: z.optional(z.boolean()),
      screen: z.optional(z.enum(['prompt', 'result', 'map', 'code', 'blank'])),
    }),
    status: 200,
    answer: stands,
  },
  setTables: {
    summary: 'Who sits at which table; what a table brought back stays',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({ tables }),
    status: 200,
    answer: stands,
  },
  mergeTables: {
    summary: 'Bring what each table wrote in a step together as cards; what was brought before does not come twice',
    access: { action: 'lead-session' },
    params: inSession,
    body: z.object({ activity: schema.itemId }),
    status: 200,
    answer: z.extend(stands, { cards: z.number() }),
  },
  takePart: {
    summary: 'Say that I am here, that I am ready with a step, or that I want to say or ask something',
    access: { action: 'take-part' },
    params: inSession,
    body: z.object({
      present: z.optional(z.literal(true)),
      ready: z.optional(z.object({ activity: schema.itemId, ready: z.boolean() })),
      hand: z.optional(z.nullable(z.enum(handKinds))),
      text: schema.maybeText(300),
    }),
    status: 200,
    answer: z.object({ mine }),
  },
  answerHand: {
    summary: 'Give somebody the floor, or say that their question was answered',
    access: { action: 'lead-session' },
    params: withPerson,
    body: z.object({ act: z.enum(['floor', 'done']) }),
    status: 200,
    answer: stands,
  },
  markPresent: {
    summary: 'Say for somebody that they are here, or have left',
    access: { action: 'lead-session' },
    params: withPerson,
    body: z.object({ present: z.boolean() }),
    status: 200,
    answer: stands,
  },
  putNote: {
    summary: 'A note at a step for whoever leads',
    access: { action: 'lead-session' },
    params: z.extend(inSession, { activity: schema.itemId }),
    body: z.object({ text: z.string().check(z.maxLength(4000)) }),
    status: 200,
    answer: done,
  },
  sessionLog: {
    summary: 'Every act of whoever led, oldest first; everybody can read it',
    access: { action: 'read' },
    params: inSession,
    status: 200,
    answer: z.object({
      acts: z.array(act),
      /** The people in these acts, those who are no longer here too; `null` for a name that was erased. */
      people: z.array(z.object({ id: z.string(), name: z.nullable(z.string()) })),
      /** What the ballots in these acts ask. */
      questions: z.array(z.object({ id: z.string(), text: z.string() })),
    }),
  },
  makeHallLink: {
    summary:
      'A new secret with which a computer in the hall shows the screen, as nobody; the earlier one stops working',
    access: { action: 'lead-session' },
    params: inSession,
    status: 201,
    answer: z.object({ secret: z.string() }),
  },
  revokeHallLink: {
    summary: 'Take the link to the hall screen away, and every screen that it opened',
    access: { action: 'lead-session' },
    params: inSession,
    status: 200,
    answer: done,
  },
  openHall: {
    summary: 'Show the screen of a session with the secret of its hall link',
    access: 'anybody',
    body: z.object({ secret: schema.typedCode }),
    status: 200,
    answer: z.object({ workspace: schema.workspaceId, session: schema.itemId }),
  },
  undoAct: {
    summary: 'Take an act back, where nothing that came later stands in the way',
    access: { action: 'lead-session' },
    params: z.extend(inSession, { number: z.string().check(z.regex(/^\d{1,9}$/)) }),
    status: 200,
    answer: stands,
  },
} as const satisfies { readonly [Name in SessionRouteName]: RouteSpec }
