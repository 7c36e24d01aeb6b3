import { isId } from '#kernel/id.ts'
import { proseFromJson, proseToJson, type Prose } from './prose.ts'
import type { Row, RowField, RowFields, RowInit } from './shape.ts'

/** What a workspace file holds: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

export const isJsonObject = (raw: unknown): raw is JsonObject =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw)

/** The objects of a list in a file; what is no list is empty. */
export const jsonObjects = (raw: unknown): readonly JsonObject[] => (Array.isArray(raw) ? raw.filter(isJsonObject) : [])

/** The first values of a row as they stand in a file, and what of the object fits no field. */
export const rowFromJson = <Fields extends RowFields>(
  fields: Fields,
  object: JsonObject,
): { readonly init: RowInit<Fields>; readonly rest: JsonObject } => {
  const init: Record<string, unknown> = {}
  const rest: Record<string, Json> = {}
  for (const [name, raw] of Object.entries(object)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const read = field && fieldFromJson(field, raw)
    if (read === undefined) rest[name] = raw
    else init[name] = read
  }
  // Each name was read by the field of that name.
  return { init: init as RowInit<Fields>, rest }
}

/** One value of a file as the first value of a field; `undefined` when it does not fit. */
export const fieldFromJson = (field: RowField, raw: unknown): unknown => {
  switch (field.kind) {
    case 'prose':
      return proseFromJson(raw)
    case 'text':
      return typeof raw === 'string' ? raw : undefined
    case 'set':
      return Array.isArray(raw) && raw.every((id) => typeof id === 'string' && isId(id)) ? [...new Set(raw)] : undefined
    case 'value':
      return field.parse(raw)
  }
}

/** A row as an object of a file: the declared fields, without its order and perspective. */
export const rowToJson = <Fields extends RowFields>(fields: Fields, row: Row<string, Fields>): Record<string, Json> => {
  const values: { readonly [name: string]: unknown } = row
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldToJson(field, values[name])]))
}

/** One field of a content as a value of a file. */
export const fieldToJson = (field: RowField, content: unknown): Json => {
  // Contents come from the reader, which gives each field its own kind of plain data.
  return field.kind === 'prose' ? proseToJson(content as Prose) : (content as Json)
}
