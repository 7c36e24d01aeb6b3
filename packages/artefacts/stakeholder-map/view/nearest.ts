import type { Box } from '../grid.ts'

const ways: { readonly [key: string]: readonly [number, number] } = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** The card nearest to one in the direction of an arrow key, or the first or last for Home and End; `null` if there is none. */
export const nearest = (boxes: ReadonlyMap<string, Box>, from: string, key: string): string | null => {
  if (key === 'Home' || key === 'End') return [...boxes.keys()].at(key === 'Home' ? 0 : -1) ?? null
  const way = ways[key]
  const start = boxes.get(from)
  if (!way || !start) return null
  let best: { id: string; cost: number } | null = null
  for (const [id, box] of boxes) {
    const dx = box.x + box.width / 2 - start.x - start.width / 2
    const dy = box.y + box.height / 2 - start.y - start.height / 2
    const ahead = dx * way[0] + dy * way[1]
    // A card far to the side costs more than one straight ahead.
    const cost = ahead + 2 * Math.abs(dx * way[1] + dy * way[0])
    if (id !== from && ahead > 1 && (best === null || cost < best.cost)) best = { id, cost }
  }
  return best?.id ?? from
}
