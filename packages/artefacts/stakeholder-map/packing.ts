import type { Box } from './grid.ts'

type Point = { readonly x: number; readonly y: number }

/** Finds room for cards, one after another: who comes first stays, who comes later goes to the first free place. */
export const createPacking = (gap = 5) => {
  const cells = new Map<string, Box[]>()
  const size = 120
  const cellsOf = ({ x, y, width, height }: Box): string[] => {
    const keys: string[] = []
    for (let column = Math.floor((x - gap) / size); column <= Math.floor((x + width + gap) / size); column += 1) {
      for (let row = Math.floor((y - gap) / size); row <= Math.floor((y + height + gap) / size); row += 1)
        keys.push(`${column},${row}`)
    }
    return keys
  }
  const isFree = (box: Box): boolean =>
    cellsOf(box).every((key) => !cells.get(key)?.some((other) => overlap(box, other, gap)))
  const take = (box: Box): Box => {
    for (const key of cellsOf(box)) cells.set(key, [...(cells.get(key) ?? []), box])
    return box
  }
  return {
    /** Puts a card around the first of these points where it is free, else around the first of all. */
    put: (points: Iterable<Point>, width: number, height: number): Box => {
      let first: Box | null = null
      for (const { x, y } of points) {
        const box = { x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
        first ??= box
        if (isFree(box)) return take(box)
      }
      return take(first ?? { x: 0, y: 0, width, height })
    },
  }
}

const overlap = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap

/** Points around a middle, further and further out, the same for everybody. */
export function* spiral(middle: Point, step: number, most = 900): Generator<Point> {
  for (let at = 0; at < most; at += 1) {
    const [angle, far] = [at * 2.399963, step * Math.sqrt(at)]
    yield { x: middle.x + far * 1.8 * Math.cos(angle), y: middle.y + far * Math.sin(angle) }
  }
}
