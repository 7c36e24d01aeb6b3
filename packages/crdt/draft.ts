import * as Y from 'yjs'
import { newId, type Id, type RandomBytes } from '#kernel/id.ts'
import { byOrder, compareText, orderBetween, type Order } from '#kernel/order.ts'
import { appendProse, proseTypes, type Prose } from './prose.ts'
import type {
  Field,
  ProseField,
  RowField,
  RowFields,
  RowInit,
  SetField,
  Shape,
  TableField,
  TextField,
  ValueField,
} from './shape.ts'

/** Who changes: its identity is the origin of the transaction, its perspective is written on what it adds. */
export type Author = { readonly perspective: string }

/** One value that may be replaced. */
export type Cell<Value> = { readonly get: () => Value; readonly set: (next: Value) => void }
/** Plain text: typed into, never replaced. */
export type TextDraft = {
  readonly get: () => string
  /** Removes `length` characters at `at` and inserts there; positions in UTF-16 units. */
  readonly splice: (at: number, length: number, insert: string) => void
}
/** Rich text: an editor types into it; a command may only add at its end. */
export type ProseDraft = { readonly append: (words: Prose | string) => void; readonly isEmpty: () => boolean }
export type SetDraft<Kind extends string> = {
  readonly has: (id: Id<Kind>) => boolean
  readonly add: (id: Id<Kind>) => void
  readonly remove: (id: Id<Kind>) => void
  readonly ids: () => readonly Id<Kind>[]
}
export type RowDraft<Kind extends string, Fields extends RowFields> = {
  readonly id: Id<Kind>
  readonly by: string
  readonly order: Cell<Order>
} & { readonly [Name in keyof Fields]: FieldDraft<Fields[Name]> }

export type TableDraft<Kind extends string, Fields extends RowFields> = {
  readonly has: (id: Id<Kind>) => boolean
  readonly get: (id: Id<Kind>) => RowDraft<Kind, Fields> | undefined
  /** The rows in their order. */
  readonly all: () => readonly RowDraft<Kind, Fields>[]
  /** Adds a row, whole, behind the last one unless a place is given. */
  readonly add: (init: RowInit<Fields>, place?: RowPlace<Kind>) => Id<Kind>
  readonly remove: (id: Id<Kind>) => void
}
/** Where a new row goes and under which id; `by` is only given by imports, which keep the first author's. */
export type RowPlace<Kind extends string> = { readonly id?: Id<Kind>; readonly order?: Order; readonly by?: string }

export type FieldDraft<F extends Field> = F extends ProseField
  ? ProseDraft
  : F extends TextField
    ? TextDraft
    : F extends ValueField<infer Value>
      ? Cell<Value>
      : F extends SetField<infer Kind>
        ? SetDraft<Kind>
        : F extends TableField<infer Kind, infer Fields>
          ? TableDraft<Kind, Fields>
          : never

/** The handle for writing, valid inside one change only. */
export type DraftOf<S extends Shape> = { readonly [Name in keyof S]: FieldDraft<S[Name]> }

/** The root map that holds every single value of a document. */
export const valuesRoot = 'values'

/** Opens a document for writing; to be used inside a transaction. */
export const draftOf = <S extends Shape>(ydoc: Y.Doc, shape: S, author: Author, random?: RandomBytes): DraftOf<S> =>
  lazily(shape, (name, field) => {
    if (field.kind === 'table') return tableDraft(ydoc.getMap(name), field, author, random)
    if (field.kind === 'prose') return proseDraft(ydoc.getXmlFragment(name))
    if (field.kind === 'text') return textDraft(ydoc.getText(name))
    if (field.kind === 'set') return setDraft(ydoc.getMap(name))
    return cell(ydoc.getMap(valuesRoot), name, field)
    // Each name gives the draft of its own field; the compiler cannot follow a mapped type through a loop.
  }) as DraftOf<S>

const tableDraft = (
  rows: Y.Map<unknown>,
  field: TableField<string, RowFields>,
  author: Author,
  random: RandomBytes | undefined,
): TableDraft<string, RowFields> => {
  const get = (id: string): RowDraft<string, RowFields> | undefined => {
    const row = rows.get(id)
    return row instanceof Y.Map ? rowDraft(id, row, field.fields) : undefined
  }
  const all = () =>
    [...rows.keys()]
      .flatMap((id) => get(id) ?? [])
      .map((row) => ({ id: row.id, order: row.order.get(), row }))
      .toSorted(byOrder)
      .map(({ row }) => row)
  return {
    has: (id) => rows.get(id) instanceof Y.Map,
    get,
    all,
    remove: (id) => rows.delete(id),
    add: (init, place = {}) => {
      const id = place.id ?? newId(field.prefix, random)
      const order = place.order ?? orderBetween(lastOrder(rows), null, random)
      rows.set(id, newRow(field.fields, init, { order, by: place.by ?? author.perspective }, random))
      return id
    },
  }
}

