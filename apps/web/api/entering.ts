import { locales, type Locale } from '#i18n/strings.ts'
import type { CallOf } from '#protocol/http-api.ts'
import { ask, type Answer } from './ask.ts'

/** A group that somebody can join, as the join page needs it. */
export type Group = {
  readonly id: string
  readonly title: string
  readonly marker: (typeof markers)[number]
  readonly base: (typeof bases)[number]
}
export type JoinPreview = {
  readonly title: string
  /** The language that the group writes in. */
  readonly language: Locale
  readonly isOpen: boolean
  readonly groups: readonly Group[]
}

/** What somebody has who came in. */
export type Entered = {
  readonly workspace: string
  readonly title: string
  readonly name: string
  readonly returnCode: string
}

/** What whoever made a workspace has. */
export type Created = {
  readonly workspace: string
  readonly title: string
  readonly facilitatorSecret: string
  readonly joinCode: string
  /** How many things of an imported file have no place on screen yet. */
  readonly leftovers: number
}

const markers = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'] as const
const bases = ['resident', 'professional', 'policy', 'other'] as const

/** What a join code leads to. */
export const lookUpCode = async (code: string): Promise<Answer<JoinPreview>> =>
  reading(await ask('lookUpCode', { params: { code } }), (answer) => ({
    title: textAt(answer, 'title'),
    language: oneOf(locales, valueAt(answer, 'language')),
    isOpen: textAt(answer, 'state') === 'open',
    groups: listAt(answer, 'perspectives').map((group) => ({
      id: textAt(group, 'id'),
      title: textAt(group, 'title'),
      marker: oneOf(markers, valueAt(group, 'marker')),
      base: oneOf(bases, valueAt(group, 'base')),
    })),
  }))

export const join = async (body: CallOf<'join'>['body']): Promise<Answer<Entered>> =>
  reading(await ask('join', { body }), readEntered)

export const comeBack = async (code: string): Promise<Answer<Entered>> =>
  reading(await ask('return', { body: { code } }), readEntered)

export const enterToLead = async (body: CallOf<'enter'>['body']): Promise<Answer<Entered>> =>
  reading(await ask('enter', { body }), readEntered)

export const createWorkspace = async (body: CallOf<'createWorkspace'>['body']): Promise<Answer<Created>> =>
  reading(await ask('createWorkspace', { body }), readCreated)

export const importWorkspace = async (request: CallOf<'importWorkspace'>): Promise<Answer<Created>> =>
  reading(await ask('importWorkspace', request), readCreated)

const readEntered = (answer: unknown): Entered => ({
  ...readWorkspace(answer),
  name: textAt(valueAt(answer, 'participant'), 'name'),
  returnCode: textAt(answer, 'returnCode'),
})

const readCreated = (answer: unknown): Created => ({
  ...readWorkspace(answer),
  facilitatorSecret: textAt(answer, 'facilitatorSecret'),
  joinCode: textAt(answer, 'joinCode'),
  leftovers: listAt(answer, 'leftovers').length,
})

const readWorkspace = (answer: unknown) => {
  const workspace = valueAt(answer, 'workspace')
  return { workspace: textAt(workspace, 'id'), title: textAt(workspace, 'title') }
}

/** Reads a good answer; one that does not hold what it should is taken for a server that does not answer. */
const reading = <Value>(answer: Answer<unknown>, read: (value: unknown) => Value): Answer<Value> => {
  if (!answer.ok) return answer
  try {
    return { ok: true, value: read(answer.value) }
  } catch {
    return { ok: false, code: 'unavailable', errors: [], retryAfter: undefined }
  }
}

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const textAt = (value: unknown, key: string): string => {
  const found = valueAt(value, key)
  if (typeof found !== 'string') throw new Error(`the answer has no ${key}`)
  return found
}

const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = valueAt(value, key)
  return Array.isArray(found) ? found : []
}

const oneOf = <Known extends string>(known: readonly [Known, ...Known[]], found: unknown): Known =>
  known.find((one) => one === found) ?? known[0]
