import type { CompiledQuery } from 'kysely'
import type { Json } from '#crdt/json.ts'
import { isJsonObject, type JsonObject } from '#crdt/json.ts'
import { readRecord, type CollectionName, type Entry, type Origin } from '#domain/records.ts'
import { orderBetween } from '#kernel/order.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'

/** A record as it is stored: what it holds is JSON of its collection. */
export type StoredRecord = { readonly id: string; readonly version: number; readonly value: JsonObject }

/** All records of a collection, in the order in which they came. */
export const recordsOf = async (
  { read }: Tables,
  workspace: string,
  collection: string,
): Promise<readonly StoredRecord[]> => {
  const query = db.selectFrom('record').select(['id', 'version', 'body']).where('workspace', '=', workspace)
  const rows = await read(query.where('collection', '=', collection).orderBy('ord').orderBy('id').compile())
  return rows.map(({ id, version, body }) => ({ id, version, value: valueOf(body) }))
}

/** All records of a collection that can be read as what it holds; others stay where they are. */
export const entriesIn = async <Name extends CollectionName>(
  tables: Tables,
  workspace: string,
  name: Name,
): Promise<readonly Entry<Name>[]> =>
  (await recordsOf(tables, workspace, name)).flatMap((record) => readRecord(name, record) ?? [])

export const recordById = async (
  { read }: Tables,
  workspace: string,
  collection: string,
  id: string,
): Promise<StoredRecord | null> => {
  const query = db.selectFrom('record').select(['id', 'version', 'body']).where('workspace', '=', workspace)
  const [row] = await read(query.where('collection', '=', collection).where('id', '=', id).compile())
  return row ? { id: row.id, version: row.version, value: valueOf(row.body) } : null
}

type NewRecord = { readonly id: string; readonly value: object; readonly origin: Origin }

/** Writes a new record behind the last one. */
export const insertRecord = async (
  tables: Tables,
  workspace: string,
  collection: string,
  { id, value, origin }: NewRecord,
  also: readonly CompiledQuery[] = [],
): Promise<void> => {
  const last = db.selectFrom('record').select('ord').where('workspace', '=', workspace)
  const [behind] = await tables.read(
    last.where('collection', '=', collection).orderBy('ord', 'desc').limit(1).compile(),
  )
  const ord = orderBetween(behind?.ord ?? null, null)
  const body = JSON.stringify({ ...value, ...origin })
  await tables.write([db.insertInto('record').values({ workspace, collection, id, ord, body }).compile(), ...also])
}

/** Writes a record over the version that was read; throws a conflict when somebody was before. */
export const updateRecord = async (
  tables: Tables,
  workspace: string,
  collection: string,
  { id, version, value }: StoredRecord,
): Promise<void> => {
  const query = db
    .updateTable('record')
    .set({ body: JSON.stringify(value), version: version + 1 })
    .where('workspace', '=', workspace)
    .where('collection', '=', collection)
    .where('id', '=', id)
    .where('version', '=', version)
  await tables.write([{ query: query.compile(), expect: 1 }])
}

export const deleteRecord = async (
  tables: Tables,
  workspace: string,
  collection: string,
  id: string,
): Promise<void> => {
  const query = db.deleteFrom('record').where('workspace', '=', workspace).where('collection', '=', collection)
  await tables.write([query.where('id', '=', id).compile()])
}

const valueOf = (body: string): JsonObject => {
  const parsed: Json = JSON.parse(body) as Json // written by us, as JSON
  return isJsonObject(parsed) ? parsed : {}
}
