import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { recordLists, type RecordRow } from '../rows.ts'
import { identified, ordersFor, type Reading } from './reading.ts'

const prefixes: { readonly [List in (typeof recordLists)[number]]: string } = {
  decisions: 'de',
  actions: 'act',
  openPoints: 'op',
  checkDismissals: 'cd',
  glossary: 'gl',
  comments: 'co',
}

/** Decisions, actions, open points and the like: rows, each as it stands in the file. */
export const readRecords = (file: JsonObject, reading: Reading): readonly RecordRow[] =>
  recordLists.flatMap((collection) => {
    const list = identified([collection], jsonObjects(file[collection]), reading, (object, at) =>
      derivedId(collection, object, at),
    )
    const orders = ordersFor(list.length)
    return list.map(({ id, object }, at) => {
      const { id: _, ...body } = object
      return { collection, id, ord: orders[at] ?? '', body: JSON.stringify(body) }
    })
  })

/** The id of an entry that a file writes without one: a dismissal is named by what it dismisses, others by place. */
export const derivedId = (collection: string, object: JsonObject, at: number): string => {
  const { checkId, targetId } = object
  if (collection === 'checkDismissals' && typeof checkId === 'string' && typeof targetId === 'string') {
    return `${checkId.toLowerCase()}-${targetId}`
  }
  const list = recordLists.find((known) => known === collection)
  return `${list ? prefixes[list] : 're'}-${at + 1}`
}
