import { layGrid, type Box, type Grid } from './grid.ts'
import { layLadder } from './lay-ladder.ts'
import { anglesIn, layNetwork, pinnedIn, sunflower } from './lay-network.ts'
import { layRings } from './lay-rings.ts'
import { laySalience } from './lay-salience.ts'
import { isGridLens, type GridLens, type Lens } from './lenses.ts'
import type { Phase, RingView, Stakeholder, StakeholderMap } from './shape.ts'

export type DrawnLens = Exclude<Lens, 'table'>

/** How a map is looked at: through which lens, and for rings of which phase and moment. */
export type Look = { readonly lens: DrawnLens; readonly phase: Phase; readonly ringView: RingView }

export type DrawingSize = {
  readonly width: number
  readonly height: number
  readonly cardHeight: number
  readonly cardWidth: (name: string) => number
}

/** Where every card of a lens stands. `tray` are those without a place in it; they stand below. */
export type Layout = {
  readonly lens: DrawnLens
  readonly width: number
  readonly height: number
  readonly boxes: ReadonlyMap<string, Box>
  readonly tray: readonly Stakeholder[]
  /** The grid of a grid lens. */
  readonly grid: Grid | null
}

type Places = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Lays out one lens; the same map and size give the same places on every device. `computed` are places of the network. */
export const layOut = (
  map: StakeholderMap,
  rows: readonly Stakeholder[],
  look: Look,
  size: DrawingSize,
  computed?: Places,
): Layout => {
  const { lens } = look
  if (isGridLens(lens)) return gridLayout(rows, lens, size)
  if (lens === 'participation') {
    const wide = { ...size, width: Math.max(size.width, widestLadder) }
    const { boxes, tray, height } = layLadder(rows, wide)
    return { lens, width: wide.width, height: Math.max(height, size.height), boxes, tray, grid: null }
  }
  // Where cards find their own room, many of them need a larger drawing.
  const roomy = grown(size, rows.length)
  if (lens === 'salience') {
    const { laid, size: fitting } = faithfully(roomy, rows.length, (room) => laySalience(rows, room))
    const { boxes, tray } = laid
    return { lens, width: fitting.width, height: fitting.height, grid: null, boxes, tray }
  }
  if (lens === 'rings') return ringLayout(map, rows, look, roomy)
  const pinned = pinnedIn(map)
  const places = new Map([...sunflower(rows), ...(computed ?? []), ...pinned])
  return {
    lens,
    width: roomy.width,
    height: roomy.height,
    boxes: layNetwork(rows, places, pinned, roomy),
    tray: [],
    grid: null,
  }
}

const gridLayout = (rows: readonly Stakeholder[], lens: GridLens, size: DrawingSize): Layout => {
  const grid = layGrid(rows, lens, size)
  return { lens, width: grid.width, height: grid.height, boxes: grid.boxes, tray: grid.tray, grid }
}

const ringLayout = (map: StakeholderMap, rows: readonly Stakeholder[], look: Look, size: DrawingSize): Layout => {
  const angles = anglesIn(map)
  const ringOf = ringsIn(map, look.phase, look.ringView)
  const placed = rows.flatMap((stakeholder) => {
    const ring = ringOf(stakeholder)
    return ring === null ? [] : [{ stakeholder, ring, angle: angles.get(stakeholder.id) ?? null }]
  })
  const tray = rows.filter((row) => ringOf(row) === null)
  const { laid, size: fitting } = faithfully(size, rows.length, (room) => layRings(placed, room))
  return { lens: 'rings', width: fitting.width, height: fitting.height, boxes: laid.boxes, tray, grid: null }
}

const mostToTry = 200
const tries = 4

// Where a part is too small for all who belong in it the drawing grows: a card outside its part would tell an untruth.
const faithfully = <Laid extends { readonly faithful: boolean }>(
  size: DrawingSize,
  count: number,
  lay: (size: DrawingSize) => Laid,
): { readonly laid: Laid; readonly size: DrawingSize } => {
  let [room, laid] = [size, lay(size)]
  const most = count <= mostToTry ? tries : 1
  for (let at = 1; at < most && !laid.faithful; at += 1) {
    room = {
      ...size,
      width: Math.round(size.width * (1 + at * 0.05)),
      height: Math.round(size.height * (1 + at * 0.08)),
    }
    laid = lay(room)
  }
  return { laid, size: room }
}

/** How close each party stands in a phase: as it was said for the phase, else as for the work as a whole. */
export const ringsIn = (
  map: StakeholderMap,
  phase: Phase,
  view: RingView,
): ((stakeholder: Stakeholder) => number | null) => {
  const said = new Map(map.ringPlaces.map((place) => [`${place.phase}--${place.stakeholderId}`, place[view]]))
  return ({ id, ring }) => {
    const own = phase === 'whole' ? null : (said.get(`${phase}--${id}`) ?? null)
    return own ?? (view === 'now' ? ring : (said.get(`whole--${id}`) ?? null))
  }
}

/** Parties that should, or wish to, stand nearer or further than they do: each is something to talk about. */
export const ringDifferences = (map: StakeholderMap, phase: Phase) => {
  const [now, wished, desirable] = [
    ringsIn(map, phase, 'now'),
    ringsIn(map, phase, 'wished'),
    ringsIn(map, phase, 'desirable'),
  ]
  return map.stakeholders.flatMap((stakeholder) => {
    const rings = { now: now(stakeholder), wished: wished(stakeholder), desirable: desirable(stakeholder) }
    const said = Object.values(rings).filter((ring) => ring !== null)
    return new Set(said).size > 1 ? [{ stakeholder, ...rings }] : []
  })
}

/** Seven columns with a name above each. */
const widestLadder = 1000
const usual = 26
const roomFor = { width: 1180, height: 660 }

const grown = (size: DrawingSize, count: number): DrawingSize => {
  const factor = Math.max(1, Math.sqrt(count / usual))
  return {
    ...size,
    width: Math.round(Math.max(size.width, roomFor.width) * factor),
    height: Math.round(Math.max(size.height, roomFor.height) * factor),
  }
}
