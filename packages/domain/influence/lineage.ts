/** What something was made from: its id, and the ids in its `basedOnIds`, `evidenceIds` and `linkIds`. */
export type Descent = { readonly id: string; readonly from: readonly string[] }

const trails = ['basedOnIds', 'evidenceIds', 'linkIds'] as const

/** The descent of every row in the tables of a document's content. */
export const descentIn = (content: { readonly [root: string]: unknown }): readonly Descent[] =>
  Object.values(content).flatMap((root) => (Array.isArray(root) ? root.flatMap(descentOf) : []))

/** What one thing was made from; nothing when it names no origin. */
export const descentOf = (thing: unknown): readonly Descent[] => {
  if (typeof thing !== 'object' || thing === null || !('id' in thing) || typeof thing.id !== 'string') return []
  const from = trails.flatMap((trail) => idsIn(Reflect.get(thing, trail)))
  return from.length === 0 ? [] : [{ id: thing.id, from }]
}

const idsIn = (raw: unknown): string[] => (Array.isArray(raw) ? raw.filter((id) => typeof id === 'string') : [])

/**
 * Everything from which an outcome descends, over any number of steps, and the outcomes themselves: what is among
 * them was taken up.
 */
export const livingOn = (outcomes: readonly string[], descents: readonly Descent[]): ReadonlySet<string> => {
  const origins = new Map<string, string[]>()
  for (const { id, from } of descents) origins.set(id, [...(origins.get(id) ?? []), ...from])
  const reached = new Set(outcomes)
  const waiting = [...reached]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const origin of origins.get(next) ?? []) {
      if (reached.has(origin)) continue
      reached.add(origin)
      waiting.push(origin)
    }
  }
  return reached
}
