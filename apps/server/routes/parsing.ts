import * as z from 'zod/mini'
import type { FieldError } from '#protocol/problem.ts'
import { refused, type Refused } from './knock.ts'

/** Parses a part of a request; a refusal names each wrong field. No schema takes nothing. */
export const parsePart = (
  schema: z.ZodMiniType | undefined,
  raw: unknown,
): { readonly ok: true; readonly value: unknown } | Refused => {
  if (!schema) return { ok: true, value: undefined }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return { ok: true, value: parsed.data }
  return refused('invalid-input', {
    errors: parsed.error.issues.slice(0, mostErrors).map((issue) => errorOf(issue, raw)),
  })
}

const mostErrors = 20

const errorOf = (issue: z.core.$ZodIssue, raw: unknown): FieldError => {
  const missing = issue.code === 'invalid_type' && valueAt(raw, issue.path) === undefined
  return { field: issue.path.map(String).join('.'), code: missing ? 'required' : issue.code.replaceAll('_', '-') }
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  )

/** How deep a file may nest; deeper is no workspace file and would exhaust whoever walks it. */
export const deepest = 64

/** The path at which JSON is nested too deep, or `null`. Walks without recursion, so that no file can overflow it. */
export const tooDeepAt = (json: unknown): string | null => {
  const waiting: { readonly value: unknown; readonly depth: number; readonly path: string }[] = [
    { value: json, depth: 0, path: '' },
  ]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth, path } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth >= deepest) return path
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object')
        waiting.push({ value: inner, depth: depth + 1, path: path ? `${path}.${key}` : key })
    }
  }
  return null
}