// Without drawing up the rows: a thousand names that come in at once each ask for it.
const lastOrder = (rows: Y.Map<unknown>): Order | null => {
  let last: Order | null = null
  for (const row of rows.values()) {
    const order: unknown = row instanceof Y.Map ? row.get('order') : undefined
    if (typeof order === 'string' && (last === null || compareText(order, last) > 0)) last = order
  }
  return last
}

// A row is born with all its texts and sets: one that two people made at once would lose one of them. A value that is
// what nobody has said stays out: it is read so anyhow, and two fifths of a large document would be such values.

const newRow = (
  fields: RowFields,
  init: RowInit<RowFields>,
  born: { order: Order; by: string },
  random: RandomBytes | undefined,
): Y.Map<unknown> => {
  const row = new Y.Map<unknown>(Object.entries(born))
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== 'value') row.set(name, newType(field, init[name], random))
    else if (isSaid(field, init[name])) row.set(name, init[name])
  }
  return row
}

const isSaid = ({ fallback }: ValueField<unknown>, init: unknown): boolean =>
  init !== undefined && init !== fallback && JSON.stringify(init) !== JSON.stringify(fallback)

const newType = (
  field: Exclude<RowField, ValueField<unknown>>,
  init: unknown,
  random: RandomBytes | undefined,
): Y.Text | Y.XmlFragment | Y.Map<unknown> => {
  if (field.kind === 'text') return new Y.Text(typeof init === 'string' ? init : '')
  if (field.kind === 'prose') {
    const fragment = new Y.XmlFragment()
    if (init !== undefined) fragment.insert(0, proseTypes(init as Prose | string))
    return fragment
  }
  const members = new Y.Map<unknown>()
  let last: Order | null = null
  for (const id of (init ?? []) as readonly string[]) members.set(id, (last = orderBetween(last, null, random)))
  return members
}

const rowDraft = (id: string, row: Y.Map<unknown>, fields: RowFields): RowDraft<string, RowFields> => {
  const by = row.get('by')
  const own = { id, by: typeof by === 'string' ? by : '', order: cell(row, 'order', orderField) }
  return Object.assign(
    lazily(fields, (name, field) => nestedDraft(row, name, field)),
    own,
  ) as RowDraft<string, RowFields>
}

const orderField: ValueField<Order> = {
  kind: 'value',
  fallback: '',
  parse: (raw) => (typeof raw === 'string' ? raw : undefined),
}

const nestedDraft = (row: Y.Map<unknown>, name: string, field: RowField) => {
  if (field.kind === 'value') return cell(row, name, field)
  if (field.kind === 'text') return textDraft(nested(row, name, Y.Text))
  if (field.kind === 'prose') return proseDraft(nested(row, name, Y.XmlFragment))
  return setDraft(nested(row, name, Y.Map<unknown>))
}

// Rows made before a field existed lack it; `growRows` on the server normally adds it first.
const nested = <Type extends Y.Text | Y.XmlFragment | Y.Map<unknown>>(
  row: Y.Map<unknown>,
  name: string,
  Kind: new () => Type,
): Type => {
  const found = row.get(name)
  if (found instanceof Kind) return found
  const made = new Kind()
  row.set(name, made)
  return made
}

const cell = <Value>(home: Y.Map<unknown>, name: string, field: ValueField<Value>): Cell<Value> => {
  const get = () => {
    const raw = home.get(name)
    return raw === undefined ? field.fallback : (field.parse(raw) ?? field.fallback)
  }
  return {
    get,
    // Writing what stands there already would only cost the others a repaint.
    set: (next) => {
      if (JSON.stringify(home.get(name)) !== JSON.stringify(next)) home.set(name, next)
    },
  }
}

const textDraft = (source: Y.Text): TextDraft => ({
  get: () => source.toString(),
  splice: (at, length, insert) => {
    if (length > 0) source.delete(at, length)
    if (insert !== '') source.insert(at, insert)
  },
})

const proseDraft = (fragment: Y.XmlFragment): ProseDraft => ({
  append: (words) => appendProse(fragment, words),
  isEmpty: () => fragment.length === 0,
})

const setDraft = (members: Y.Map<unknown>): SetDraft<string> => {
  const ids = () => membersInOrder(members)
  return {
    ids,
    has: (id) => members.has(id),
    remove: (id) => members.delete(id),
    add: (id) => {
      if (members.has(id)) return
      const last = ids().at(-1)
      const order = last === undefined ? null : members.get(last)
      members.set(id, orderBetween(typeof order === 'string' ? order : null, null))
    },
  }
}

/** The ids of a set in the order in which they were added. */
export const membersInOrder = (members: Y.Map<unknown>): string[] =>
  [...members.entries()]
    .flatMap(([id, order]) => (typeof order === 'string' ? [{ id, order }] : []))
    .toSorted(byOrder)
    .map(({ id }) => id)

/** An object whose properties are made at their first use: a change touches few of a document's fields. */
const lazily = <Source extends object>(
  source: { readonly [name: string]: Source },
  make: (name: string, entry: Source) => unknown,
): Record<string, unknown> => {
  const made: Record<string, unknown> = {}
  for (const [name, entry] of Object.entries(source)) {
    Object.defineProperty(made, name, { enumerable: true, get: () => make(name, entry) })
  }
  return made
}
