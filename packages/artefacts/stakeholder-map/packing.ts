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
  const cells = new Map<number, Box[]>()
  const isFree = (box: Box): boolean => {
    const [right, bottom] = [column(box.x + box.width + gap), row(box.y + box.height + gap)]
    for (let x = column(box.x - gap); x <= right; x += 1) {
      for (let y = row(box.y - gap); y <= bottom; y += 1) {
        const cell = cells.get(x * mostRows + y)
        if (cell === undefined) continue
        for (const other of cell) if (overlap(box, other)) return false
      }
    }
    return true
  }
  const take = (box: Box): Box => {
    const [right, bottom] = [column(box.x + box.width + gap), row(box.y + box.height + gap)]
    for (let x = column(box.x - gap); x <= right; x += 1) {
      for (let y = row(box.y - gap); y <= bottom; y += 1) {
        const cell = cells.get(x * mostRows + y)
        if (cell) cell.push(box)
        else cells.set(x * mostRows + y, [box])
      }
    }
    return box
  }
  for (const box of taken) take(box)
  const boxAround =
    (width: number, height: number, pinned: boolean) =>
    ({ x, y }: Point): Box => ({
      x: inside(x, width, pinned ? undefined : within?.width),
      y: inside(y, height, pinned ? undefined : within?.height),
      width,
      height,
    })
  return {
    /** Puts a card at the next free point of a walk that many cards share; `null` when the walk has ended. */
    putOn: (walk: Iterator<Point>, width: number, height: number): Box | null => {
      const around = boxAround(width, height, false)
      for (let next = walk.next(); next.done !== true; next = walk.next()) {
        const box = around(next.value)
        if (isFree(box)) return take(box)
      }
      return null
    },
    /**
     * Puts a card around the first of these points where it is free, else as near to the first of all as can be, and
     * where it `belongs` as long as there is room. What somebody pinned may reach over the edge.
     */
    put: (points: Iterable<Point>, width: number, height: number, { pinned = false, belongs }: Manner = {}): Box => {
      const around = boxAround(width, height, pinned)
      let first: Point = { x: 0, y: 0 }
      let tried = 0
      for (const point of points) {
        if (tried === 0) first = point
        tried += 1
        const box = around(point)
        if (isFree(box)) return take(box)
      }
      if (belongs) {
        for (const point of spiral(first, height / 2)) {
          if (!belongs(point)) continue
          const box = around(point)
          if (isFree(box)) return take(box)
        }
      }
      for (const point of spiral(first, height / 2)) {
        const box = around(point)
        if (isFree(box)) return take(box)
      }
      return take(around(first))
    },
  }
}

const gap = 5
const cellWidth = 240
const cellHeight = 60
/** More rows than any drawing has, so that column and row make one number. */
const mostRows = 100_000
const column = (x: number): number => Math.floor(x / cellWidth)
const row = (y: number): number => Math.floor(y / cellHeight)

const inside = (at: number, size: number, most: number | undefined): number =>
  most === undefined ? Math.round(at - size / 2) : Math.round(Math.max(0, Math.min(at - size / 2, most - size)))

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap

/** Points around a middle, further and further out, the same for everybody. */
export function* spiral(middle: Point, step: number, most = 900): Generator<Point> {
  for (let at = 0; at < most; at += 1) {
    const [angle, far] = [at * 2.399963, step * Math.sqrt(at)]
    yield { x: middle.x + far * 1.8 * Math.cos(angle), y: middle.y + far * Math.sin(angle) }
  }
}
