import { pinnedIn, sunflower } from './lay-network.ts'
import { byHash } from './lenses.ts'
import { soundRelations } from './queries.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'

export type ForceInput = {
  /** In an order that is the same for everybody, with the place where each begins, from −1 to 1. */
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number; readonly pinned: boolean }[]
  readonly links: readonly { readonly from: string; readonly to: string }[]
}

/** What the forces of a map work on: its sound, existing lines, and everybody from their pin or the same beginning. */
export const forceInputOf = (map: StakeholderMap, rows: readonly Stakeholder[]): ForceInput => {
  const [pinned, start] = [pinnedIn(map), sunflower(rows)]
  const known = new Set(rows.map(({ id }) => String(id)))
  return {
    nodes: rows.toSorted(byHash).map(({ id }) => {
      const place = pinned.get(id) ?? start.get(id) ?? { x: 0, y: 0 }
      return { id, x: place.x, y: place.y, pinned: pinned.has(id) }
    }),
    links: soundRelations(map).flatMap(({ from, to, status }) =>
      from !== null && to !== null && status === 'existing' && known.has(from) && known.has(to) ? [{ from, to }] : [],
    ),
  }
}
