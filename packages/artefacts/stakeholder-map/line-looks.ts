import type { Family } from './queries.ts'

/** The five looks of lines: a colour and a dash, as numbers for the canvas and as text for SVG. */
export const lineLooks: { readonly [Name in Family]: { readonly token: string; readonly dash: readonly number[] } } = {
  support: { token: '--grass', dash: [] },
  rule: { token: '--ink-2', dash: [7, 4] },
  money: { token: '--reed', dash: [2, 4] },
  tension: { token: '--clay', dash: [8, 3, 2, 3] },
  talk: { token: '--water', dash: [] },
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Point = { readonly x: number; readonly y: number }

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** The bend of a line between two points: to its left, so that there and back do not cover each other. */
export const bendOf = (a: Point, b: Point): Point => ({
  x: (a.x + b.x) / 2 + (a.y - b.y) / 8,
  y: (a.y + b.y) / 2 + (b.x - a.x) / 8,
})

/** A point of such a line at a share of its way, and the angle in degrees in which it runs there. */
export const pointAlong = (a: Point, bend: Point, b: Point, share: number): Point & { readonly angle: number } => {
  const rest = 1 - share
  const x = rest * rest * a.x + 2 * rest * share * bend.x + share * share * b.x
  const y = rest * rest * a.y + 2 * rest * share * bend.y + share * share * b.y
  const dx = 2 * rest * (bend.x - a.x) + 2 * share * (b.x - bend.x)
  const dy = 2 * rest * (bend.y - a.y) + 2 * share * (b.y - bend.y)
  return { x, y, angle: (Math.atan2(dy, dx) * 180) / Math.PI }
}
