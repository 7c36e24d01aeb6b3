import * as Y from 'yjs'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { DeletedRange, Frame, Struct } from './frame.ts'

/** How far each client is known: the clock of its next struct. */
export type Known = (client: number) => number

/** The part of a frame that is new, each struct behind all that it builds on. */
export type Ordered = { readonly fresh: readonly Struct[]; readonly known: Known }

/**
 * Puts the structs of a frame in an order in which each finds what it builds on. `gap` when something is missing: then
 * nothing may be applied, because Yjs would hold the rest back for ever. Takes time linear in the frame.
 */
export const orderFrame = (frame: Frame, known: Known): Result<Ordered, 'gap' | 'malformed'> => {
  const queues = new Map<number, Struct[]>()
  for (const struct of frame.structs) {
    const queue = queues.get(struct.id.client)
    if (queue) queue.push(struct)
    else queues.set(struct.id.client, [struct])
  }
  const reached = new Map<number, number>()
  const reach: Known = (client) => reached.get(client) ?? known(client)
  const places = new Map([...queues.keys()].map((client) => [client, 0]))
  const waiting = new Map<number, Set<number>>()
  const fresh: Struct[] = []
  const ready = [...queues.keys()]

  const take = (client: number): boolean => {
    const struct = queues.get(client)?.[places.get(client) ?? 0]
    if (!struct) return false
    const { clock } = struct.id
    if (clock > reach(client)) return false
    const end = clock + struct.length
    if (end > reach(client)) {
      const missing = missingFor(struct, reach)
      if (missing !== null) {
        const set = waiting.get(missing) ?? new Set()
        waiting.set(missing, set.add(client))
        return false
      }
      fresh.push(struct)
      reached.set(client, end)
    }
    places.set(client, (places.get(client) ?? 0) + 1)
    return true
  }

  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    let moved = false
    while (take(client)) moved = true
    if (!moved) continue
    ready.push(...(waiting.get(client) ?? []))
    waiting.delete(client)
  }
  if (frame.structs.some(leansOnItself)) return refuse('malformed')
  const left = [...queues].some(([client, queue]) => (places.get(client) ?? 0) < queue.length)
  if (left || frame.deletes.some((range) => !isReached(range, reach))) return refuse('gap')
  return ok({ fresh, known: reach })
}

const isReached = ({ client, clock, len }: DeletedRange, reach: Known): boolean => clock + len <= reach(client)

const leanedOn = (struct: Struct): readonly Y.ID[] => {
  if (struct instanceof Y.GC) return []
  const { origin, rightOrigin, parent } = struct
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null)
}

const missingFor = (struct: Struct, reach: Known): number | null =>
  leanedOn(struct).find(({ client, clock }) => clock >= reach(client))?.client ?? null

// A neighbour inside itself: Yjs takes it, and can then never load what it wrote.
const leansOnItself = (struct: Struct): boolean =>
  leanedOn(struct).some(({ client, clock }) => client === struct.id.client && clock >= struct.id.clock)

/** Whether a range holds anything that still stands in the document. */
export const deletesSomething = (ydoc: Y.Doc, deletes: readonly DeletedRange[]): boolean =>
  deletes.some(({ client, clock, len }) => {
    const structs = ydoc.store.clients.get(client)
    if (!structs || clock >= Y.getState(ydoc.store, client)) return false
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= clock + len) return false
      if (!struct.deleted) return true
    }
    return false
  })
