import type { Grid } from './grid.ts'

/** An arrow to where an axis grows, drawn: not every font has one. The angle is in degrees. */
export const arrowAt = (x: number, y: number, angle: number, stroke: string): string =>
  `<path d="M0 0H13M8 -4.5L13 0L8 4.5" transform="translate(${x} ${y}) rotate(${angle})" fill="none" stroke="${stroke}" stroke-width="1.6"/>`

/** Where the quarters of a grid meet: behind the third of five steps on each axis. */
export const middleOf = (grid: Grid) => ({ x: grid.columns[3]?.at ?? 0, y: grid.rows[2]?.at ?? 0 })
