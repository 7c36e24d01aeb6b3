import { participationLevels } from '#domain/workspace.ts'
import { characterise, placeInLens, rate } from './commands.ts'
import { ladderStep } from './derived.ts'
import { pointOf, scaleOf, stepOf } from './grid.ts'
import { pinnedIn, anglesIn, networkLens, ringsLens } from './lay-network.ts'
import { pointOnRing, ringAt, ringCount, ringsOf } from './lay-rings.ts'
import { ringsIn, type Layout, type Look } from './layout.ts'
import { cellOf, gridLenses, isGridLens, valueOfStep } from './lenses.ts'
import { setRing } from './ring-commands.ts'
import type { Stakeholder, StakeholderId, StakeholderMap, StakeholderMapDraft } from './shape.ts'

type Point = { readonly x: number; readonly y: number }

/** Where a card goes in a lens, in the words of that lens: steps of two scales, a ring, a step of the ladder, or a free point. */
export type Target =
  | { readonly kind: 'cell'; readonly x: number; readonly y: number }
  | { readonly kind: 'ring'; readonly ring: number; readonly angle: number }
  | { readonly kind: 'ladder'; readonly step: number }
  | { readonly kind: 'free'; readonly x: number; readonly y: number }

/** Whether cards can be moved in a lens: the circles follow from three values, and are looked at only. */
export const canMoveIn = ({ lens }: Look): boolean => lens !== 'salience'

/** What putting a card down at a point means; `null` below the drawing, where nobody chose a place. */
export const targetAt = (layout: Layout, point: Point): Target | null => {
  const { lens, width, height, grid } = layout
  if (point.y > height + 20) return null
  if (grid) {
    const scale = scaleOf(grid, point)
    return { kind: 'cell', x: stepOf(scale.x), y: stepOf(scale.y) }
  }
  if (lens === 'rings') return { kind: 'ring', ...ringAt(ringsOf(layout), point) }
  if (lens === 'participation')
    return { kind: 'ladder', step: within(Math.floor((point.x / width) * participationLevels.length), 0, 6) }
  if (lens === 'network')
    return { kind: 'free', x: tidy((point.x / width) * 2 - 1), y: tidy((point.y / height) * 2 - 1) }
  return null
}

/** The middle of where a target is drawn. */
export const pointOfTarget = (layout: Layout, target: Target): Point => {
  const { width, height, grid } = layout
  if (target.kind === 'cell')
    return grid ? pointOf(grid, { x: (target.x - 0.5) / 5, y: (target.y - 0.5) / 5 }) : { x: 0, y: 0 }
  if (target.kind === 'ring') return pointOnRing(ringsOf(layout), target.ring, target.angle)
  if (target.kind === 'ladder') return { x: ((target.step + 0.5) / participationLevels.length) * width, y: 80 }
  return { x: ((target.x + 1) / 2) * width, y: ((target.y + 1) / 2) * height }
}

/** Where a party stands now in a lens, or the middle while it has no place. */
export const targetOf = (map: StakeholderMap, stakeholder: Stakeholder, look: Look, layout: Layout): Target | null => {
  if (isGridLens(look.lens)) return { kind: 'cell', ...(cellOf(stakeholder, look.lens) ?? { x: 3, y: 3 }) }
  const box = layout.boxes.get(stakeholder.id)
  const middle = box
    ? { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    : { x: layout.width / 2, y: layout.height / 2 }
  if (look.lens === 'rings') {
    const ring = ringsIn(map, look.phase, look.ringView)(stakeholder) ?? 2
    return { kind: 'ring', ring, angle: anglesIn(map).get(stakeholder.id) ?? ringAt(ringsOf(layout), middle).angle }
  }
  if (look.lens === 'participation') return { kind: 'ladder', step: ladderStep(stakeholder.participationCurrent) ?? 0 }
  if (look.lens !== 'network') return null
  return {
    kind: 'free',
    ...(pinnedIn(map).get(stakeholder.id) ?? {
      x: tidy((middle.x / layout.width) * 2 - 1),
      y: tidy((middle.y / layout.height) * 2 - 1),
    }),
  }
}

/** A target one arrow key further; with Shift a large step. `null` for other keys. */
export const nextTarget = (target: Target, key: string, shift: boolean): Target | null => {
  const way = ways[key]
  if (!way) return null
  const [dx, dy] = way
  if (target.kind === 'cell') {
    const by = shift ? 4 : 1
    return { kind: 'cell', x: within(target.x + dx * by, 1, 5), y: within(target.y + dy * by, 1, 5) }
  }
  if (target.kind === 'ladder') return { kind: 'ladder', step: within(target.step + (dx + dy) * (shift ? 3 : 1), 0, 6) }
  // Up is nearer to the middle; left and right go round.
  if (target.kind === 'ring') {
    const angle = (target.angle + dx * (shift ? 40 : 10) + 360) % 360
    return { kind: 'ring', ring: within(target.ring - dy, 0, ringCount - 1), angle }
  }
  const by = shift ? 0.4 : 0.1
  return { kind: 'free', x: tidy(within(target.x + dx * by, -1, 1)), y: tidy(within(target.y - dy * by, -1, 1)) }
}

const ways: { readonly [key: string]: readonly [number, number] } = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Writes where a card was put: an axis that is an attribute writes the attribute, a free place is kept as a place. */
export const putAt = (map: StakeholderMapDraft, id: StakeholderId, look: Look, target: Target): void => {
  if (target.kind === 'cell' && isGridLens(look.lens)) {
    const { x, y } = gridLenses[look.lens]
    rate(map, id, x, valueOfStep(x, target.x))
    rate(map, id, y, valueOfStep(y, target.y))
  } else if (target.kind === 'ring') {
    setRing(map, id, look.phase, look.ringView, target.ring)
    placeInLens(map, ringsLens, id, { angle: target.angle })
  } else if (target.kind === 'ladder') {
    characterise(map, id, 'participationCurrent', participationLevels[target.step] ?? null)
  } else if (target.kind === 'free') placeInLens(map, networkLens, id, { x: target.x, y: target.y })
}

/** The same target with one axis taken from another: what aligning writes. */
export const alignedWith = (target: Target, other: Target, axis: 'x' | 'y'): Target => {
  if (target.kind === 'cell' && other.kind === 'cell') return { ...target, [axis]: other[axis] }
  if (target.kind === 'free' && other.kind === 'free') return { ...target, [axis]: other[axis] }
  if (target.kind === 'ring' && other.kind === 'ring')
    return axis === 'y' ? { ...target, ring: other.ring } : { ...target, angle: other.angle }
  return target.kind === 'ladder' && other.kind === 'ladder' ? other : target
}

const within = (number: number, low: number, high: number): number => Math.min(high, Math.max(low, number))
const tidy = (number: number): number => Math.round(within(number, -1, 1) * 1000) / 1000
