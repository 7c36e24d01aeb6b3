import type { Json, JsonObject } from '#crdt/json.ts'
import { newId } from '#kernel/id.ts'
import { orderBetween, type Order } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { removeStakeholder } from './commands.ts'
import type { Import } from './import-shape.ts'
import { shape, type StakeholderMapDraft } from './shape.ts'

type List = 'stakeholders' | 'relations'

/** What an import did, so that it can be taken back: rows it added as they were then, and fields it changed. */
export type ImportTrace = {
  readonly added: readonly { readonly list: List; readonly id: string; readonly row: JsonObject }[]
  readonly changed: readonly {
    readonly list: List
    readonly id: string
    readonly field: string
    readonly before: Json
    readonly after: Json
  }[]
}

/** An import whose new rows have their ids, so that who made them is known before they are written. */
export type PreparedImport = {
  readonly rows: Import
  readonly partyIds: readonly string[]
  readonly lineIds: readonly string[]
}

/** Gives every new row its id: the one of the file where nothing else has it, else a new one. */
export const prepareImport = (rows: Import, isTaken: (id: string) => boolean): PreparedImport => {
  const given = new Set<string>()
  const idFor = (prefix: string) => (row: { readonly id: string | null; readonly match: string | null }) => {
    if (row.match !== null) return row.match
    const id = row.id !== null && !isTaken(row.id) && !given.has(row.id) ? row.id : newId(prefix)
    given.add(id)
    return id
  }
  return {
    rows,
    partyIds: rows.parties.map(idFor(shape.stakeholders.prefix)),
    lineIds: rows.lines.map(idFor(shape.relations.prefix)),
  }
}

/** Writes an import in one go: adds what is new and changes what it has something to say about. Estimates are not touched. */
export const applyImport = (
  map: StakeholderMapDraft,
  { rows, partyIds, lineIds }: PreparedImport,
  mostRows: number,
): Result<ImportTrace, 'too-large' | 'changed-since'> => {
  const isGone = (list: List) => (match: string | null) => match !== null && !map[list].has(match)
  // What it was laid beside is no longer there: the person looks again.
  if (rows.parties.some(({ match }) => isGone('stakeholders')(match))) return refuse('changed-since')
  if (rows.lines.some(({ match }) => isGone('relations')(match))) return refuse('changed-since')
  const fresh = rows.parties.length + rows.lines.length
  if (map.stakeholders.all().length + map.relations.all().length + fresh > mostRows) return refuse('too-large')

  const idOf = new Map(rows.parties.map(({ key }, at) => [key, partyIds[at] ?? '']))
  const resolved = (end: string): string | null => {
    const id = idOf.get(end) ?? end
    return map.stakeholders.has(id) ? id : null
  }
  const trace = { added: [] as ImportTrace['added'][number][], changed: [] as ImportTrace['changed'][number][] }
  const orders = { stakeholders: lastOrder(map, 'stakeholders'), relations: lastOrder(map, 'relations') }
  const placed = (list: List, id: string) => {
    orders[list] = orderBetween(orders[list], null)
    return { id, order: orders[list] }
  }
  const addedParties: string[] = []
  for (const [at, { match, init }] of rows.parties.entries()) {
    const id = partyIds[at] ?? ''
    // Who speaks for whom is said once everybody is there.
    const { representedById: _, ...own } = init
    if (match === null) {
      map.stakeholders.add({ ...own, name: (init.name ?? '').trim() }, placed('stakeholders', id))
      addedParties.push(id)
    } else trace.changed.push(...changeRow(map, 'stakeholders', match, own))
  }
  for (const [at, { match, init }] of rows.parties.entries()) {
    const speaker = init.representedById
    const to = speaker === undefined || speaker === null ? null : resolved(speaker)
    const id = partyIds[at] ?? ''
    if (to === null || to === id) continue
    if (match === null) map.stakeholders.get(id)?.representedById.set(to)
    else trace.changed.push(...changeRow(map, 'stakeholders', match, { representedById: to }))
  }
  const addedLines: string[] = []
  for (const [at, { match, from, to, init }] of rows.lines.entries()) {
    if (match !== null) {
      trace.changed.push(...changeRow(map, 'relations', match, init))
      continue
    }
    const [start, end, id] = [resolved(from), resolved(to), lineIds[at] ?? '']
    if (start === null || end === null || start === end) continue
    map.relations.add({ ...init, from: start, to: end }, placed('relations', id))
    addedLines.push(id)
  }
  trace.added.push(
    ...addedParties.map((id) => ({ list: 'stakeholders' as const, id, row: filed(map, 'stakeholders', id) })),
  )
  trace.added.push(...addedLines.map((id) => ({ list: 'relations' as const, id, row: filed(map, 'relations', id) })))
  return ok(trace)
}

