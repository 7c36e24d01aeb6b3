import { layGrid, type Box, type Grid } from './grid.ts'
import { gridLenses, quadrants, type GridLens, type Quadrant } from './lenses.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'
import type { MapWords } from './strings.ts'

// The colours of the light theme: a file has no theme of its own.
const colour = { land: '#fffefb', ditch: '#bfd6db', ink: '#112121', ink2: '#374949', bank: '#668083', look: '#fdf5cb' }
const size = { width: 1000, height: 560, cardHeight: 28, cardWidth: (name: string) => name.length * 7.6 + 20 }
const edge = { left: 44, top: 12, right: 12, bottom: 40 }

/** A grid lens as SVG, for reports: the same map gives the same text, letter for letter. */
export const gridFigure = (map: StakeholderMap, lens: GridLens, strings: MapWords): string => {
  const grid = layGrid(map.stakeholders, lens, size)
  const [width, height] = [grid.width + edge.left + edge.right, grid.height + edge.top + edge.bottom]
  const { x, y } = gridLenses[lens]
  const cards = map.stakeholders.map((stakeholder) => cardOf(stakeholder, grid.boxes.get(stakeholder.id)))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}" font-family="Atkinson Hyperlegible Next, Verdana, sans-serif" font-size="14">`,
    `<rect width="${width}" height="${round(height)}" fill="${colour.land}"/>`,
    `<g transform="translate(${edge.left} ${edge.top})">`,
    ...quartersOf(grid, strings.quadrants[lens]),
    `<path d="M0 0V${round(grid.height)}H${grid.width}" fill="none" stroke="${colour.ink}" stroke-width="2"/>`,
    ...cards,
    `</g>`,
    `<text x="${width - edge.right - 22}" y="${round(height - 12)}" text-anchor="end" fill="${colour.ink2}">${escapeXml(strings.axes[x])}</text>`,
    arrowAt(width - edge.right - 16, round(height - 17), 0, colour.ink2),
    `<text transform="translate(26 ${edge.top + 20}) rotate(-90)" text-anchor="end" fill="${colour.ink2}">${escapeXml(strings.axes[y])}</text>`,
    arrowAt(21, edge.top + 14, -90, colour.ink2),
    `</svg>`,
  ].join('')
}

/** An arrow to where an axis grows, drawn: not every font has one. The angle is in degrees. */
export const arrowAt = (x: number, y: number, angle: number, stroke: string): string =>
  `<path d="M0 0H13M8 -4.5L13 0L8 4.5" transform="translate(${x} ${y}) rotate(${angle})" fill="none" stroke="${stroke}" stroke-width="1.6"/>`

/** Where the quarters of a grid meet: behind the third of five steps on each axis. */
export const middleOf = (grid: Grid) => ({ x: grid.columns[3]?.at ?? 0, y: grid.rows[2]?.at ?? 0 })

const quartersOf = (grid: Grid, names: { readonly [Name in Quadrant]: string }): string[] => {
  const middle = middleOf(grid)
  const right = grid.width - middle.x
  return [
    `<rect x="${middle.x}" y="${round(middle.y)}" width="${right}" height="${round(grid.height - middle.y)}" fill="${colour.look}"/>`,
    `<path d="M${middle.x} 0V${round(grid.height)}M0 ${round(middle.y)}H${grid.width}" stroke="${colour.ditch}" stroke-width="3"/>`,
    ...quadrants.map((quadrant) => {
      const far = quadrant.startsWith('high')
      const place = far ? `x="${grid.width - 8}" text-anchor="end"` : 'x="8"'
      const top = quadrant.endsWith('High') ? 14 : round(middle.y + 16)
      return `<text ${place} y="${top}" font-size="12" font-weight="bold" fill="${colour.ink2}">${escapeXml(names[quadrant])}</text>`
    }),
  ]
}

const cardOf = (stakeholder: Stakeholder, box: Box | undefined): string => {
  if (!box) return ''
  const away = stakeholder.atTable === 'no' || stakeholder.atTable === 'unknown'
  const looks = away
    ? `fill="${colour.look}" stroke="${colour.ink}" stroke-dasharray="4 3"`
    : `fill="${colour.land}" stroke="${colour.bank}"`
  const letters = Math.floor((box.width - 14) / 7.2)
  const label =
    stakeholder.name.length > letters ? `${stakeholder.name.slice(0, letters - 1).trimEnd()}…` : stakeholder.name
  return (
    `<rect x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${box.height}" rx="3" ${looks}/>` +
    `<text x="${round(box.x + 8)}" y="${round(box.y + 19)}" fill="${colour.ink}">${escapeXml(label)}</text>`
  )
}

const round = (length: number): number => Math.round(length * 10) / 10

// Characters that XML 1.0 does not allow would make the whole picture unreadable.
const escapeXml = (text: string): string =>
  text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
