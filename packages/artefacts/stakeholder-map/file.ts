import { isJsonObject, jsonObjects, rowFromJson, rowToJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { Row, RowFields, RowInit } from '#crdt/shape.ts'
import type { FileContext, FiledDocument, FileForm, FileReading, Leftover } from '#domain/artefact.ts'
import { isId } from '#kernel/id.ts'
import { orderBetween, type Order } from '#kernel/order.ts'
import { lensPositionOf, shape, type StakeholderMapDraft } from './shape.ts'
import { firstTitle } from './strings.ts'

const firstMap = 'map-1'
const { stakeholders: people, relations: lines, ringPlaces: rings, limitations: limits, views } = shape

/** How maps stand in a workspace file: flat lists, an item tells its map by `mapId` when there are several. */
export const file: FileForm<typeof shape> = {
  lists: ['maps', 'stakeholders', 'relations', 'lensPositions', 'ringPlaces', 'mapLimitations', 'savedViews'],
  read: (source, context) => {
    const reading = startReading(context)
    const rows = [
      ...readList(
        source,
        'stakeholders',
        people.fields,
        (map, init, place) => map.stakeholders.add(init, place),
        reading,
      ),
      ...readList(source, 'relations', lines.fields, (map, init, place) => map.relations.add(init, place), reading),
      ...readList(source, 'ringPlaces', rings.fields, (map, init, place) => map.ringPlaces.add(init, place), reading),
      ...readList(
        source,
        'mapLimitations',
        limits.fields,
        (map, init, place) => map.limitations.add(init, place),
        reading,
      ),
      ...readList(source, 'savedViews', views.fields, (map, init, place) => map.views.add(init, place), reading),
    ]
    const maps = readMaps(source, context, reading, rows.length > 0)
    const homes = new Map(rows.map(({ id, mapId }) => [id, homeOf(maps, mapId)]))
    const placed = readPositions(source['lensPositions'], reading).map(({ stakeholderId, fill }) => ({
      home: homes.get(stakeholderId) ?? maps[0]?.id,
      fill,
    }))
    const filled = [...rows.map(({ mapId, fill }) => ({ home: homeOf(maps, mapId), fill })), ...placed]
    return {
      documents: maps.map(({ id, title }) => ({
        id,
        title,
        fill: (draft) => {
          for (const row of filled) if (row.home === id) row.fill(draft)
        },
      })),
      makers: reading.makers,
      leftovers: reading.leftovers,
    }
  },
  write: (documents) => {
    const only = documents.length === 1 && documents[0]?.id === firstMap
    return {
      maps: documents.map(({ id, title }) => ({ id, title })),
      stakeholders: documents.flatMap((map) =>
        map.content.stakeholders.map((row) => ({ ...filedStakeholder(row), ...origin(map, row, only) })),
      ),
      relations: documents.flatMap((map) =>
        map.content.relations.map((row) => ({
          id: row.id,
          ...withoutEmptyTags(rowToJson(lines.fields, row)),
          ...origin(map, row, only),
        })),
      ),
      lensPositions: filedPositions(documents),
      ringPlaces: documents.flatMap((map) =>
        map.content.ringPlaces.map((row) => ({
          id: row.id,
          ...rowToJson(rings.fields, row),
          ...origin(map, row, only),
        })),
      ),
      mapLimitations: documents.flatMap((map) =>
        map.content.limitations.map((row) => ({
          id: row.id,
          ...rowToJson(limits.fields, row),
          ...origin(map, row, only),
        })),
      ),
      savedViews: documents.flatMap((map) =>
        map.content.views.map((row) => ({ id: row.id, ...rowToJson(views.fields, row), ...origin(map, row, only) })),
      ),
    }
  },
}

type Reading = {
  readonly context: FileContext
  readonly makers: FileReading<typeof shape>['makers'][number][]
  readonly leftovers: Leftover[]
  readonly seen: Set<string>
}
type ReadRow = { readonly id: string; readonly mapId: Json; readonly fill: (draft: StakeholderMapDraft) => void }
type Place = { readonly id: string; readonly order: Order; readonly by: string }

const startReading = (context: FileContext): Reading => ({ context, makers: [], leftovers: [], seen: new Set() })

const readList = <Fields extends RowFields>(
  source: JsonObject,
  list: string,
  fields: Fields,
  add: (draft: StakeholderMapDraft, init: RowInit<Fields>, place: Place) => void,
  reading: Reading,
): ReadRow[] => {
  let last: Order | null = null
  return jsonObjects(source[list]).flatMap((object, at): ReadRow[] => {
    const id = object['id']
    if (typeof id !== 'string' || !isId(id) || reading.seen.has(id)) {
      reading.leftovers.push({ path: `${list}/${at}`, value: object })
      return []
    }
    reading.seen.add(id)
    const { id: _, createdBy = null, by = null, mapId = null, estimates: __, participation = null, ...own } = object
    const { init, rest } = rowFromJson(fields, { ...own, ...flatParticipation(participation) })
    for (const [name, value] of Object.entries(rest)) reading.leftovers.push({ path: `${list}/${id}/${name}`, value })
    if (typeof createdBy === 'string') reading.makers.push({ item: id, participant: createdBy })
    last = orderBetween(last, null)
    const place = { id, order: last, by: typeof by === 'string' ? by : reading.context.perspectiveOf(createdBy) }
    return [{ id, mapId, fill: (draft) => add(draft, init, place) }]
  })
}

const participationNames = {
  desired: 'participationDesired',
  current: 'participationCurrent',
  atTable: 'atTable',
  representedById: 'representedById',
  missingReason: 'missingReason',
} as const

// A file may say "no reason" as null; a text is then empty.
const flatParticipation = (participation: Json): JsonObject => {
  if (!isJsonObject(participation)) return participation === null ? {} : { participation }
  const known = new Map<string, string>(Object.entries(participationNames))
  return Object.fromEntries(
    Object.entries(participation)
      .filter(([name, value]) => !(name === 'missingReason' && value === null))
      .map(([name, value]) => [known.get(name) ?? `participation/${name}`, value]),
  )
}

type MapEntry = { readonly id: string; readonly title: string }

const readMaps = (source: JsonObject, context: FileContext, reading: Reading, needed: boolean): readonly MapEntry[] => {
  const title = firstTitle[context.locale]
  const maps = jsonObjects(source['maps']).flatMap((object, at): MapEntry[] => {
    const { id, title: named, ...rest } = object
    if (typeof id !== 'string' || !isId(id)) {
      reading.leftovers.push({ path: `maps/${at}`, value: object })
      return []
    }
    for (const [name, value] of Object.entries(rest)) reading.leftovers.push({ path: `maps/${id}/${name}`, value })
    return [{ id, title: typeof named === 'string' ? named : title }]
  })
  return maps.length > 0 || !needed ? maps : [{ id: firstMap, title }]
}

const homeOf = (maps: readonly MapEntry[], mapId: Json): string | undefined =>
  (maps.find(({ id }) => id === mapId) ?? maps[0])?.id

const readPositions = (source: Json | undefined, reading: Reading) => {
  if (!isJsonObject(source)) return []
  return Object.entries(source).flatMap(([lens, places]) =>
    Object.entries(isJsonObject(places) ? places : {}).flatMap(([stakeholderId, raw]) => {
      const position = lensPositionOf(raw)
      const id = `${lens}--${stakeholderId}`
      if (!position || !isId(stakeholderId) || !isId(id)) {
        reading.leftovers.push({ path: `lensPositions/${lens}/${stakeholderId}`, value: raw })
        return []
      }
      const fill = (draft: StakeholderMapDraft) =>
        void draft.lensPositions.add({ lens, stakeholderId, position }, { id })
      return [{ stakeholderId, fill }]
    }),
  )
}

type Filed = FiledDocument<typeof shape>

const origin = (map: Filed, row: Row<string, RowFields>, only: boolean): JsonObject => {
  const maker = map.makerOf(row.id)
  return {
    ...(only ? {} : { mapId: map.id }),
    ...(maker === undefined ? (row.by === '' ? {} : { by: row.by }) : { createdBy: maker }),
  }
}

const filedStakeholder = (row: Filed['content']['stakeholders'][number]): JsonObject => {
  const { participationDesired, participationCurrent, atTable, representedById, missingReason, ...fields } = rowToJson(
    people.fields,
    row,
  )
  const participation = {
    desired: participationDesired ?? null,
    current: participationCurrent ?? null,
    atTable: atTable ?? null,
    representedById: representedById ?? null,
    missingReason: missingReason === '' ? null : (missingReason ?? null),
  }
  return { id: row.id, ...fields, participation }
}

const withoutEmptyTags = ({ tags, ...fields }: JsonObject): JsonObject =>
  Array.isArray(tags) && tags.length > 0 ? { ...fields, tags } : fields

const filedPositions = (documents: readonly Filed[]): JsonObject => {
  const lenses: Record<string, Record<string, Json>> = {}
  for (const { content } of documents) {
    for (const { lens, stakeholderId, position } of content.lensPositions) {
      if (stakeholderId !== null && position !== null) (lenses[lens] ??= {})[stakeholderId] = { ...position }
    }
  }
  return lenses
}
