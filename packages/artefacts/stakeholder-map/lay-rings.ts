import type { Box } from './grid.ts'
import { byHash, hashOf } from './lenses.ts'
import { createPacking } from './packing.ts'
import { sectors, type Stakeholder } from './shape.ts'

export type Rings = {
  readonly centre: { readonly x: number; readonly y: number }
  readonly radii: readonly { readonly x: number; readonly y: number }[]
}

/** Where the four rings end, as a share of the whole. */
const ends = [0.34, 0.6, 0.82, 1] as const
export const ringCount = ends.length

type Placed = { readonly stakeholder: Stakeholder; readonly ring: number; readonly angle: number | null }
type Size = {
  readonly width: number
  readonly height: number
  readonly cardHeight: number
  readonly cardWidth: (name: string) => number
}

/** The ellipses of a drawing of this size. */
export const ringsOf = ({ width, height }: { width: number; height: number }): Rings => ({
  centre: { x: width / 2, y: height / 2 },
  radii: ends.map((end) => ({ x: (end * width) / 2, y: (end * height) / 2 })),
})

/**
 * Cards on rings: how close is their ring, their field is the side; daily life to the left, the system to the right.
 * `faithful` is whether everybody found room on their own ring.
 */
export const layRings = (
  placed: readonly Placed[],
  size: Size,
): { readonly boxes: ReadonlyMap<string, Box>; readonly faithful: boolean } => {
  const rings = ringsOf(size)
  const packing = createPacking(size, labelsOf(rings))
  const angleOf = sectorAngles(placed.map(({ stakeholder }) => stakeholder))
  const boxes = new Map<string, Box>()
  const strays = new Set<string>()
  // Among very many a card that stands over its edge is no surprise, and finding it room takes too long.
  const few = placed.length <= 200
  const ordered = placed.toSorted(
    (a, b) =>
      Number(a.angle === null) - Number(b.angle === null) || a.ring - b.ring || byHash(a.stakeholder, b.stakeholder),
  )
  for (const { stakeholder, ring, angle } of ordered) {
    const wanted = angle ?? angleOf(stakeholder)
    const room = angle === null ? 44 : 0
    const points = pointsOn(rings, ring, wanted, room, hashOf(stakeholder.id))
    const belongs = (point: { x: number; y: number }) => ringAt(rings, point).ring === ring
    const box = packing.put(points, size.cardWidth(stakeholder.name), size.cardHeight, few ? { belongs } : {})
    boxes.set(stakeholder.id, box)
    if (!belongs({ x: box.x + box.width / 2, y: box.y + box.height / 2 })) strays.add(stakeholder.id)
  }
  return { boxes, faithful: strays.size === 0 }
}

/** Where the names of the rings stand: in the middle, under the top of each. */
const labelsOf = ({ centre, radii }: Rings): readonly Box[] =>
  radii.map(({ y }) => ({ x: centre.x - labelWidth / 2, y: centre.y - y + 6, width: labelWidth, height: 16 }))
const labelWidth = 170

/** The point on a ring at an angle: degrees, clockwise from the right. */
export const pointOnRing = ({ centre, radii }: Rings, ring: number, angle: number, depth = 0.5) => {
  const [inner, outer] = [radii[ring - 1] ?? { x: 0, y: 0 }, radii[ring] ?? { x: 0, y: 0 }]
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return {
    x: centre.x + (inner.x + (outer.x - inner.x) * depth) * cos,
    y: centre.y + (inner.y + (outer.y - inner.y) * depth) * sin,
  }
}

/** The ring and the angle of a point; beyond the last ring is the last ring. */
export const ringAt = ({ centre, radii }: Rings, point: { x: number; y: number }) => {
  const last = radii[ringCount - 1] ?? { x: 1, y: 1 }
  const far = Math.hypot((point.x - centre.x) / last.x, (point.y - centre.y) / last.y)
  const ring = ends.findIndex((end) => far <= end)
  const angle = (Math.atan2((point.y - centre.y) / last.y, (point.x - centre.x) / last.x) * 180) / Math.PI
  return { ring: ring === -1 ? ringCount - 1 : ring, angle: Math.round((angle + 360) % 360) }
}

function* pointsOn(rings: Rings, ring: number, angle: number, room: number, hash: number) {
  const depth = 0.4 + (hash % 5) * 0.06
  yield pointOnRing(rings, ring, angle, depth)
  const tries = room === 0 ? 90 : 60
  for (let at = 1; at <= tries; at += 1) {
    const turn = Math.ceil(at / 2) * (room === 0 ? 2 : 6) * (at % 2 === 0 ? 1 : -1)
    for (const deep of [depth, 0.25, 0.7, 0.9]) yield pointOnRing(rings, ring, angle + turn, deep)
  }
}

// Fields share the circle by how many parties they have, in their fixed order, from below over the left to the right.
const sectorAngles = (stakeholders: readonly Stakeholder[]) => {
  const counts = [...sectors, null].map((sector) => stakeholders.filter((row) => row.sector === sector).length)
  const all = Math.max(1, stakeholders.length)
  let from = 90
  const slices = counts.map((count) => {
    const slice = { from, size: (360 * count) / all }
    from += slice.size
    return slice
  })
  return ({ sector, id }: Stakeholder): number => {
    const slice = slices[sector === null ? sectors.length : sectors.indexOf(sector)]
    return slice ? slice.from + slice.size * (0.1 + (0.8 * (hashOf(id) % 101)) / 100) : 90
  }
}
