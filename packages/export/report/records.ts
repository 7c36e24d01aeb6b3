import * as z from 'zod/mini'
import type { WorkspaceSnapshot } from '../snapshot.ts'

const orElse = z.catch // named, because a check for promises takes every `.catch` for one

const text = orElse(z.string(), '')
const maybe = orElse(z.nullable(z.string()), null)
const oneOf = <const Code extends string>(codes: readonly [Code, ...Code[]], fallback: Code) =>
  orElse(z.enum(codes), fallback)

// A file may say anything; what cannot be read here is left out of the report and stays as it is in the record.
const decision = z.object({
  sessionId: maybe,
  date: maybe,
  text,
  why: text,
  outcome: orElse(z.nullable(z.enum(['go', 'adjust', 'stop', 'pause', 'scale'])), null),
  ballotId: maybe,
  decidedBy: orElse(z.nullable(z.object({ kind: text, id: maybe })), null),
  responseBy: maybe,
  response: orElse(
    z.nullable(
      z.object({
        date: maybe,
        byId: maybe,
        text,
        followsAdvice: orElse(z.nullable(z.enum(['yes', 'partly', 'no'])), null),
      }),
    ),
    null,
  ),
})
const action = z.object({
  text,
  ownerId: maybe,
  due: maybe,
  priority: orElse(z.nullable(z.number()), null),
  status: oneOf(['open', 'done', 'late', 'dropped'], 'open'),
})
const openPoint = z.object({
  text,
  ownerId: maybe,
  kind: oneOf(['question', 'idea', 'disagreement'], 'question'),
  status: text,
})
const ballot = z.object({
  question: text,
  method: text,
  options: orElse(z.array(z.object({ id: text, refId: maybe, text })), []),
  settings: orElse(z.object({ secret: orElse(z.boolean(), false), threshold: maybe }), {
    secret: false,
    threshold: null,
  }),
  sessionId: maybe,
  notes: orElse(z.array(z.object({ perspective: text, text })), []),
  closedAt: maybe,
})

export type Decision = z.infer<typeof decision> & { readonly id: string }
export type BallotFacts = z.infer<typeof ballot>

const listOf =
  <Schema extends z.ZodMiniType<object>>(schema: Schema, collection: string) =>
  (snapshot: WorkspaceSnapshot) =>
    snapshot.records.flatMap((record): (z.infer<Schema> & { readonly id: string })[] =>
      record.collection === collection ? [{ ...schema.parse(record.body), id: record.id }] : [],
    )

export const decisionsOf = listOf(decision, 'decisions')
export const actionsOf = listOf(action, 'actions')
export const openPointsOf = listOf(openPoint, 'openPoints')

/** What a report says of a ballot beside its tally. */
export const ballotFacts = (body: unknown): BallotFacts => ballot.parse(body)
