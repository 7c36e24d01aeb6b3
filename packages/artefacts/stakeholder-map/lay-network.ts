import type { Box } from './grid.ts'
import { byHash } from './lenses.ts'
import { createPacking } from './packing.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'

type Point = { readonly x: number; readonly y: number }
type Size = {
  readonly width: number
  readonly height: number
  readonly cardHeight: number
  readonly cardWidth: (name: string) => number
}

/** The name under which free places of this lens stand in a document and a file. */
export const networkLens = 'lens-network'
export const ringsLens = 'lens-rings'

/** Places that people chose, from −1 to 1; they are pinned, and the others arrange themselves around them. */
export const pinnedIn = (map: StakeholderMap): ReadonlyMap<string, Point> =>
  new Map(
    map.lensPositions.flatMap(({ lens, stakeholderId, position }) =>
      lens === networkLens && stakeholderId !== null && position !== null && 'x' in position
        ? [[stakeholderId, position] as const]
        : [],
    ),
  )

/** Angles that people chose on the rings. */
export const anglesIn = (map: StakeholderMap): ReadonlyMap<string, number> =>
  new Map(
    map.lensPositions.flatMap(({ lens, stakeholderId, position }) =>
      lens === ringsLens && stakeholderId !== null && position !== null && 'angle' in position
        ? [[stakeholderId, position.angle] as const]
        : [],
    ),
  )

/** Where everybody stands before the layout is computed: a sunflower in an order that is the same for all. */
export const sunflower = (stakeholders: readonly Stakeholder[]): ReadonlyMap<string, Point> => {
  const ordered = stakeholders.toSorted(byHash)
  return new Map(
    ordered.map(({ id }, at) => {
      const [far, angle] = [0.94 * Math.sqrt((at + 0.5) / ordered.length), at * 2.399963]
      return [id, { x: far * Math.cos(angle), y: far * Math.sin(angle) }] as const
    }),
  )
}

/** Cards around their points, pinned ones at their own place, the others beside it where that is taken. */
export const layNetwork = (
  stakeholders: readonly Stakeholder[],
  places: ReadonlyMap<string, Point>,
  pinned: ReadonlyMap<string, Point>,
  size: Size,
): ReadonlyMap<string, Box> => {
  const packing = createPacking(size)
  const ordered = stakeholders.toSorted((a, b) => Number(pinned.has(b.id)) - Number(pinned.has(a.id)) || byHash(a, b))
  return new Map(
    ordered.flatMap(({ id, name }) => {
      const place = places.get(id)
      if (!place) return []
      const point = { x: ((place.x + 1) / 2) * size.width, y: ((place.y + 1) / 2) * size.height }
      return [[id, packing.put([point], size.cardWidth(name), size.cardHeight, { pinned: pinned.has(id) })] as const]
    }),
  )
}
