import { salienceOf, type Salience } from './derived.ts'
import type { Box } from './grid.ts'
import { byHash } from './lenses.ts'
import { createPacking, spiral } from './packing.ts'
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

// In which of the three circles a point lies, as the class that these make.
const classAt = ({ x, y }: { x: number; y: number }, { width, height }: Size): Salience => {
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
  for (const stakeholder of stakeholders.toSorted(byHash)) {
    const salience = salienceOf(stakeholder)
    const middle = middleOfClass(salience)
    if (middle === null) tray.push(stakeholder)
    else {
      const from = { x: middle.x * size.width, y: middle.y * size.height }
      const around = [...spiral(from, 13)].filter((point) => classAt(point, size) === salience)
      boxes.set(stakeholder.id, packing.put(around, size.cardWidth(stakeholder.name), size.cardHeight))
    }
  }
  const faithful = stakeholders.every((row) => {
    const box = boxes.get(row.id)
    return !box || classAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, size) === salienceOf(row)
  })
  return { boxes, tray, faithful }
}
