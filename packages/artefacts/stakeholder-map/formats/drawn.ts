import { bandOf, type Band } from '../derived.ts'
import { forceInputOf } from '../force-input.ts'
import { layForces } from '../forces.ts'
import { isGridLens } from '../lenses.ts'
import { layOut, type Layout, type Look } from '../layout.ts'
import type { Stakeholder, StakeholderMap } from '../shape.ts'
import { light, markerColours } from './colours.ts'

const room = { width: 1240, height: 640 }
/** On a page of a report the letters of a grid must stay readable. */
const pageRoom = { width: 900, height: 640 }
/** Steps of the forces: so many that a map of any size takes well under a second. */
const ticksFor = (count: number): number => Math.max(20, Math.min(260, Math.round(40_000 / Math.max(count, 1))))

/** A lens laid out for a file instead of a screen. */
export const drawnFor = (
  map: StakeholderMap,
  look: Look,
  cardWidth: (name: string) => number,
  cardHeight: number,
  onPage = false,
): Layout => {
  const rows = map.stakeholders
  // Where cards find their own room, higher ones need more of it.
  const free = look.lens === 'rings' || look.lens === 'network' || look.lens === 'salience'
  const height = free ? Math.round(room.height * (0.45 + cardHeight / 54)) : room.height
  const { width } = onPage && isGridLens(look.lens) ? pageRoom : room
  const places =
    look.lens === 'network' ? new Map(layForces(forceInputOf(map, rows), ticksFor(rows.length))) : undefined
  const layout = layOut(map, rows, look, { width, height, cardHeight, cardWidth }, places)
  if (look.lens !== 'participation') return layout
  const last = Math.max(200, ...[...layout.boxes.values()].map((box) => box.y + box.height))
  return { ...layout, height: last + 16 }
}

/** Where a party stands for programs that draw networks: its middle, with more being higher. */
export const dotsOf = (map: StakeholderMap): ReadonlyMap<string, { readonly x: number; readonly y: number }> => {
  const { boxes } = drawnFor(map, { lens: 'network', phase: 'whole', ringView: 'now' }, () => 120, 30)
  return new Map(
    [...boxes].map(([id, box]) => [id, { x: tenth(box.x + box.width / 2), y: tenth(-box.y - box.height / 2) }]),
  )
}

// Minus nothing is nothing.
const tenth = (length: number): number => Math.round(length * 10) / 10 || 0

const bandColours: { readonly [Name in Band]: string } = {
  lived: markerColours.m2,
  bridge: markerColours.m3,
  system: markerColours.m1,
}

/** The colour of a party in other programs: its world. */
export const dotColour = (row: Stakeholder): string => {
  const band = bandOf(row)
  return band === null ? light.bank : bandColours[band]
}

/** Its size there: how hard it is hit. */
export const dotSize = ({ impact }: Stakeholder): number => (impact === null ? 10 : 8 + impact * 4)
