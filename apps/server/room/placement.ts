import * as Y from 'yjs'
import { isId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { RootKind, WritableShape } from '../rooms-contract.ts'
import type { Struct } from './frame.ts'

/** Where an item stands: in which type, under which key, how deep. */
type Place = { readonly parent: Parent; readonly key: string | null }
type Parent = { readonly name: string; readonly kind: ParentKind; readonly depth: number }
type ParentKind = 'map' | 'array' | 'text' | 'xml'

/** Whether every new struct stands where the shape lets something stand, and which items of tables are new. */
export const placeStructs = (
  ydoc: Y.Doc,
  shape: WritableShape,
  fresh: readonly Struct[],
  deepest: number,
): Result<readonly string[], 'not-allowed'> => {
  const placed = createPlaced(ydoc, shape)
  const made: string[] = []
  for (const struct of fresh) {
    if (struct instanceof Y.GC) {
      placed.add(struct, null)
      continue
    }
    const place = placed.find(struct)
    if (place === 'nowhere') return refuse('not-allowed')
    placed.add(struct, place)
    // Its neighbours are gone for good: Yjs forgets it as it comes in.
    if (place === null) continue
    if (place.parent.depth >= deepest || !isAllowed(struct.content, place, shape)) return refuse('not-allowed')
    if (place.parent.depth > 0 || place.key === null || shape.roots[place.parent.name] !== 'table') continue
    if (!isId(place.key)) return refuse('not-allowed')
    if (struct.content instanceof Y.ContentType) made.push(place.key)
  }
  return ok(made)
}

type Found = Place | null | 'nowhere'
type Placed = { readonly struct: Struct; readonly place: Place | null }

// Structs of one client come in the order of their clocks.
const searched = (entries: readonly Placed[], clock: number): Placed | undefined => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (!entry) return undefined
    const { id, length } = entry.struct
    if (clock < id.clock) high = middle
    else if (clock >= id.clock + length) low = middle + 1
    else return entry
  }
  return undefined
}

/** Finds the places of items: of those in the document, and of those that came earlier in the same frame. */
const createPlaced = (ydoc: Y.Doc, shape: WritableShape) => {
  const inFrame = new Map<number, Placed[]>()

  const find = (item: Y.Item): Found => {
    const { parent, origin, rightOrigin } = item
    if (typeof parent === 'string') return inRoot(parent, item.parentSub)
    if (parent instanceof Y.ID) {
      const type = typeAt(parent)
      return type === 'nowhere' || type === null ? type : { parent: type, key: item.parentSub }
    }
    const left = origin && placeAt(origin)
    const right = rightOrigin && placeAt(rightOrigin)
    if (left === 'nowhere' || right === 'nowhere') return 'nowhere'
    // One neighbour that is gone is enough for Yjs to drop the item.
    if ((origin && !left) || (rightOrigin && !right)) return null
    if (left && right && left.parent.name !== right.parent.name) return 'nowhere'
    return left ?? right ?? 'nowhere'
  }

  const inRoot = (name: string, key: string | null): Found => {
    const kind = Object.hasOwn(shape.roots, name) ? shape.roots[name] : undefined
    return kind ? { parent: { name, kind: kindOfRoot[kind], depth: 0 }, key } : 'nowhere'
  }

  const entryAt = ({ client, clock }: Y.ID): Placed | undefined => searched(inFrame.get(client) ?? [], clock)

  const placeAt = (id: Y.ID): Found => {
    const entry = entryAt(id)
    if (entry) return entry.place
    const item = Y.getItem(ydoc.store, id)
    if (!(item instanceof Y.Item)) return null
    const parent = item.parent instanceof Y.AbstractType ? parentOf(item.parent) : null
    return parent && { parent, key: item.parentSub }
  }

  const typeAt = (id: Y.ID): Parent | null | 'nowhere' => {
    const entry = entryAt(id)
    const item = entry?.struct ?? Y.getItem(ydoc.store, id)
    if (!(item instanceof Y.Item)) return null
    // What was deleted and cleared has no type any more.
    if (item.content instanceof Y.ContentDeleted) return null
    if (!(item.content instanceof Y.ContentType)) return 'nowhere'
    if (!entry) return parentOf(item.content.type)
    return entry.place && asParent(item.content.type, `${id.client}:${id.clock}`, entry.place.parent.depth + 1)
  }

  return {
    find,
    add: (struct: Struct, place: Place | null) => {
      const entries = inFrame.get(struct.id.client)
      if (entries) entries.push({ struct, place })
      else inFrame.set(struct.id.client, [{ struct, place }])
    },
  }
}

const kindOfRoot: Readonly<Record<RootKind, ParentKind>> = {
  table: 'map',
  map: 'map',
  array: 'array',
  text: 'text',
  xml: 'xml',
}

// The depth of a type in the document is bounded, because everything in it came through here.
const parentOf = (type: Y.AbstractType<unknown>): Parent => {
  let depth = 0
  let top: Y.AbstractType<unknown> = type
  for (let item = top._item; item; item = top._item) {
    depth += 1
    if (!(item.parent instanceof Y.AbstractType)) break
    top = item.parent
  }
  const item = type._item
  return asParent(type, item ? `${item.id.client}:${item.id.clock}` : Y.findRootTypeKey(type), depth)
}

const asParent = (type: unknown, name: string, depth: number): Parent => ({ name, depth, kind: kindOfType(type) })

const kindOfType = (type: unknown): ParentKind => {
  if (type instanceof Y.XmlFragment) return 'xml'
  if (type instanceof Y.Text) return 'text'
  return type instanceof Y.Array ? 'array' : 'map'
}

const isAllowed = (content: Y.Item['content'], { parent, key }: Place, shape: WritableShape): boolean => {
  if (content instanceof Y.ContentDeleted) return true
  const element = content instanceof Y.ContentType && content.type instanceof Y.XmlElement ? content.type : null
  if (element && shape.elements && !shape.elements.has(element.nodeName)) return false
  // A key is an entry of a map, or an attribute of an element or a text.
  if (key !== null) return parent.kind !== 'array' && isEntry(content)
  switch (parent.kind) {
    case 'map':
      return false
    case 'array':
      return isEntry(content)
    case 'text':
      return content instanceof Y.ContentString || content instanceof Y.ContentFormat
    case 'xml':
      return element !== null || (content instanceof Y.ContentType && content.type instanceof Y.XmlText)
  }
}

const isEntry = (content: Y.Item['content']): boolean =>
  content instanceof Y.ContentAny || content instanceof Y.ContentType
