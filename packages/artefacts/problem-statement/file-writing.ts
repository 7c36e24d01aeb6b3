import { rowToJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { Row, RowFields } from '#crdt/shape.ts'
import type { FiledDocument } from '#domain/artefact.ts'
import { derivedId, filedLists, formulationFolds, problemFolds, type FiledList, type Folds } from './file-names.ts'
import { rowsOf } from './queries.ts'
import { shape, type Formulation, type Problem } from './shape.ts'
import { numbered, treeOf } from './tree.ts'

type Filed = FiledDocument<typeof shape>
type OwnedRow = Row<string, RowFields> & { readonly problemId: string | null }

/** The problems of one document as they stand in a workspace file, each sub-question right behind what it is part of. */
export const filedProblems = (document: Filed): JsonObject[] =>
  numbered(treeOf(document.content.problems)).map(({ row }) => filedProblem(document, row))

/** The formulations of one document; one whose problem is gone stands nowhere. */
export const filedFormulations = (document: Filed): JsonObject[] => {
  const here = new Set<string | null>(document.content.problems.map(({ id }) => id))
  return document.content.formulations
    .filter(({ problemId }) => here.has(problemId))
    .map((row) => filedFormulation(document, row))
}

const filedProblem = (document: Filed, problem: Problem): JsonObject => {
  const fields = rowToJson<RowFields>(shape.problems.fields, problem)
  const lists = filedLists
    .filter((list) => list !== 'carriers')
    .map((list): [FiledList, readonly JsonObject[]] => [list, filedList(document, list, problem.id)])
    .filter(([list, rows]) => rows.length > 0 || !sparseLists.has(list))
  return {
    id: problem.id,
    ...folded(fields, problemFolds),
    ...(problem.title === '' && problem.id === document.id ? { title: document.title } : {}),
    order: problem.order,
    ...Object.fromEntries(lists),
    ...filedCarriers(document, problem.id),
    ...originOf(document, problem),
  }
}

/** Left out of a file while they are empty: the lists and fields that a first version does not know. */
const sparseLists = new Set<FiledList>(['lines', 'gaps', 'takenUpBy'])
const sparseFields = new Set([
  'tags',
  'gapIds',
  'basedOnIds',
  'importance',
  'howWeFindOut',
  'brings',
  'needs',
  'cannot',
  'perspective',
  'tableId',
  'since',
])

const filedFormulation = (document: Filed, formulation: Formulation): JsonObject => {
  const { tags, reasonNotChosen, minorityNote, ...fields } = rowToJson<RowFields>(
    shape.formulations.fields,
    formulation,
  )
  return {
    id: formulation.id,
    ...folded(fields, formulationFolds),
    reasonNotChosen: reasonNotChosen || null,
    minorityNote: minorityNote || null,
    ...withoutEmpty({ tags: tags ?? null }),
    ...originOf(document, formulation),
  }
}

const filedList = (document: Filed, list: FiledList, problemId: string): JsonObject[] =>
  rowsOf<OwnedRow>(document.content[list], problemId).map((row) => filedRow(document, list, problemId, row))

const filedRow = (document: Filed, list: FiledList, problemId: string, row: OwnedRow): JsonObject => {
  const { problemId: _, ...fields } = shape[list].fields
  const own = Object.entries(rowToJson<RowFields>(fields, row))
  const said = own.filter(([name, value]) => !sparseFields.has(name) || !isEmpty(value))
  return {
    ...(row.id === derivedId(problemId, list, row) ? {} : { id: row.id }),
    ...Object.fromEntries(said),
    ...originOf(document, row),
  }
}

// A first version knows who carries only by id; it can say so as long as nothing else was written.
const filedCarriers = (document: Filed, problemId: string): JsonObject => {
  const carriers = filedList(document, 'carriers', problemId)
  const arePlain = carriers.every(({ stakeholderId, ...more }) => stakeholderId !== null && isEmptyObject(more))
  return arePlain ? { carrierIds: carriers.map(({ stakeholderId = null }) => stakeholderId) } : { carriers }
}

// The parts of an object that are fields of their own here go back into it; without any it is `null`.
const folded = (fields: JsonObject, folds: Folds): JsonObject => {
  const inside = new Set(Object.values(folds).flatMap((parts) => Object.values(parts)))
  const objects = Object.entries(folds).map(([name, parts]): [string, Json] => {
    const object = Object.fromEntries(Object.entries(parts).map(([part, field]) => [part, fields[field] ?? null]))
    return [name, Object.values(object).every(isEmpty) ? null : object]
  })
  return {
    ...Object.fromEntries(Object.entries(fields).filter(([name]) => !inside.has(name))),
    ...Object.fromEntries(objects),
  }
}

const originOf = ({ makerOf }: Filed, row: { readonly id: string; readonly by: string }): JsonObject => {
  const maker = makerOf(row.id)
  if (maker !== undefined) return { createdBy: maker }
  return row.by === '' ? {} : { by: row.by }
}

const withoutEmpty = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)))

const isEmpty = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0)

const isEmptyObject = (object: object): boolean => Object.keys(object).length === 0
