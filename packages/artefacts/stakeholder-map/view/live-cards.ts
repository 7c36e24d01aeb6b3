import type { Box } from '../grid.ts'

export type View = {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}

/** At most so many cards are real elements; the others are part of the picture. */
export const mostLive = 150
/** Below this zoom a name cannot be read, and a picture of a card is as good as a card. */
const readingZoom = 0.55

/**
 * Which cards are real: those that must be (focused, selected, moving), and, at reading size, those in view, the
 * nearest to the middle first.
 */
export const liveIn = (boxes: ReadonlyMap<string, Box>, view: View, must: ReadonlySet<string>): ReadonlySet<string> => {
  const live = new Set([...must].filter((id) => boxes.has(id)))
  if (boxes.size <= mostLive && view.zoom >= readingZoom) return new Set(boxes.keys())
  if (view.zoom < readingZoom) return live
  const [left, top] = [-view.x / view.zoom, -view.y / view.zoom]
  const [right, bottom] = [left + view.width / view.zoom, top + view.height / view.zoom]
  const near = [...boxes].filter(
    ([, box]) => box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top,
  )
  if (near.length + live.size > mostLive) {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    const far = ({ x: at, y: down, width, height }: Box) => Math.hypot(at + width / 2 - x, down + height / 2 - y)
    near.sort(([, a], [, b]) => far(a) - far(b))
  }
  for (const [id] of near) {
    if (live.size >= mostLive) break
    live.add(id)
  }
  return live
}

/** The card under a point, the last drawn first. */
export const cardAt = (boxes: ReadonlyMap<string, Box>, { x, y }: { x: number; y: number }): string | null => {
  let found: string | null = null
  for (const [id, box] of boxes) {
    if (x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) found = id
  }
  return found
}

/** The cards that a rectangle touches. */
export const cardsIn = (boxes: ReadonlyMap<string, Box>, area: Box): readonly string[] =>
  [...boxes].flatMap(([id, box]) =>
    box.x < area.x + area.width &&
    box.x + box.width > area.x &&
    box.y < area.y + area.height &&
    box.y + box.height > area.y
      ? [id]
      : [],
  )
