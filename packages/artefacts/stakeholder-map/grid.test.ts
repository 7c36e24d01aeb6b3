import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { addStakeholder } from './commands.ts'
import { layGrid, pointOf, scaleOf, stepOf, type Box, type Grid } from './grid.ts'
import { shape } from './shape.ts'

const step = fc.option(fc.integer({ min: 1, max: 5 }))
const party = fc.record({
  id: fc.integer({ min: 0, max: 9999 }),
  name: fc.string({ minLength: 1, maxLength: 60 }),
  impact: step,
  influence: step,
})
const parties = fc.uniqueArray(party, { selector: ({ id }) => id, maxLength: 60 })
const size = { width: 1000, height: 500, cardHeight: 28, cardWidth: (name: string) => name.length * 8 + 40 }

const mapOf = (rows: readonly { id: number; name: string; impact: number | null; influence: number | null }[]) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (map) => {
    for (const { id, name, ...rest } of rows) addStakeholder(map, { name: `${name}.`, ...rest }, { id: `sh-${id}` })
  })
  return document.content().stakeholders
}

test('law: no two cards overlap, each lies in the cell of its values, the rest waits in the tray', () => {
  fc.assert(
    fc.property(parties, (rows) => {
      const people = mapOf(rows)
      const grid = layGrid(people, 'influence', size)
      const boxes = [...grid.boxes.values()]
      for (const [at, box] of boxes.entries())
        for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
      for (const { id, impact, influence } of people) {
        const box = grid.boxes.get(id)
        expect(box === undefined).toBe(impact === null || influence === null)
        if (box) expect(cellUnder(grid, box)).toEqual({ x: impact, y: influence })
      }
      expect(grid.tray.length + boxes.length).toBe(people.length)
      expect(grid.height).toBeGreaterThanOrEqual(size.height - 1)
    }),
    { numRuns: 80, verbose: 1 },
  )
})

test('law: the order in which people were added changes no place', () => {
  fc.assert(
    fc.property(parties, (rows) => {
      const grid = layGrid(mapOf(rows), 'influence', size)
      const other = layGrid(mapOf(rows.toReversed()), 'influence', size)
      expect(other.boxes).toEqual(grid.boxes)
    }),
    { numRuns: 40, verbose: 1 },
  )
})

test('law: a place on the scale is the same place for everyone, however high their rows are', () => {
  fc.assert(
    fc.property(
      parties,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, x, y) => {
        const grid = layGrid(mapOf(rows), 'influence', size)
        const back = scaleOf(grid, pointOf(grid, { x, y }))
        expect(back.x).toBeCloseTo(x, 6)
        expect(back.y).toBeCloseTo(y, 6)
      },
    ),
    { verbose: 1 },
  )
})

test('a step is the fifth of the scale that a place lies in', () => {
  expect([-1, 0, 0.19, 0.2, 0.99, 1, 7].map(stepOf)).toEqual([1, 1, 1, 2, 5, 5, 5])
})

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const cellUnder = (grid: Grid, box: Box) => {
  const { x, y } = scaleOf(grid, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  return { x: stepOf(x), y: stepOf(y) }
}
