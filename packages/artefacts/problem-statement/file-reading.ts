import { fieldFromJson, isJsonObject, rowFromJson, type Json, type JsonObject } from '#crdt/json.ts'
import { set, type RowFields } from '#crdt/shape.ts'
import type { FileContext, FileReading, Leftover } from '#domain/artefact.ts'
import { isId } from '#kernel/id.ts'
import { orderBetween, type Order } from '#kernel/order.ts'
import { derivedId, filedLists, formulationFolds, problemFolds, type FiledList, type Folds } from './file-names.ts'
import { shape, type ProblemStatementDraft, type TableName } from './shape.ts'
import { firstTitle } from './strings.ts'
import { numbered, treeOf } from './tree.ts'

type Fill = (draft: ProblemStatementDraft) => void
type Reading = {
  readonly context: FileContext
  readonly makers: FileReading<typeof shape>['makers'][number][]
  readonly leftovers: Leftover[]
  readonly seen: Set<string>
}
type Entry = { readonly id: string; readonly object: JsonObject; readonly parentId: string | null }

/** Takes the problems and formulations of a file apart: one document for each main problem with all that is under it. */
export const readProblems = (source: JsonObject, context: FileContext): FileReading<typeof shape> => {
  const reading: Reading = { context, makers: [], leftovers: [], seen: new Set() }
  const entries = claimed(source['problems'], 'problems', reading).map(({ id, object }): Entry => {
    const { parentId } = object
    return { id, object, parentId: typeof parentId === 'string' ? parentId : null }
  })
  const formulations = readFormulations(source['formulations'], new Set<Json>(entries.map(({ id }) => id)), reading)
  // Positions count among siblings, and a file tells them; one without comes behind the one before.
  let last: Order | null = null
  const fills = new Map(
    entries.map(({ id, object }): [string, readonly Fill[]] => {
      last = orderIn(object) ?? orderBetween(last, null)
      return [id, readProblem(id, object, last, reading)]
    }),
  )
  const documents = treeOf(entries).map((branch) => {
    const { id, object } = branch.row
    const own = numbered([branch]).map(({ row }) => row.id)
    const here = new Set<Json>(own)
    const { title } = object
    const fill: Fill = (draft) => {
      for (const each of own.flatMap((problem) => fills.get(problem) ?? [])) each(draft)
      for (const row of formulations) if (here.has(row.problemId)) row.fill(draft)
    }
    return { id, title: typeof title === 'string' && title !== '' ? title : firstTitle[context.locale], fill }
  })
  return { documents, makers: reading.makers, leftovers: reading.leftovers }
}

const orderIn = ({ order }: JsonObject): Order | null =>
  typeof order === 'string' && order !== '' && order.length <= 60 ? order : null

const readProblem = (id: string, object: JsonObject, order: Order, reading: Reading): Fill[] => {
  const { carrierIds = null, order: position = null, ...said } = object
  if (position !== null && orderIn(object) === null) {
    reading.leftovers.push({ path: `problems/${id}/order`, value: position })
  }
  const own = Object.fromEntries(Object.entries(said).filter(([name]) => !filedLists.some((list) => list === name)))
  const kind = object['kind'] ?? (object['parentId'] ? 'sub' : 'main')
  const lists = filedLists.flatMap((list) => readList(id, list, object[list], reading))
  return [
    readRow('problems', id, { ...own, kind }, `problems/${id}`, { order, folds: problemFolds }, reading),
    ...lists,
    ...readCarrierIds(id, carrierIds, reading),
  ]
}

const readFormulations = (raw: Json | undefined, problems: ReadonlySet<Json>, reading: Reading) => {
  let last: Order | null = null
  const path = 'formulations'
  const isHome = ({ problemId = null }: JsonObject) => problems.has(problemId)
  return claimed(raw, path, reading, isHome).map(({ id, object }) => {
    last = orderBetween(last, null)
    const place = { order: last, folds: formulationFolds }
    const fill = readRow('formulations', id, withOwnGroup(object), `${path}/${id}`, place, reading)
    return { problemId: object['problemId'] ?? null, fill }
  })
}

// Where a workspace names its own groups, a first version gives the group beside the base to which it is closest.
const withOwnGroup = (object: JsonObject): JsonObject => {
  const { perspectiveId = null, ...rest } = object
  return typeof perspectiveId === 'string' && perspectiveId !== '' ? { ...rest, perspective: perspectiveId } : object
}

const readList = (problemId: string, list: FiledList, raw: Json | undefined, reading: Reading): Fill[] => {
  const home = `problems/${problemId}/${list}`
  let last: Order | null = null
  const isTakeUp = list === 'takenUpBy'
  return claimed(
    raw,
    home,
    reading,
    () => true,
    (object) => idOf(problemId, list, object),
  ).map(({ id, object }) => {
    last = orderBetween(last, null)
    const place = { order: last, problemId }
    return readRow(list, id, isTakeUp ? withOwnGroup(object) : object, `${home}/${id}`, place, reading)
  })
}

// An id that follows from the row is not written out; what has no place is put back by id, so then the row gets one.
const idOf = (problemId: string, list: FiledList, object: JsonObject): string | null => {
  const id = derivedId(problemId, list, list === 'takenUpBy' ? withOwnGroup(object) : object)
  const { createdBy: _, by: __, perspectiveId: ___, ...own } = object
  const { rest } = rowFromJson<RowFields>(shape[list].fields, withoutNulls(own))
  return id === null || Object.keys(rest).length === 0 ? id : `${id}-1`
}

