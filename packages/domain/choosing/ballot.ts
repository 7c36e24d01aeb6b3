import * as z from 'zod/mini'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { choosingMethods, methodRules, mostDots, rankPoints, type Choice, type ChoosingMethod } from './methods.ts'

/** When a result is enough, as agreed before the vote; `none` decides nothing by itself. */
export const thresholds = ['noneAbove5', 'noneBelow2', 'majority', 'none'] as const
export type Threshold = (typeof thresholds)[number]

const orElse = z.catch // named, because a check for promises takes every `.catch` for one
const id = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/))
const maybeId = orElse(z.nullable(id), null)
const moment = orElse(z.nullable(z.string()), null)

/** Room for what is told under a choice. */
export const longestDescription = 1000

const option = z.object({
  id,
  /** The thing that is chosen, such as a formulation; its words then stand there. */
  refId: maybeId,
  text: orElse(z.string().check(z.maxLength(500)), ''),
  /** What stands under its words for whoever votes. */
  description: orElse(z.optional(z.string().check(z.maxLength(longestDescription))), undefined),
})

const settings = z.object({
  dotsPerPerson: orElse(z.int().check(z.gte(1), z.lte(mostDots)), 3),
  maxPerOption: orElse(z.int().check(z.gte(1), z.lte(mostDots)), 2),
  secret: orElse(z.boolean(), true),
  /** False only in an open ballot that shows how it stands, such as what people think of a sentence. */
  hideUntilClosed: orElse(z.boolean(), true),
  threshold: orElse(z.enum(thresholds), 'none'),
  rounds: orElse(z.int().check(z.gte(1), z.lte(20)), 1),
})
export type BallotSettings = z.output<typeof settings>

/** Words beside a vote: from which group, if that may be told, and never from whom. */
const note = z.object({ perspective: orElse(z.string(), ''), text: z.string() })
const notes = orElse(z.array(note), [])

const ballot = z.object({
  sessionId: maybeId,
  activityId: maybeId,
  question: orElse(z.string(), ''),
  method: z.enum(choosingMethods),
  options: orElse(z.array(option), []),
  settings: orElse(settings, settings.parse({})),
  openedAt: moment,
  /** When it closes by itself, for a vote over days. */
  closesAt: moment,
  closedAt: moment,
  notes,
  /** What people need to go along, asked when there was opposition. */
  needs: notes,
  /** Why that question was passed over, on the record. */
  skip: orElse(z.nullable(z.object({ why: z.string(), at: z.string() })), null),
  history: orElse(z.array(z.object({ round: z.number(), closedAt: moment, notes, needs: notes })), []),
})

/** What a ballot asks and how it stands, without any vote. */
export type BallotBody = z.output<typeof ballot>

/** A ballot as stored or as it stands in a file; `null` for a method that this build does not know. */
export const readBallot = (stored: unknown): BallotBody | null => {
  const parsed = ballot.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** The settings with what was left out, each within its bounds. An open-standing ballot cannot be secret. */
export const settledSettings = (method: ChoosingMethod, wish: Partial<BallotSettings>): BallotSettings => {
  const whole = settings.parse(wish)
  const maxPerOption = Math.min(whole.maxPerOption, whole.dotsPerPerson)
  const threshold = fittingThresholds(method).includes(whole.threshold) ? whole.threshold : 'none'
  return { ...whole, maxPerOption, threshold, hideUntilClosed: whole.secret || whole.hideUntilClosed }
}

/** The thresholds that say something about a method. */
export const fittingThresholds = (method: ChoosingMethod): readonly Threshold[] => {
  if (method === 'gradients8') return ['noneAbove5', 'majority', 'none']
  if (method === 'fistToFive') return ['noneBelow2', 'majority', 'none']
  if (method === 'agreePass' || method === 'consent') return ['majority', 'none']
  return ['none']
}

export type BallotPhase = 'prepared' | 'open' | 'closed'

/** Where a ballot stands at a moment (ms since 1970), also when its deadline passed and nobody closed it yet. */
export const phaseOf = (
  { openedAt, closesAt, closedAt }: Pick<BallotBody, 'openedAt' | 'closesAt' | 'closedAt'>,
  now: number,
): BallotPhase => {
  if (closedAt !== null) return 'closed'
  if (openedAt === null) return 'prepared'
  return closesAt !== null && Date.parse(closesAt) <= now ? 'closed' : 'open'
}

export type ChoiceRefusal =
  | 'unknown-option'
  | 'unknown-value'
  | 'too-many-dots'
  | 'too-many-on-one'
  | 'ranked-twice'
  | 'nothing-chosen'

/** A person's choice by the rules of the ballot: zero dots fall away, and what breaks a rule is refused with which. */
export const checkedChoice = (
  { method, options, settings: { dotsPerPerson, maxPerOption } }: Pick<BallotBody, 'method' | 'options' | 'settings'>,
  given: Choice,
): Result<Choice, ChoiceRefusal> => {
  const entries = Object.entries(given).filter(([, value]) => !(method === 'dotVote' && value === 0))
  if (entries.some(([name]) => options.every((each) => each.id !== name))) return refuse('unknown-option')
  if (entries.some(([, value]) => !methodRules[method].values.includes(value))) return refuse('unknown-value')
  if (entries.length === 0) return refuse('nothing-chosen')
  const points = entries.map(([, value]) => Number(value))
  if (method === 'dotVote') {
    if (points.some((dots) => dots > maxPerOption)) return refuse('too-many-on-one')
    if (points.reduce((sum, dots) => sum + dots, 0) > dotsPerPerson) return refuse('too-many-dots')
  }
  if (method === 'ranking' && new Set(points).size < points.length) return refuse('ranked-twice')
  return ok(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

/** The choice that an order of options stands for: the first gets five points, the fifth one, the rest none. */
export const choiceOfOrder = (order: readonly string[]): Choice =>
  Object.fromEntries(order.slice(0, rankPoints.length).map((name, at) => [name, rankPoints[at] ?? 1]))

/** Whether a choice opposes something; consent then asks for the reason, which is information for all. */
export const isOpposed = (method: ChoosingMethod, choice: Choice): boolean =>
  Object.values(choice).some(methodRules[method].opposes)
