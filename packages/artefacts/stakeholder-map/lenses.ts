import { compareText } from '#kernel/order.ts'
import type { Scale, Stakeholder } from './shape.ts'

/** The ways of looking at one map. The first five stand in the open, the others under more. */
export const lenses = [
  'influence',
  'rings',
  'network',
  'worlds',
  'table',
  'interest',
  'attitude',
  'salience',
  'participation',
] as const
export type Lens = (typeof lenses)[number]
export const firstLenses = 5

/** The lenses whose two axes are attributes; `look` is the quarter that asks for a look. */
export const gridLenses = {
  influence: { x: 'impact', y: 'influence', look: 'highLow' },
  interest: { x: 'interest', y: 'influence', look: 'highLow' },
  worlds: { x: 'world', y: 'influence', look: 'lowLow' },
  attitude: { x: 'attitude', y: 'influence', look: 'highLow' },
} as const satisfies { readonly [lens: string]: { readonly x: Scale; readonly y: Scale; readonly look: Quadrant } }
export type GridLens = keyof typeof gridLenses
export const isGridLens = (lens: string): lens is GridLens => Object.hasOwn(gridLenses, lens)

export const quadrants = ['lowHigh', 'highHigh', 'lowLow', 'highLow'] as const
/** A quarter of a grid: first how far along the x axis, then how high. */
export type Quadrant = (typeof quadrants)[number]

// A scale that runs from −2 to 2 has the middle step at 0; rings run from 0.
const offsets: { readonly [Name in Scale]?: number } = { attitude: 3, ring: 1 }

/** The step from 1 of a value of a scale, and the value of a step. */
export const stepOfValue = (scale: Scale, value: number): number => value + (offsets[scale] ?? 0)
export const valueOfStep = (scale: Scale, step: number): number => step - (offsets[scale] ?? 0)

/** The quarter a party stands in; the cut is above the middle step. `null` while one of its values is unknown. */
export const quadrantOf = (stakeholder: Stakeholder, lens: GridLens): Quadrant | null => {
  const cell = cellOf(stakeholder, lens)
  return cell && `${cell.x > 3 ? 'high' : 'low'}${cell.y > 3 ? 'High' : 'Low'}`
}

/** The two steps of a party in a lens, or `null` while one is unknown. */
export const cellOf = (stakeholder: Stakeholder, lens: GridLens): { x: number; y: number } | null => {
  const axes = gridLenses[lens]
  const [x, y] = [stakeholder[axes.x], stakeholder[axes.y]]
  return x === null || y === null ? null : { x: stepOfValue(axes.x, x), y: stepOfValue(axes.y, y) }
}

/** The parties by cell of a grid, in the order in which they are packed, and those without a place. */
export const packed = (stakeholders: readonly Stakeholder[], lens: GridLens) => {
  const cells = new Map<string, Stakeholder[]>()
  const tray: Stakeholder[] = []
  for (const stakeholder of stakeholders) {
    const cell = cellOf(stakeholder, lens)
    if (cell) cells.set(`${cell.x},${cell.y}`, [...(cells.get(`${cell.x},${cell.y}`) ?? []), stakeholder])
    else tray.push(stakeholder)
  }
  for (const cell of cells.values()) cell.sort(byHash)
  return { cells, tray }
}

/** An order that says nothing and is the same for everybody. */
export const byHash = (a: { id: string }, b: { id: string }): number =>
  hashOf(a.id) - hashOf(b.id) || compareText(a.id, b.id)

/** A whole number below 2³² that is the same on every device: FNV-1a. */
export const hashOf = (id: string): number => {
  let hash = 2166136261
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619) >>> 0
  return hash
}