// A first version says only who carries: each becomes a row, unless it has one already.
const readCarrierIds = (problemId: string, raw: Json, reading: Reading): Fill[] => {
  if (raw === null) return []
  const ids = fieldFromJson(set('Stakeholder'), raw)
  if (!isStrings(ids)) {
    reading.leftovers.push({ path: `problems/${problemId}/carrierIds`, value: raw })
    return []
  }
  const seats = ids.flatMap((stakeholderId) => {
    const id = derivedId(problemId, 'carriers', { stakeholderId }) ?? ''
    return claim(id, reading) ? [{ id, stakeholderId }] : []
  })
  return [
    (draft) => {
      const taken = new Set(
        draft.carriers.all().flatMap((row) => (row.problemId.get() === problemId ? [row.stakeholderId.get()] : [])),
      )
      for (const { id, stakeholderId } of seats) {
        if (!taken.has(stakeholderId)) draft.carriers.add({ problemId, stakeholderId }, { id, by: '' })
      }
    },
  ]
}

type RowHome = { readonly order: Order; readonly problemId?: string; readonly folds?: Folds }

const readRow = (
  list: TableName,
  id: string,
  object: JsonObject,
  path: string,
  { order, problemId, folds = {} }: RowHome,
  reading: Reading,
): Fill => {
  const { id: _, createdBy = null, by = null, ...own } = object
  const { said, homeless } = unfolded(withoutNulls(own), folds)
  for (const { path: name, value } of homeless) reading.leftovers.push({ path: `${path}/${name}`, value })
  const { init, rest } = rowFromJson<RowFields>(fieldsOf(list, problemId), said)
  const pathIn = (name: string) => `${path}/${pathOfField(name, folds)}`
  for (const [name, value] of Object.entries(rest)) reading.leftovers.push({ path: pathIn(name), value })
  for (const [name, read] of Object.entries(init)) {
    const written = said[name] ?? null
    // A line that is too long is cut when it is read; the whole of it is kept beside.
    if (typeof read === 'string' && read !== written) reading.leftovers.push({ path: pathIn(name), value: written })
  }
  if (typeof createdBy === 'string') reading.makers.push({ item: id, participant: createdBy })
  const place = { id, order, by: typeof by === 'string' ? by : reading.context.perspectiveOf(createdBy) }
  const first = problemId === undefined ? init : { ...init, problemId }
  // The first values were read with the fields of this very list.
  return (draft) => void (draft[list].add as (init: unknown, place: unknown) => string)(first, place)
}

// Where a row stands inside its problem, a file cannot name another one for it.
const fieldsOf = (list: TableName, problemId: string | undefined): RowFields => {
  const fields: RowFields = shape[list].fields
  if (problemId === undefined) return fields
  const { problemId: _, ...own } = fields
  return own
}

// `scale.text` of a file is a field of its own here; what of `scale` has no field keeps its path.
const unfolded = (object: JsonObject, folds: Folds): { said: JsonObject; homeless: readonly Leftover[] } => {
  const said: Record<string, Json> = {}
  const homeless: Leftover[] = []
  const inside = new Set(Object.values(folds).flatMap((parts) => Object.values(parts)))
  for (const [name, raw] of Object.entries(object)) {
    const parts = Object.hasOwn(folds, name) ? folds[name] : undefined
    // The fields of a fold cannot be named directly: they would then stand twice.
    if (parts && isJsonObject(raw)) Object.assign(said, partsOf(name, parts, raw, homeless))
    else if (parts || inside.has(name)) homeless.push({ path: part(name), value: raw })
    else said[name] = raw
  }
  return { said, homeless }
}

const partsOf = (name: string, parts: Folds[string], raw: JsonObject, homeless: Leftover[]): JsonObject => {
  const known: [string, Json][] = []
  for (const [key, value] of Object.entries(withoutNulls(raw))) {
    const field = Object.hasOwn(parts, key) ? parts[key] : undefined
    if (field === undefined) homeless.push({ path: `${name}/${part(key)}`, value })
    else known.push([field, value])
  }
  return Object.fromEntries(known)
}

const pathOfField = (field: string, folds: Folds): string => {
  for (const [name, parts] of Object.entries(folds)) {
    const key = Object.keys(parts).find((each) => parts[each] === field)
    if (key !== undefined) return `${name}/${key}`
  }
  return part(field)
}

// A name in a path must not look like two.
const part = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const withoutNulls = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))

/** The objects of a list that have an id of their own; the others, and what is no object, are kept by their place. */
const claimed = (
  raw: Json | undefined,
  path: string,
  reading: Reading,
  belongs: (object: JsonObject) => boolean = () => true,
  derive: (object: JsonObject) => string | null = () => null,
): readonly { readonly id: string; readonly object: JsonObject }[] => {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) {
    reading.leftovers.push({ path, value: raw })
    return []
  }
  const list: readonly Json[] = raw
  return list.flatMap((object, at) => {
    const id = isJsonObject(object) ? (object['id'] ?? derive(object)) : null
    if (isJsonObject(object) && belongs(object) && claim(id, reading)) return [{ id, object }]
    reading.leftovers.push({ path: `${path}/${at}`, value: object })
    return []
  })
}

/** Whether this can be the id of a new item; then nobody else may have it. */
const claim = (id: Json, { seen }: Reading): id is string => {
  if (typeof id !== 'string' || !isId(id) || seen.has(id)) return false
  seen.add(id)
  return true
}

const isStrings = (raw: unknown): raw is readonly string[] =>
  Array.isArray(raw) && raw.every((entry) => typeof entry === 'string')
