import type { Stakeholder } from './shape.ts'
import { hashOf, packed, type GridLens } from './lenses.ts'

/** A card's box, in the same unit as the size of the drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type GridSize = {
  readonly width: number
  readonly height: number
  readonly cardHeight: number
  /** How wide a card wants to be for its name. */
  readonly cardWidth: (name: string) => number
}

/** The rows of a grid, top to bottom is 5 to 1: a row with a full cell is higher, so that cards never overlap. */
export type Grid = {
  readonly width: number
  readonly height: number
  readonly columns: readonly Span[]
  readonly rows: readonly Span[]
  readonly boxes: ReadonlyMap<string, Box>
  readonly tray: readonly Stakeholder[]
}
type Span = { readonly at: number; readonly size: number }

const steps = 5
const gap = 5

/** Lays out a grid lens: equal columns, rows by their fullest cell, cards packed by hash, alike for everyone. */
export const layGrid = (stakeholders: readonly Stakeholder[], lens: GridLens, size: GridSize): Grid => {
  const { cells, tray } = packed(stakeholders, lens)
  const beside = besideOf(cells, stakeholders.length, size)
  const width = beside === 1 ? size.width : Math.max(size.width, steps * beside * widestCard)
  const columnWidth = width / steps
  const columns = spans(Array.from({ length: steps }, () => columnWidth))
  const rows = spans(rowHeights(cells, size, beside))
  const boxes = new Map<string, Box>()
  for (const [key, cards] of cells) {
    const [x = 1, y = 1] = key.split(',').map(Number)
    const column = columns[x - 1]
    const row = rows[steps - y]
    if (!column || !row) continue
    for (const [at, card] of cards.entries()) {
      const own = columnWidth / beside
      const cardWidth = Math.min(own - 2 * gap, size.cardWidth(card.name))
      const play = own - 2 * gap - cardWidth
      const slot = row.size / Math.ceil(cards.length / beside)
      boxes.set(card.id, {
        x: column.at + (at % beside) * own + gap + Math.round((play * (hashOf(card.id) % 97)) / 96),
        y: row.at + Math.round(slot * Math.floor(at / beside) + (slot - size.cardHeight) / 2),
        width: cardWidth,
        height: size.cardHeight,
      })
    }
  }
  const last = rows[steps - 1]
  return { width, height: last ? last.at + last.size : 0, columns, rows, boxes, tray }
}

const few = 60
const widestCard = 236

// Many parties stand beside each other in a cell, as many as keep the drawing as wide as a screen; on every device alike.
const besideOf = (cells: ReadonlyMap<string, readonly unknown[]>, count: number, size: GridSize): number => {
  if (count <= few) return 1
  const heightWith = (beside: number) =>
    rowHeights(cells, { ...size, height: 0 }, beside).reduce((sum, need) => sum + need, 0)
  let beside = 1
  while (beside < 12 && heightWith(beside) > 0.62 * steps * beside * widestCard) beside += 1
  return beside
}

const rowHeights = (cells: ReadonlyMap<string, readonly unknown[]>, size: GridSize, beside: number): number[] => {
  const needs = Array.from({ length: steps }, (_, row) => {
    const counts = Array.from({ length: steps }, (__, column) => cells.get(`${column + 1},${steps - row}`)?.length ?? 0)
    return Math.ceil(Math.max(...counts, 1) / beside) * (size.cardHeight + gap) + gap
  })
  const spare = Math.max(0, size.height - needs.reduce((sum, need) => sum + need, 0))
  return needs.map((need) => need + spare / steps)
}

const spans = (sizes: readonly number[]): Span[] => {
  let at = 0
  return sizes.map((size) => {
    const span = { at, size }
    at += size
    return span
  })
}

/** A point of the drawing on the scale: 0 to 1 from the low to the high end of each axis, whatever the heights of the rows. */
export const scaleOf = (grid: Grid, point: { x: number; y: number }) => ({
  x: along(grid.columns, point.x),
  y: 1 - along(grid.rows, point.y),
})

/** The point of the drawing for a place on the scale. */
export const pointOf = (grid: Grid, scale: { x: number; y: number }) => ({
  x: at(grid.columns, scale.x),
  y: at(grid.rows, 1 - scale.y),
})

/** The step from 1 to 5 nearest to a place on the scale. */
export const stepOf = (scale: number): number => Math.min(steps, Math.max(1, Math.floor(scale * steps) + 1))

const along = (line: readonly Span[], place: number): number => {
  const found = line.findIndex((span) => place < span.at + span.size)
  const index = found === -1 ? line.length - 1 : found
  const span = line[index]
  if (!span) return 0
  return Math.min(1, Math.max(0, (index + Math.min(1, (place - span.at) / span.size)) / line.length))
}

const at = (line: readonly Span[], share: number): number => {
  const index = Math.min(line.length - 1, Math.floor(share * line.length))
  const span = line[index]
  return span ? span.at + (share * line.length - index) * span.size : 0
}

/** Where the quarters of a grid meet: behind the third of five steps on each axis. */
export const middleOf = (grid: Grid) => ({ x: grid.columns[3]?.at ?? 0, y: grid.rows[2]?.at ?? 0 })
