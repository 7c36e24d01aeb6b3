import { rowFromJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { RowFields, RowInit } from '#crdt/shape.ts'
import type { FileContext, Leftover } from '#domain/artefact.ts'
import { isId } from '#kernel/id.ts'
import { orderBetween, type Order } from '#kernel/order.ts'

/** What is collected while a file is read. */
export type Reading = {
  readonly context: FileContext
  readonly makers: { readonly item: string; readonly participant: string }[]
  readonly leftovers: Leftover[]
  /** Keeps a value that has no place, by the path of keys and ids that leads to it. */
  readonly keep: (path: readonly string[], value: Json) => void
}

export const startReading = (context: FileContext): Reading => {
  const leftovers: Leftover[] = []
  return { context, makers: [], leftovers, keep: (path, value) => leftovers.push({ path: pathOf(path), value }) }
}

/** A path as text; a `/` inside a key is written `~1` and a `~` as `~0`, as JSON pointers do. */
export const pathOf = (path: readonly string[]): string =>
  path.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')

/** The objects of a list that have an id of their own; the others are kept as leftovers. */
export const identified = (
  path: readonly string[],
  list: readonly JsonObject[],
  reading: Reading,
  derive: (object: JsonObject, at: number) => string | undefined = () => undefined,
): { readonly id: string; readonly object: JsonObject }[] => {
  const seen = new Set<string>()
  return list.flatMap((object, at) => {
    const id = object['id'] ?? derive(object, at)
    if (typeof id === 'string' && isId(id) && !seen.has(id)) {
      seen.add(id)
      return [{ id, object }]
    }
    reading.keep([...path, String(at)], object)
    return []
  })
}

/** Positions for the items of a list in the order of the file. */
export const ordersFor = (count: number): readonly Order[] => {
  const orders: Order[] = []
  for (let at = 0; at < count; at += 1) orders.push(orderBetween(orders.at(-1) ?? null, null))
  return orders
}

type ReadRow<Fields extends RowFields> = { readonly init: RowInit<Fields>; readonly place: Place }
type Place = { readonly id: string; readonly order: Order; readonly by: string }

/** A row of a document from an object of a file; what fits no field is kept, who made it is noted. */
export const readRow = <Fields extends RowFields>(
  fields: Fields,
  path: readonly string[],
  { id, object, order }: { readonly id: string; readonly object: JsonObject; readonly order: Order },
  reading: Reading,
): ReadRow<Fields> => {
  const { id: _, createdBy = null, by = null, ...own } = object
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null))
  const { init, rest } = rowFromJson(fields, said)
  for (const [name, value] of Object.entries(rest)) reading.keep([...path, id, name], value)
  for (const [name, read] of Object.entries(init)) {
    const written = said[name] ?? null
    // A line that is too long is cut when it is read; the whole of it is kept beside.
    if (typeof read === 'string' && typeof written === 'string' && read !== written)
      reading.keep([...path, id, name], written)
  }
  if (typeof createdBy === 'string') reading.makers.push({ item: id, participant: createdBy })
  return { init, place: { id, order, by: typeof by === 'string' ? by : reading.context.perspectiveOf(createdBy) } }
}
