import { fieldFromJson, isJsonObject, rowFromJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { Field } from '#crdt/shape.ts'
import type { Prose } from '#crdt/prose.ts'
import type { FileContext, FileReading, Leftover } from '#domain/artefact.ts'
import { isId } from '#kernel/id.ts'
import { orderBetween, type Order } from '#kernel/order.ts'
import { derivedId, filedLists, foldedFields, resultId, type FiledList } from './file-names.ts'
import { shape, type ExperimentPlanDraft, type TableName } from './shape.ts'
import { firstTitle } from './strings.ts'

type Fill = (draft: ExperimentPlanDraft) => void
type Reading = {
  readonly context: FileContext
  readonly makers: FileReading<typeof shape>['makers'][number][]
  readonly leftovers: Leftover[]
  readonly seen: Set<string>
}

/** Takes the experiments of a file apart: a document each, and by path what has no place in one. */
export const readExperiments = (source: JsonObject, context: FileContext): FileReading<typeof shape> => {
  const reading: Reading = { context, makers: [], leftovers: [], seen: new Set() }
  const documents = entriesOf(source['experiments'], 'experiments', reading).flatMap(({ object, path }) => {
    const id = object['id']
    if (!claim(id, reading)) {
      reading.leftovers.push({ path, value: object })
      return []
    }
    const fills = readExperiment(id, object, reading)
    const title = object['title']
    const fill: Fill = (draft) => fills.forEach((each) => each(draft))
    return [{ id, title: typeof title === 'string' && title !== '' ? title : firstTitle[context.locale], fill }]
  })
  return { documents, makers: reading.makers, leftovers: reading.leftovers }
}

const readExperiment = (id: string, object: JsonObject, reading: Reading): Fill[] => {
  const { id: _, createdBy, ...parts } = object
  if (typeof createdBy === 'string') reading.makers.push({ item: id, participant: createdBy })
  return Object.entries(unfolded(parts)).flatMap(([name, raw]): Fill[] => {
    const list = filedLists.find((known) => known === name)
    if (list) return readList(id, list, raw, reading)
    return raw === null ? [] : readField(`experiments/${id}/${pathOf(name)}`, name, raw, reading)
  })
}

// `card.believe` of a file is a field of its own here; what of `card` has no field keeps its path.
const unfolded = (parts: JsonObject): JsonObject => {
  const flat: Record<string, Json> = {}
  for (const [name, raw] of Object.entries(parts)) {
    const folded = Object.hasOwn(foldedFields, name)
    if (!folded || !isJsonObject(raw)) flat[folded ? `?${name}` : part(name)] = raw
    else for (const [key, value] of Object.entries(raw)) flat[`${name}/${part(key)}`] = value
  }
  return flat
}

const folds = new Map(
  Object.entries(foldedFields).flatMap(([name, parts]) =>
    Object.entries(parts).map(([part, field]): [string, string] => [`${name}/${part}`, field]),
  ),
)
const inside = new Set<string>(folds.values())
const pathOf = (name: string): string => name.replace(/^\?/, '')

const readField = (path: string, name: string, raw: Json, reading: Reading): Fill[] => {
  // A file cannot name the fields of a fold directly: they would then stand twice.
  const own = folds.get(name) ?? (inside.has(name) ? '' : name)
  const field: Field | undefined = Object.hasOwn(shape, own) ? shape[own as keyof typeof shape] : undefined
  const read = field === undefined || field.kind === 'table' ? undefined : fieldFromJson(field, raw)
  if (field === undefined || read === undefined) {
    reading.leftovers.push({ path, value: raw })
    return []
  }
  reading.leftovers.push(...surplus(path, raw, read))
  return [(draft) => write(draft[own as keyof typeof shape], field, read)]
}

// What `fieldFromJson` read with a field fits the draft of that field; a lookup by name hides it.
const write = (draft: unknown, field: Field, read: unknown): void => {
  if (field.kind === 'value') (draft as { set: (next: unknown) => void }).set(read)
  if (field.kind === 'prose') (draft as { append: (words: Prose) => void }).append(read as Prose)
  if (field.kind === 'set') for (const id of read as string[]) (draft as { add: (id: string) => void }).add(id)
}

// Keys of a value such as a baseline that its field does not know.
const surplus = (path: string, raw: Json, read: unknown): Leftover[] => {
  if (!isJsonObject(raw) || typeof read !== 'object' || read === null || ('type' in read && read.type === 'doc'))
    return []
  return Object.entries(raw).flatMap(([name, value]) =>
    Object.hasOwn(read, name) ? [] : [{ path: `${path}/${part(name)}`, value }],
  )
}

const readList = (experimentId: string, list: FiledList, raw: Json, reading: Reading): Fill[] => {
  const home = `experiments/${experimentId}/${list}`
  let last: Order | null = null
  return entriesOf(raw, home, reading).flatMap(({ object, path }): Fill[] => {
    const id = object['id'] ?? idOf(experimentId, list, object)
    if (!claim(id, reading)) {
      reading.leftovers.push({ path, value: object })
      return []
    }
    last = orderBetween(last, null)
    const { result = null, results = null, ...own } = object
    const measured = list === 'measures' ? readResults(id, `${home}/${id}`, result, results, reading) : []
    const fields = list === 'measures' ? own : object
    return [readRow(list, id, fields, `${home}/${id}`, last, reading), ...measured]
  })
}

// An id that follows from the row is not written out; what has no place is put back by id, so then the row gets one.
const idOf = (experimentId: string, list: FiledList, object: JsonObject): string | null => {
  const id = derivedId(experimentId, list, object)
  const { createdBy: _, by: __, ...own } = object
  const { rest } = rowFromJson(shape[list].fields, withoutNulls(own))
  return id === null || Object.keys(rest).length === 0 ? id : `${id}-1`
}

const withoutNulls = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null))

