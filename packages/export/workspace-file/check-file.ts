import * as z from 'zod/mini'
import { isJsonObject, type JsonObject } from '#crdt/json.ts'
import { isId } from '#kernel/id.ts'
import { recordLists } from '../rows.ts'
import type { FileRefusal } from './imported.ts'

export const formatName = 'polder-workspace'

type FileHead = { readonly ok: true; readonly file: JsonObject; readonly version: 1 | 2 }

/** Whether a file is a workspace file that can be read, or what is wrong with it, by path. Unknown keys are welcome. */
export const checkFile = (raw: unknown, lists: readonly string[]): FileHead | FileRefusal => {
  if (!isJsonObject(raw)) return malformed([{ field: '', code: 'not-a-workspace-file' }])
  if (raw['format'] !== formatName) return malformed([{ field: 'format', code: 'not-a-workspace-file' }])
  const version = raw['formatVersion']
  if (version !== 1 && version !== 2) {
    return { ok: false, reason: 'unknown-format-version', errors: [{ field: 'formatVersion', code: 'unknown' }] }
  }
  const parsed = frameOf(lists).safeParse(raw)
  if (!parsed.success) return malformed(parsed.error.issues.slice(0, mostErrors).map((issue) => errorOf(issue, raw)))
  const twice = repeatedPerson(raw)
  return twice === null ? { ok: true, file: raw, version } : malformed([{ field: twice, code: 'duplicate' }])
}

const mostErrors = 20

const anObject = z.looseObject({})
const withId = z.looseObject({ id: z.string().check(z.refine(isId)) })
const activity = z.looseObject({ id: withId.shape.id, groupResults: z.optional(z.array(anObject)) })
const stage = z.looseObject({ id: withId.shape.id, activities: z.optional(z.array(activity)) })
const session = z.looseObject({ id: withId.shape.id, stages: z.optional(z.array(stage)) })

// What everything else hangs on; a wrong value deeper down is kept and reported instead of refusing the whole file.
const frameOf = (lists: readonly string[]) =>
  z.looseObject({
    workspace: z.looseObject({
      title: z.string().check(z.trim(), z.minLength(1)),
      perspectives: z.optional(z.array(withId)),
    }),
    perspectives: z.optional(z.array(withId)),
    participants: z.optional(z.array(withId)),
    evidence: z.optional(z.array(anObject)),
    sessions: z.optional(z.array(session)),
    ballots: z.optional(z.array(withId)),
    ...Object.fromEntries([...recordLists, 'cards', 'clusters'].map((list) => [list, z.optional(z.array(anObject))])),
    ...Object.fromEntries(lists.map((list) => [list, z.optional(z.union([z.array(anObject), anObject]))])),
  })

const malformed = (errors: FileRefusal['errors']): FileRefusal => ({ ok: false, reason: 'malformed-import', errors })

const errorOf = (issue: z.core.$ZodIssue, raw: unknown): FileRefusal['errors'][number] => {
  const missing = issue.code === 'invalid_type' && valueAt(raw, issue.path) === undefined
  return { field: issue.path.map(String).join('.'), code: missing ? 'required' : issue.code.replaceAll('_', '-') }
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )

// Two people under one id would share their rights.
const repeatedPerson = (file: JsonObject): string | null => {
  const people = Array.isArray(file['participants']) ? file['participants'].filter(isJsonObject) : []
  const ids = people.map(({ id }) => id)
  const at = ids.findIndex((id, place) => ids.indexOf(id) !== place)
  return at === -1 ? null : `participants.${at}.id`
}
