import * as z from 'zod/mini'
import { fieldFromJson } from '#crdt/json.ts'
import type { RowFields } from '#crdt/shape.ts'
import { isId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { most } from './formats/bounds.ts'
import { shape, type RelationInit, type StakeholderInit } from './shape.ts'

const id = z.nullable(z.string().check(z.maxLength(64)))
const said = z.record(z.string().check(z.maxLength(40)), z.json())
const end = z.string().check(z.minLength(1), z.maxLength(200))
const rows = z.object({
  parties: z.array(z.object({ key: end, id, match: id, said })).check(z.maxLength(most.parties)),
  lines: z.array(z.object({ id, match: id, from: end, to: end, said })).check(z.maxLength(most.lines)),
})

/** What an import brings, as the screen sends it: parties and lines that are new, or match somebody on the map. */
export type ImportRows = z.infer<typeof rows>

/** An import that was parsed: every value fits its field. Ends are keys of its parties, or ids of parties on the map. */
export type Import = {
  readonly parties: readonly {
    readonly key: string
    readonly id: string | null
    readonly match: string | null
    readonly init: StakeholderInit
  }[]
  readonly lines: readonly {
    readonly id: string | null
    readonly match: string | null
    readonly from: string
    readonly to: string
    readonly init: RelationInit
  }[]
}

const partyFields: ReadonlySet<string> = new Set(
  Object.keys(shape.stakeholders.fields).filter((name) => name !== 'evidenceIds'),
)
const lineFields: ReadonlySet<string> = new Set(
  Object.keys(shape.relations.fields).filter((name) => !['evidenceIds', 'from', 'to'].includes(name)),
)

/** Parses what the screen sends; refuses the whole when one value fits no field. */
export const parseImport = (raw: unknown): Result<Import, 'malformed'> => {
  const parsed = rows.safeParse(raw)
  if (!parsed.success) return refuse('malformed')
  const parties = parsed.data.parties.flatMap(({ said: own, ...party }) => {
    const init = initOf(shape.stakeholders.fields, partyFields, own)
    return init === null || !isSound(party) ? [] : [{ ...party, init }]
  })
  const lines = parsed.data.lines.flatMap(({ said: own, ...line }) => {
    const init = initOf(shape.relations.fields, lineFields, own)
    return init === null || !isSound(line) ? [] : [{ ...line, init }]
  })
  const whole = parties.length === parsed.data.parties.length && lines.length === parsed.data.lines.length
  return whole ? ok({ parties, lines }) : refuse('malformed')
}

const isSound = ({ id: own, match }: { readonly id: string | null; readonly match: string | null }): boolean =>
  (own === null || isId(own)) && (match === null || match !== '')

// Each value was read by the field of its name; what no field takes makes the whole unreadable.
const initOf = (
  fields: RowFields,
  allowed: ReadonlySet<string>,
  own: { readonly [name: string]: unknown },
): { readonly [name: string]: unknown } | null => {
  const init: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(own)) {
    const field = allowed.has(name) ? fields[name] : undefined
    const value = field && fieldFromJson(field, raw)
    if (value === undefined) return null
    init[name] = value
  }
  return init
}
