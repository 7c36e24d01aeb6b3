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
  influence: { x: 0.5, y: 0.35 },
  legitimacy: { x: 0.36, y: 0.65 },
  urgency: { x: 0.64, y: 0.65 },
} as const
export const circleRadius = { x: 0.27, y: 0.34 } as const

/** The middle of each part of the three circles. */
const middles: { readonly [Class in Exclude<Salience, 'unknown'>]: { readonly x: number; readonly y: number } } = {
  dormant: { x: 0.5, y: 0.13 },
  discretionary: { x: 0.21, y: 0.74 },
  demanding: { x: 0.79, y: 0.74 },
  dominant: { x: 0.34, y: 0.43 },
  dangerous: { x: 0.66, y: 0.43 },
  dependent: { x: 0.5, y: 0.8 },
  definitive: { x: 0.5, y: 0.55 },
}
export const middleOfClass = (salience: Salience) => (salience === 'unknown' ? null : middles[salience])

/** Cards in the part of the circles that their three values give; who has none of them waits below. */
export const laySalience = (stakeholders: readonly Stakeholder[], size: Size) => {
  const packing = createPacking()
  const boxes = new Map<string, Box>()
  const tray: Stakeholder[] = []
  for (const stakeholder of stakeholders.toSorted(byHash)) {
    const middle = middleOfClass(salienceOf(stakeholder))
    if (middle === null) tray.push(stakeholder)
    else {
      const around = spiral({ x: middle.x * size.width, y: middle.y * size.height }, 13)
      boxes.set(stakeholder.id, packing.put(around, size.cardWidth(stakeholder.name), size.cardHeight))
    }
  }
  return { boxes, tray }
}
