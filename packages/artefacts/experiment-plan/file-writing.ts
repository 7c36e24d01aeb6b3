import { fieldToJson, rowToJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { Field, Row, RowFields } from '#crdt/shape.ts'
import type { FiledDocument } from '#domain/artefact.ts'
import { derivedId, filedLists, foldedFields, resultId, type FiledList } from './file-names.ts'
import { latestOf, resultsOf } from './verdict.ts'
import { shape, type MeasureResult } from './shape.ts'

type Filed = FiledDocument<typeof shape>
type AnyRow = Row<string, RowFields>

/** One experiment as it stands in a workspace file. */
export const filedExperiment = (document: Filed): JsonObject => {
  const { id, title, content, makerOf } = document
  const maker = makerOf(id)
  const folded = Object.entries(foldedFields).map(([name, parts]): [string, Json] => [
    name,
    Object.fromEntries(Object.entries(parts).map(([part, field]) => [part, filedField(document, field)])),
  ])
  const lists = filedLists.map((list): [string, Json] => [
    list,
    content[list].map((row) => filedRow(document, list, row)),
  ])
  return {
    id,
    ...Object.fromEntries(plainFields.map((name) => [name, filedField(document, name)])),
    ...withoutEmpty(Object.fromEntries(sparseFields.map((name) => [name, filedField(document, name)]))),
    title: content.title === '' ? title : content.title,
    ...Object.fromEntries(folded),
    ...Object.fromEntries(lists),
    ...(maker === undefined ? {} : { createdBy: maker }),
  }
}

type FieldName = keyof typeof shape
/** Left out of a file while they are empty. */
const sparseFields = [
  'order',
  'gapIds',
  'formulationIds',
  'effectsOverride',
  'tags',
] as const satisfies readonly FieldName[]
const elsewhere = new Set<string>([
  ...sparseFields,
  ...Object.values(foldedFields).flatMap((parts) => Object.values(parts)),
])
const fields: { readonly [name: string]: Field } = shape
const plainFields = Object.keys(shape).filter((name) => fields[name]?.kind !== 'table' && !elsewhere.has(name))

const filedField = ({ content }: Filed, name: string): Json => {
  const field = fields[name]
  if (!field || field.kind === 'table') return null
  const values: { readonly [name: string]: unknown } = content
  return fieldToJson(field, values[name])
}

/** Cells of rows that are left out while they are empty. */
const sparseCells: ReadonlySet<string> = new Set(['tags', 'experimentIds', 'origin'])

const filedRow = (document: Filed, list: FiledList, row: AnyRow): JsonObject => {
  const filed = rowToJson<RowFields>(shape[list].fields, row)
  const isSparse = (name: string) => sparseCells.has(name)
  const own = Object.fromEntries(Object.entries(filed).filter(([name]) => !isSparse(name)))
  return {
    ...(row.id === derivedId(document.id, list, own) ? {} : { id: row.id }),
    ...own,
    ...withoutEmpty(Object.fromEntries(Object.entries(filed).filter(([name]) => isSparse(name)))),
    ...(list === 'measures' ? filedResults(document, row.id) : {}),
    ...originOf(document, row),
  }
}

const filedResults = (document: Filed, measureId: string): JsonObject => {
  const results = resultsOf(document.content, measureId)
  const [first] = results
  if (!first) return { result: null }
  const isPlain =
    results.length === 1 &&
    first.value !== null &&
    first.id === resultId(measureId, 1) &&
    Object.keys(originOf(document, first)).length === 0
  const last = latestOf(results)
  const result = last && { ...last }
  return isPlain ? { result } : { result, results: results.map((row) => filedResult(document, row)) }
}

const filedResult = (document: Filed, row: MeasureResult): JsonObject => {
  const { measureId: _, tags, ...own } = rowToJson(shape.results.fields, row)
  return { id: row.id, ...own, ...withoutEmpty({ tags: tags ?? null }), ...originOf(document, row) }
}

const originOf = ({ makerOf }: Filed, row: { readonly id: string; readonly by: string }): JsonObject => {
  const maker = makerOf(row.id)
  if (maker !== undefined) return { createdBy: maker }
  return row.by === '' ? {} : { by: row.by }
}

const withoutEmpty = (values: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
