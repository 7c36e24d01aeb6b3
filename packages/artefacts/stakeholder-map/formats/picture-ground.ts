import { participationLevels } from '#domain/workspace.ts'
import { ladderGap, ladderStep, salienceClasses } from '../derived.ts'
import { middleOf, type Grid } from '../grid.ts'
import { circleRadius, circles, middleOfClass } from '../lay-salience.ts'
import { ringsOf } from '../lay-rings.ts'
import type { Layout } from '../layout.ts'
import { gridLenses, isGridLens, quadrants, type GridLens } from '../lenses.ts'
import type { Stakeholder } from '../shape.ts'
import type { MapWords } from '../strings.ts'
import type { Terms } from '../terms.ts'
import { light } from './colours.ts'
import { escapeXml } from './xml.ts'

export type PictureWords = { readonly map: MapWords; readonly terms: Terms }

/** What lies under the cards and lines of a lens: its axes, rings, circles or steps, as SVG. */
export const groundOf = (layout: Layout, rows: readonly Stakeholder[]): string => {
  const { lens, grid } = layout
  if (grid && isGridLens(lens)) return gridGround(grid, lens)
  if (lens === 'rings') return ringGround(layout)
  if (lens === 'salience') return circleGround(layout)
  return lens === 'participation' ? ladderGround(layout, rows) : ''
}

/** The names of its parts, which lie over lines and under cards. */
export const namesOf = (layout: Layout, words: PictureWords): string => {
  const { lens, grid } = layout
  if (grid && isGridLens(lens)) return gridNames(grid, lens, words)
  if (lens === 'rings') return ringNames(layout, words)
  if (lens === 'salience') return circleNames(layout, words)
  return lens === 'participation' ? ladderNames(layout, words) : ''
}

export const tenth = (length: number): number => Math.round(length * 10) / 10

type Text = {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly weight?: number
  readonly size?: number
  readonly fill?: string
  /** Keeps the letters free of what runs under them. */
  readonly halo?: string
}
/** One line of words. */
export const textAt = (words: string, at: Text): string => {
  const { x, y, anchor = 'start', weight = 560, size = 14, fill = light.ink2, halo } = at
  const around =
    halo === undefined ? '' : ` stroke="${halo}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`
  return `<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" font-size="${size}" font-weight="${weight}" fill="${fill}"${around}>${escapeXml(words)}</text>`
}

const gridGround = (grid: Grid, lens: GridLens): string => {
  const { look } = gridLenses[lens]
  const middle = middleOf(grid)
  const [far, high] = [look.startsWith('high'), look.endsWith('High')]
  const [width, height] = [grid.width, tenth(grid.height)]
  return (
    `<rect x="${far ? middle.x : 0}" y="${high ? 0 : tenth(middle.y)}" width="${far ? width - middle.x : middle.x}" height="${tenth(high ? middle.y : grid.height - middle.y)}" fill="${light.look}"/>` +
    `<path d="M${middle.x} 0V${height}M0 ${tenth(middle.y)}H${width}" stroke="${light.ditch}" stroke-width="3"/>` +
    `<path d="M0 0V${height}H${width}" fill="none" stroke="${light.ink}" stroke-width="2"/>`
  )
}

const gridNames = (grid: Grid, lens: GridLens, { map }: PictureWords): string => {
  const { x, y, look } = gridLenses[lens]
  const middle = middleOf(grid)
  const [width, height] = [grid.width, grid.height]
  return [
    ...quadrants.map((quadrant) => {
      const isFar = quadrant.startsWith('high')
      return textAt(map.quadrants[lens][quadrant], {
        x: isFar ? width - 8 : 8,
        y: quadrant.endsWith('High') ? -9 : middle.y + 17,
        anchor: isFar ? 'end' : 'start',
        weight: quadrant === look ? 680 : 560,
        fill: quadrant === look ? light.ink : light.ink3,
        ...(quadrant.endsWith('High') ? {} : { halo: quadrant === look ? light.look : light.land }),
      })
    }),
    textAt(map.axes[x], { x: width - 24, y: height + 22, anchor: 'end' }),
    arrowAt(width - 17, tenth(height + 17), 0, light.ink2),
    `<g transform="translate(-14 22) rotate(-90)">${textAt(map.axes[y], { x: 0, y: 0, anchor: 'end' })}</g>`,
    arrowAt(-19, 16, -90, light.ink2),
  ].join('')
}

