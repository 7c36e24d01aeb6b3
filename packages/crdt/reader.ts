import * as Y from 'yjs'
import { byOrder } from '#kernel/order.ts'
import { membersInOrder, valuesRoot } from './draft.ts'
import { emptyProse, readProse } from './prose.ts'
import type { ContentOf, Row, RowField, RowFields, Shape, TableField } from './shape.ts'

type AnyRow = Row<string, RowFields>

/** Keeps a frozen reading of a Y.Doc: after a change only what it touched is read again. */
export const createReader = <S extends Shape>(ydoc: Y.Doc, shape: S, changed: (by: Y.Transaction) => void) => {
  const parts = Object.entries(shape).map(([name, field]) => ({ name, part: createPart(ydoc, name, field) }))
  let content: ContentOf<S> | undefined

  const settle = (transaction: Y.Transaction) => {
    // Every part is asked, so that none keeps an old reading.
    const touched = parts.filter(({ part }) => part.settle()).length > 0
    if (!touched) return
    content = undefined
    changed(transaction)
  }
  ydoc.on('afterTransaction', settle)

  return {
    content: (): ContentOf<S> =>
      // One property for each declared root, so the object is the content of this shape.
      (content ??= Object.freeze(
        Object.fromEntries(parts.map(({ name, part }) => [name, part.read()])),
      ) as ContentOf<S>),
    close: () => {
      ydoc.off('afterTransaction', settle)
      for (const { part } of parts) part.close()
    },
  }
}

/** The reading of one root. `settle` says whether the last transaction touched it. */
type Part = { readonly read: () => unknown; readonly settle: () => boolean; readonly close: () => void }

const createPart = (ydoc: Y.Doc, name: string, field: Shape[string]): Part => {
  if (field.kind === 'table') return tablePart(ydoc.getMap(name), field)
  if (field.kind === 'value') return valuePart(ydoc.getMap(valuesRoot), name, field)
  if (field.kind === 'prose') return wholePart(ydoc.getXmlFragment(name), field)
  if (field.kind === 'text') return wholePart(ydoc.getText(name), field)
  return wholePart(ydoc.getMap(name), field)
}

const wholePart = (source: Y.XmlFragment | Y.Text | Y.Map<unknown>, field: RowField): Part => {
  let reading: unknown
  let stale = true
  let touched = false
  const observe = () => void (stale = touched = true)
  source.observeDeep(observe)
  return {
    read: () => {
      if (stale) reading = readField(field, source)
      stale = false
      return reading
    },
    settle: () => {
      const was = touched
      touched = false
      return was
    },
    close: () => source.unobserveDeep(observe),
  }
}

const valuePart = (home: Y.Map<unknown>, name: string, field: RowField): Part => {
  let touched = false
  let reading = readField(field, home.get(name))
  const observe = (event: Y.YMapEvent<unknown>) => {
    if (!event.keysChanged.has(name)) return
    reading = readField(field, home.get(name))
    touched = true
  }
  home.observe(observe)
  return {
    read: () => reading,
    settle: () => {
      const was = touched
      touched = false
      return was
    },
    close: () => home.unobserve(observe),
  }
}

const tablePart = (rows: Y.Map<unknown>, field: TableField<string, RowFields>): Part => {
  const readings = new Map<string, AnyRow>()
  let changed = false
  let sorted: readonly AnyRow[] | undefined
  const touched = new Set<string>(rows.keys())

  // Paths are only true while the observer runs, so they are read here and not later.
  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    changed = true
    for (const event of events) {
      const id = event.path[0]
      if (typeof id === 'string') touched.add(id)
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) touched.add(String(key))
    }
  }
  rows.observeDeep(observe)

  const refresh = () => {
    let resort = sorted === undefined
    for (const id of touched) {
      const source = rows.get(id)
      const before = readings.get(id)
      const after = source instanceof Y.Map ? readRow(id, source, field.fields, before) : undefined
      resort ||= before?.order !== after?.order
      if (after === undefined) readings.delete(id)
      else readings.set(id, after)
    }
    sorted = Object.freeze(
      resort || !sorted
        ? [...readings.values()].toSorted(byOrder)
        : sorted.map((row) => (touched.has(row.id) ? (readings.get(row.id) ?? row) : row)),
    )
    touched.clear()
  }

  return {
    read: () => {
      if (touched.size > 0 || sorted === undefined) refresh()
      return sorted
    },
    settle: () => {
      const was = changed
      changed = false
      return was
    },
    close: () => rows.unobserveDeep(observe),
  }
}

const readRow = (id: string, source: Y.Map<unknown>, fields: RowFields, before: AnyRow | undefined): AnyRow => {
  const order = source.get('order')
  const by = source.get('by')
  const row: Record<string, unknown> = {
    id,
    order: typeof order === 'string' ? order : '',
    by: typeof by === 'string' ? by : '',
  }
  for (const [name, field] of Object.entries(fields)) {
    row[name] = keepIdentity(before?.[name], readField(field, source.get(name)))
  }
  return Object.freeze(row) as AnyRow
}

// A row is read as a whole; a list or text in it that did not change keeps its object, so its part of the screen rests.
const keepIdentity = (before: unknown, after: unknown): unknown =>
  typeof after === 'object' && after !== null && JSON.stringify(before) === JSON.stringify(after) ? before : after

/** Reads one field from whatever stands there; what does not fit is read as empty, never thrown. */
const readField = (field: RowField, raw: unknown): unknown => {
  switch (field.kind) {
    case 'prose':
      return raw instanceof Y.XmlFragment ? readProse(raw) : emptyProse
    case 'text':
      return raw instanceof Y.Text ? raw.toString() : ''
    case 'set':
      return Object.freeze(raw instanceof Y.Map ? membersInOrder(raw) : [])
    case 'value':
      return raw === undefined ? field.fallback : deepFreeze(field.parse(raw) ?? field.fallback)
  }
}

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const entry of Object.values(value)) deepFreeze(entry)
  return Object.freeze(value)
}
