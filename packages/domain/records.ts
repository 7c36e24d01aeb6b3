import * as z from 'zod/mini'
import { isJsonObject, type Json } from '#crdt/json.ts'
import type { Action } from './permissions.ts'

const id = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/))
const maybeId = z.nullable(id)
const text = (longest: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(longest))
const maybeText = (longest: number) => z.string().check(z.trim(), z.maxLength(longest))
const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))
const links = z.array(id).check(z.maxLength(200))

const comment = z.object({
  documentId: id,
  /** What in the document it is about; both `null`: the whole of it. */
  itemId: maybeId,
  field: z.nullable(z.string().check(z.maxLength(60))),
  /** The words that it was tied to, so that it makes sense when they have changed. */
  quote: maybeText(500),
  text: text(4000),
  /** The comment that it answers. */
  threadId: maybeId,
  kind: z.enum(['comment', 'unclear']),
  mentions: links,
  resolved: z.boolean(),
})
const term = z.object({ word: text(80), meaning: text(500) })
const dismissal = z.object({
  checkId: z.string().check(z.maxLength(8)),
  targetId: id,
  itemId: maybeId,
  reason: text(500),
})
const decision = z.object({
  sessionId: maybeId,
  date: day,
  text: text(2000),
  outcome: z.nullable(z.enum(['go', 'adjust', 'stop', 'pause', 'scale'])),
  why: maybeText(2000),
  decidedBy: z.nullable(z.object({ kind: z.string().check(z.maxLength(40)), id: maybeId })),
  method: z.nullable(z.string().check(z.maxLength(40))),
  ballotId: maybeId,
  linkIds: links,
  responseBy: day,
  response: z.nullable(
    z.object({
      date: day,
      byId: maybeId,
      text: maybeText(4000),
      followsAdvice: z.nullable(z.enum(['yes', 'partly', 'no'])),
    }),
  ),
})
const action = z.object({
  text: text(1000),
  priority: z.nullable(z.int().check(z.gte(1), z.lte(3))),
  ownerId: maybeId,
  due: day,
  status: z.enum(['open', 'done', 'late', 'dropped']),
  linkIds: links,
  visibility: z.enum(['internal', 'report']),
})
const openPoint = z.object({
  sessionId: maybeId,
  text: text(2000),
  kind: z.enum(['question', 'idea', 'disagreement']),
  ownerId: maybeId,
  status: z.enum(['open', 'done']),
})

/** Who may add to a collection, change what others wrote there, and take it away; one may always with one's own. */
type Collection<Schema extends z.ZodMiniType> = {
  readonly schema: Schema
  readonly add: Action
  readonly changeAny: Action
  readonly removeAny: Action
  /** Fields of another's record that whoever may add may change too. */
  readonly shared: readonly string[]
  /** May be added without leaving who did. */
  readonly anonymous: boolean
}
const collection = <Schema extends z.ZodMiniType>(
  schema: Schema,
  add: Action,
  changeAny: Action,
  more: Partial<Pick<Collection<Schema>, 'removeAny' | 'shared' | 'anonymous'>> = {},
): Collection<Schema> => ({ schema, add, changeAny, removeAny: changeAny, shared: [], anonymous: false, ...more })

/** What people keep beside the documents because it has an author, a state or a right: rows, changed one at a time. */
export const collections = {
  comments: collection(comment, 'comment', 'manage-people', { shared: ['resolved'], anonymous: true }),
  glossary: collection(term, 'write-artefact', 'write-artefact'),
  checkDismissals: collection(dismissal, 'write-artefact', 'write-artefact'),
  decisions: collection(decision, 'write-workspace', 'write-workspace'),
  actions: collection(action, 'write-artefact', 'write-artefact'),
  openPoints: collection(openPoint, 'write-artefact', 'write-artefact'),
} as const

export type CollectionName = keyof typeof collections
export type RecordValue<Name extends CollectionName> = z.output<(typeof collections)[Name]['schema']>

export const isCollection = (name: string): name is CollectionName => Object.hasOwn(collections, name)

/** What the server adds to a record: who, from which group, when. All empty for an anonymous one and after erasure. */
export type Origin = { readonly byId: string | null; readonly by: string; readonly at: string | null }

/** A record as it is read; `version` counts its changes. */
export type Entry<Name extends CollectionName = CollectionName> = {
  readonly id: string
  readonly version: number
  readonly value: RecordValue<Name> & Origin
}

/** A stored record read leniently: a file may have left fields out, which then start empty. */
export const readRecord = <Name extends CollectionName>(
  name: Name,
  stored: { readonly id: string; readonly version: number; readonly value: Json },
): Entry<Name> | null => {
  const whole = filledUp(name, stored.value)
  const parsed = collections[name].schema.safeParse(whole)
  if (!parsed.success) return null
  const { byId, by, at } = originSchema.parse(whole)
  // The schema is the one of this name, which a lookup by name hides.
  const value = { ...(parsed.data as RecordValue<Name>), byId, by, at }
  return { id: stored.id, version: stored.version, value }
}

/** What is wrong with a record that cannot be read, by field. */
export const problemsIn = (
  name: CollectionName,
  value: Json,
): readonly { readonly field: string; readonly code: string }[] => {
  const { error } = collections[name].schema.safeParse(filledUp(name, value))
  return (error?.issues ?? []).map(({ path, code }) => ({ field: path.join('.'), code }))
}

const filledUp = (name: CollectionName, value: Json): object => ({
  ...blank[name],
  ...(isJsonObject(value) ? value : {}),
})

const orElse = z.catch
const originSchema = z.object({
  byId: orElse(z.nullable(z.string()), null),
  by: orElse(z.string(), ''),
  at: orElse(z.nullable(z.string()), null),
})

/** What a record holds where nothing was said. */
const blank: { readonly [Name in CollectionName]: object } = {
  comments: { itemId: null, field: null, quote: '', threadId: null, kind: 'comment', mentions: [], resolved: false },
  glossary: {},
  checkDismissals: { itemId: null },
  decisions: {
    sessionId: null,
    date: null,
    outcome: null,
    why: '',
    decidedBy: null,
    method: null,
    ballotId: null,
    linkIds: [],
    responseBy: null,
    response: null,
  },
  actions: { priority: null, ownerId: null, due: null, status: 'open', linkIds: [], visibility: 'internal' },
  openPoints: { sessionId: null, kind: 'question', ownerId: null, status: 'open' },
}
