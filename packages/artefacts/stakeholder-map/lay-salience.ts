import { salienceOf, type Salience } from './derived.ts'
import type { Box } from './grid.ts'
import { byHash } from './lenses.ts'
import { createPacking } from './packing.ts'
import type { Stakeholder } from './shape.ts'

type Size = {
  readonly width: number
  readonly height: number
  readonly cardHeight: number
  readonly cardWidth: (name: string) => number
}

/** The three circles: influence above, a right to speak to the left, haste to the right; as shares of the drawing. */
export const circles = {
  influence: { x: 0.5, y: 0.36 },
  legitimacy: { x: 0.36, y: 0.6 },
  urgency: { x: 0.64, y: 0.6 },
} as const
export const circleRadius = { x: 0.355, y: 0.355 } as const

/** The middle of each part of the three circles. */
const middles: { readonly [Class in Exclude<Salience, 'unknown'>]: { readonly x: number; readonly y: number } } = {
  dormant: { x: 0.5, y: 0.156 },
  discretionary: { x: 0.184, y: 0.702 },
  demanding: { x: 0.816, y: 0.702 },
  dominant: { x: 0.274, y: 0.39 },
  dangerous: { x: 0.726, y: 0.39 },
  dependent: { x: 0.5, y: 0.781 },
  definitive: { x: 0.5, y: 0.521 },
}
export const middleOfClass = (salience: Salience) => (salience === 'unknown' ? null : middles[salience])

type Point = { readonly x: number; readonly y: number }
const stride = 14

/** Points in rows around a middle, given as shares: the nearest row first, and in it from the middle outwards. */
function* pointsIn(middle: Point, size: Size, belongs: (point: Point) => boolean): Generator<Point> {
  const from = { x: middle.x * size.width, y: middle.y * size.height }
  const high = size.cardHeight + 6
  const [rows, places] = [Math.ceil(size.height / high), Math.ceil(size.width / stride)]
  for (let row = 0; row < 2 * rows; row += 1) {
    const y = from.y + sided(row) * high
    if (y < 0 || y > size.height) continue
    for (let place = 0; place < 2 * places; place += 1) {
      const point = { x: from.x + sided(place) * stride, y }
      if (point.x >= 0 && point.x <= size.width && belongs(point)) yield point
    }
  }
}

/** 0, 1, −1, 2, −2 and so on. */
const sided = (at: number): number => (at % 2 === 1 ? (at + 1) / 2 : -at / 2)

// In which of the three circles a point lies, as the class that these make.
const classAt = ({ x, y }: Point, { width, height }: Size): Salience => {
  const high = (side: keyof typeof circles) => {
    const circle = circles[side]
    const far = Math.hypot((x / width - circle.x) / circleRadius.x, (y / height - circle.y) / circleRadius.y)
    return far < 1 ? 5 : 1
  }
  return salienceOf({ influence: high('influence'), legitimacy: high('legitimacy'), urgency: high('urgency') })
}

/** Where the names of the parts stand: above their middles. */
const labelsOf = ({ width, height }: Size): readonly Box[] =>
  Object.values(middles).map(({ x, y }) => ({ x: x * width - 65, y: y * height - 39, width: 130, height: 18 }))

/**
 * Cards in the part of the circles that their three values give; who has none of them waits below. `faithful` is whether
 * everybody found room in their own part.
 */
export const laySalience = (stakeholders: readonly Stakeholder[], size: Size) => {
  const packing = createPacking(size, labelsOf(size))
  const boxes = new Map<string, Box>()
  const tray: Stakeholder[] = []
  let strays = 0
  // Who comes later goes on where the last one of the same part found room.
  const walks = new Map<Salience, Iterator<Point>>()
  const anywhere = pointsIn({ x: 0.5, y: 0.5 }, size, () => true)
  for (const stakeholder of stakeholders.toSorted(byHash)) {
    const salience = salienceOf(stakeholder)
    const middle = middleOfClass(salience)
    if (middle === null) tray.push(stakeholder)
    else {
      const own = walks.get(salience) ?? pointsIn(middle, size, (point) => classAt(point, size) === salience)
      walks.set(salience, own)
      const width = size.cardWidth(stakeholder.name)
      const inside = packing.putOn(own, width, size.cardHeight)
      const box = inside ?? packing.putOn(anywhere, width, size.cardHeight)
      if (inside === null) strays += 1
      if (box) boxes.set(stakeholder.id, box)
      else tray.push(stakeholder)
    }
  }
  return { boxes, tray, faithful: strays === 0 }
}