/** What taking back did; `kept` counts what somebody changed since, and stayed. */
export type Reverted = { readonly removed: number; readonly restored: number; readonly kept: number }

/** Takes an import back: removes what it added and restores what it changed, but for what somebody changed since. */
export const revertImport = (map: StakeholderMapDraft, trace: ImportTrace): Reverted => {
  let removed = 0
  // People count parties and lines, not fields.
  const [restored, kept] = [new Set<string>(), new Set<string>()]
  for (const { list, id, field, before, after } of trace.changed.toReversed()) {
    const now = fieldOf(map, list, id, field)
    if (now === undefined) continue
    if (same(now.get(), after)) {
      now.set(before)
      restored.add(id)
    } else kept.add(id)
  }
  const take = (list: List, remove: (id: string) => boolean) => {
    for (const { id, row } of trace.added.filter((each) => each.list === list)) {
      if (!map[list].has(id)) continue
      if (same(filed(map, list, id), row) && remove(id)) removed += 1
      else kept.add(id)
    }
  }
  take('relations', (id) => {
    map.relations.remove(id)
    return true
  })
  const used = new Set(map.relations.all().flatMap(({ from, to }) => [from.get(), to.get()]))
  // A line that somebody drew to a party since is a reason for it to stay.
  take('stakeholders', (id) => !used.has(id) && removeStakeholder(map, id).ok)
  return { removed, restored: restored.size, kept: kept.size }
}

const lastOrder = (map: StakeholderMapDraft, list: List): Order | null => map[list].all().at(-1)?.order.get() ?? null

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

type Handle = { readonly get: () => Json; readonly set: (next: Json) => void }

/** One value or text of a row, whatever its kind; sets are no part of an import. */
const fieldOf = (map: StakeholderMapDraft, list: List, id: string, field: string): Handle | undefined => {
  const row = map[list].get(id)
  const fields: { readonly [name: string]: { readonly kind: string } } = shape[list].fields
  const kind = Object.hasOwn(fields, field) ? fields[field]?.kind : undefined
  if (!row || kind === undefined || kind === 'set' || kind === 'prose') return undefined
  const drafts: { readonly [name: string]: unknown } = row
  const draft = drafts[field]
  if (kind === 'text') {
    // The shape says that this field is a text, so its draft is that of one.
    const text = draft as { get: () => string; splice: (at: number, length: number, insert: string) => void }
    return { get: text.get, set: (next) => text.splice(0, text.get().length, typeof next === 'string' ? next : '') }
  }
  // And otherwise that of one value.
  return draft as Handle
}

const filed = (map: StakeholderMapDraft, list: List, id: string): JsonObject =>
  Object.fromEntries(
    Object.keys(shape[list].fields).flatMap((field) => {
      const own = fieldOf(map, list, id, field)
      return own ? [[field, own.get()] as const] : []
    }),
  )

const changeRow = (
  map: StakeholderMapDraft,
  list: List,
  id: string,
  init: { readonly [field: string]: unknown },
): ImportTrace['changed'][number][] =>
  Object.entries(init).flatMap(([field, value]) => {
    const own = fieldOf(map, list, id, field)
    // What is written was parsed from JSON by the field itself.
    const after = value as Json
    if (!own || same(own.get(), after)) return []
    const before = own.get()
    own.set(after)
    return [{ list, id, field, before, after }]
  })