const ringGround = ({ width, height }: Layout): string => {
  const { centre, radii } = ringsOf({ width, height })
  const top = radii[0]?.y ?? 0
  return [
    ...radii.toReversed().map((radius, at) => {
      const own = at === radii.length - 1 ? `fill="${light.look}"` : `fill="${light.land}" fill-opacity="0.55"`
      return `<ellipse cx="${centre.x}" cy="${centre.y}" rx="${tenth(radius.x)}" ry="${tenth(radius.y)}" ${own} stroke="${light.ditch}" stroke-width="3"/>`
    }),
    `<path d="M${centre.x} 0V${tenth(centre.y - top)}M${centre.x} ${tenth(centre.y + top)}V${height}" stroke="${light.ditch}" stroke-width="3"/>`,
  ].join('')
}

const ringNames = ({ width, height }: Layout, { terms }: PictureWords): string => {
  const { centre, radii } = ringsOf({ width, height })
  return [
    ...radii.map((radius, ring) =>
      textAt(terms.ring(ring), {
        x: centre.x,
        y: centre.y - radius.y + 19,
        anchor: 'middle',
        weight: 600,
        halo: light.land,
      }),
    ),
    textAt(terms.bands.lived, { x: 4, y: 20, size: 16, weight: 680, fill: light.ink }),
    textAt(terms.bands.system, { x: width - 4, y: 20, anchor: 'end', size: 16, weight: 680, fill: light.ink }),
  ].join('')
}

const sides = ['influence', 'legitimacy', 'urgency'] as const

const circleGround = ({ width, height }: Layout): string =>
  sides
    .map(
      (side) =>
        `<ellipse cx="${tenth(circles[side].x * width)}" cy="${tenth(circles[side].y * height)}" rx="${tenth(circleRadius.x * width)}" ry="${tenth(circleRadius.y * height)}" fill="${light.tint}" fill-opacity="0.35" stroke="${light.bank}" stroke-width="1.5"/>`,
    )
    .join('')

const circleNames = ({ width, height }: Layout, { terms }: PictureWords): string => {
  const titles = {
    influence: { x: width / 2, y: -6, anchor: 'middle' },
    legitimacy: { x: 6, y: height - 8, anchor: 'start' },
    urgency: { x: width - 6, y: height - 8, anchor: 'end' },
  } as const
  return [
    ...sides.map((side) =>
      textAt(terms.salienceSides[side], { ...titles[side], size: 16, weight: 680, fill: light.ink }),
    ),
    ...salienceClasses.flatMap((salience) => {
      const middle = middleOfClass(salience)
      const place = middle && { x: middle.x * width, y: middle.y * height - 26 }
      return place
        ? [textAt(terms.salience[salience], { ...place, anchor: 'middle', weight: 600, halo: light.land })]
        : []
    }),
  ].join('')
}

const columnOf = ({ width }: Layout): number => width / participationLevels.length

const ladderNames = (layout: Layout, { terms }: PictureWords): string =>
  participationLevels
    .map((level, at) =>
      textAt(terms.ladder[level], {
        x: (at + 0.5) * columnOf(layout),
        y: 25,
        anchor: 'middle',
        weight: 680,
        fill: light.ink,
      }),
    )
    .join('')

const ladderGround = (layout: Layout, rows: readonly Stakeholder[]): string => {
  const column = columnOf(layout)
  const columns = participationLevels.map(
    (_, at) =>
      `<rect x="${tenth(at * column)}" y="0" width="${tenth(column)}" height="${layout.height}" fill="${at % 2 === 0 ? light.field : light.land}"/><path d="M${tenth(at * column)} 0V${layout.height}" stroke="${light.ditch}" stroke-width="1.5"/>`,
  )
  const arrows = rows.map((row) => {
    const [box, gap, wanted] = [layout.boxes.get(row.id), ladderGap(row), ladderStep(row.participationDesired)]
    if (!box || gap === null || gap === 0 || wanted === null) return ''
    const y = tenth(box.y + box.height / 2)
    const from = gap > 0 ? box.x + box.width : box.x
    const to = wanted * column + (gap > 0 ? 10 : column - 10)
    const back = gap > 0 ? -6 : 6
    return `<path d="M${tenth(from)} ${y}H${tenth(to)}" fill="none" stroke="${light.bank}" stroke-width="1.4" stroke-dasharray="4 4"/><path d="M${tenth(to + back)} ${y - 5}L${tenth(to)} ${y}L${tenth(to + back)} ${y + 5}" fill="none" stroke="${light.bank}" stroke-width="1.4"/>`
  })
  return [...columns, ...arrows].join('')
}

// An arrow to where an axis grows, drawn: not every font has one. The angle is in degrees.
const arrowAt = (x: number, y: number, angle: number, stroke: string): string =>
  `<path d="M0 0H13M8 -4.5L13 0L8 4.5" transform="translate(${x} ${y}) rotate(${angle})" fill="none" stroke="${stroke}" stroke-width="1.6"/>`
