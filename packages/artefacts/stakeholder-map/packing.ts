import type { Box } from './grid.ts'

type Point = { readonly x: number; readonly y: number }

type Manner = { readonly pinned?: boolean; readonly belongs?: (point: Point) => boolean }
/** How far a drawing reaches; cards stay in it. */
type Within = { readonly width: number; readonly height: number }

/**
 * Finds room for cards, one after another: who comes first stays, who comes later goes to the first free place. Nobody
 * comes to lie on what is `taken`, such as the name of a ring.
 */
export const createPacking = (within?: Within, taken: readonly Box[] = []) => {
  const gap = 5
  const cells = new Map<number, Box[]>()
  const isFree = (box: Box): boolean => {
    for (const key of cellsOf(box, gap)) {
      for (const other of cells.get(key) ?? nobody) if (overlap(box, other, gap)) return false
    }
    return true
  }
  const take = (box: Box): Box => {
    for (const key of cellsOf(box, gap)) {
      const cell = cells.get(key)
      if (cell) cell.push(box)
      else cells.set(key, [box])
    }
    return box
  }
  for (const box of taken) take(box)
  return {
    /**
     * Puts a card around the first of these points where it is free, else as near to the first of all as can be, and
     * where it `belongs` as long as there is room. What somebody pinned may reach over the edge.
     */
    put: (points: Iterable<Point>, width: number, height: number, { pinned = false, belongs }: Manner = {}): Box => {
      const inside = (at: number, size: number, most: number | undefined): number =>
        most === undefined || pinned
          ? Math.round(at - size / 2)
          : Math.round(Math.max(0, Math.min(at - size / 2, most - size)))
      const around = ({ x, y }: Point): Box => ({
        x: inside(x, width, within?.width),
        y: inside(y, height, within?.height),
        width,
        height,
      })
      let first: Point = { x: 0, y: 0 }
      let tried = 0
      for (const point of points) {
        if (tried === 0) first = point
        tried += 1
        const box = around(point)
        if (isFree(box)) return take(box)
      }
      const near = [...spiral(first, height / 2)]
      const kept = belongs ? near.filter(belongs) : []
      for (const point of [...kept, ...near]) {
        const box = around(point)
        if (isFree(box)) return take(box)
      }
      return take(around(first))
    },
  }
}

const nobody: readonly Box[] = []
const cellWidth = 240
const cellHeight = 60
/** More rows than any drawing has, so that column and row make one number. */
const mostRows = 100_000

const cellsOf = ({ x, y, width, height }: Box, gap: number): readonly number[] => {
  const keys: number[] = []
  const [right, bottom] = [Math.floor((x + width + gap) / cellWidth), Math.floor((y + height + gap) / cellHeight)]
  for (let column = Math.floor((x - gap) / cellWidth); column <= right; column += 1) {
    for (let row = Math.floor((y - gap) / cellHeight); row <= bottom; row += 1) keys.push(column * mostRows + row)
  }
  return keys
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