// A name in a path must not look like two.
const part = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

const readRow = (
  list: TableName,
  id: string,
  object: JsonObject,
  path: string,
  order: Order,
  reading: Reading,
): Fill => {
  const { id: _, createdBy = null, by = null, ...own } = object
  const said = withoutNulls(own)
  const { init, rest } = rowFromJson(shape[list].fields, said)
  for (const [name, value] of Object.entries(rest)) reading.leftovers.push({ path: `${path}/${part(name)}`, value })
  for (const [name, read] of Object.entries(init))
    reading.leftovers.push(...surplus(`${path}/${name}`, said[name] ?? null, read))
  if (typeof createdBy === 'string') reading.makers.push({ item: id, participant: createdBy })
  const place = { id, order, by: typeof by === 'string' ? by : reading.context.perspectiveOf(createdBy) }
  // The first values were read with the fields of this very list.
  return (draft) => void (draft[list].add as (init: unknown, place: unknown) => string)(init, place)
}

// A first version has one `result`; later ones all `results`, with the last again as `result` for older readers.
const readResults = (measureId: string, path: string, result: Json, results: Json, reading: Reading): Fill[] => {
  let last: Order | null = null
  const all = results === null ? [] : entriesOf(results, `${path}/results`, reading)
  const single = isJsonObject(result) && all.length === 0 ? [{ object: result, path: `${path}/result` }] : []
  if (result !== null && !isJsonObject(result)) reading.leftovers.push({ path: `${path}/result`, value: result })
  return [...all, ...single].flatMap(({ object, path: at }, index): Fill[] => {
    const id = object['id'] ?? freeResultId(measureId, index + 1, reading)
    if (!claim(id, reading)) {
      reading.leftovers.push({ path: at, value: object })
      return []
    }
    last = orderBetween(last, null)
    const home = single.length > 0 ? at : `${path}/results/${id}`
    return [readRow('results', id, { ...object, measureId }, home, last, reading)]
  })
}

const freeResultId = (measureId: string, number: number, reading: Reading): string =>
  reading.seen.has(resultId(measureId, number))
    ? freeResultId(measureId, number + 1, reading)
    : resultId(measureId, number)

/** Whether this can be the id of a new item; then nobody else may have it. */
const claim = (id: Json | undefined, { seen }: Reading): id is string => {
  if (typeof id !== 'string' || !isId(id) || seen.has(id)) return false
  seen.add(id)
  return true
}

const entriesOf = (raw: Json | undefined, path: string, { leftovers }: Reading) => {
  if (raw === undefined || raw === null) return []
  if (!Array.isArray(raw)) {
    leftovers.push({ path, value: raw })
    return []
  }
  const list: readonly Json[] = raw
  return list.flatMap((object, at) => {
    if (isJsonObject(object)) return [{ object, path: `${path}/${at}` }]
    leftovers.push({ path: `${path}/${at}`, value: object })
    return []
  })
}
