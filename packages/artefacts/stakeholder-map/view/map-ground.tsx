import { ViewportPortal } from '@xyflow/react'
import { middleOf } from '../figure.ts'
import type { Box, Grid } from '../grid.ts'
import { familyOf, gridLenses, quadrants, soundRelations, type Family, type GridLens } from '../queries.ts'
import { useMapPage } from './use-map.ts'

const looks: { readonly [Name in Family]: { readonly colour: string; readonly dash?: string } } = {
  support: { colour: 'var(--grass)' },
  rule: { colour: 'var(--ink-2)', dash: '7 4' },
  money: { colour: 'var(--reed)', dash: '2 4' },
  tension: { colour: 'var(--clay)', dash: '8 3 2 3' },
  talk: { colour: 'var(--water)' },
}

type GroundProps = {
  readonly grid: Grid
  readonly lens: GridLens
  readonly boxes: ReadonlyMap<string, Box>
  readonly selected: string | null
}

/** Axes, the names of the quarters and the lines, under the cards; the table and the panel say the same in words. */
export const MapGround = ({ grid, lens, boxes, selected }: GroundProps) => {
  const { words, strings } = useMapPage()
  const middle = middleOf(grid)
  const { x, y } = gridLenses[lens]
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        width={grid.width}
        height={grid.height + 40}
        className="pointer-events-none absolute top-0 left-0 overflow-visible text-xs"
        style={{ zIndex: -1 }}
      >
        <rect
          x={middle.x}
          y={middle.y}
          width={grid.width - middle.x}
          height={grid.height - middle.y}
          fill="var(--light-tint)"
        />
        <path d={`M${middle.x} 0V${grid.height}M0 ${middle.y}H${grid.width}`} stroke="var(--ditch)" strokeWidth="3" />
        <path d={`M0 0V${grid.height}H${grid.width}`} fill="none" stroke="var(--ink)" strokeWidth="2" />
        {quadrants.map((quadrant) => {
          const far = quadrant.startsWith('high')
          const top = quadrant.endsWith('High') ? -8 : middle.y + 16
          const hot = quadrant === 'highLow'
          return (
            <text
              key={quadrant}
              x={far ? grid.width - 8 : 8}
              y={top}
              textAnchor={far ? 'end' : 'start'}
              fontWeight={hot ? 680 : 560}
              fill={hot ? 'var(--ink)' : 'var(--ink-3)'}
            >
              {words.quadrants[lens][quadrant]}
            </text>
          )
        })}
        <text x={grid.width - 4} y={grid.height + 20} textAnchor="end" fontWeight={560} fill="var(--ink-2)">
          {words.axes[x]} →
        </text>
        <text
          transform={`translate(-14 ${middle.y}) rotate(-90)`}
          textAnchor="middle"
          fontWeight={560}
          fill="var(--ink-2)"
        >
          {words.axes[y]} →
        </text>
        {grid.tray.length > 0 ? (
          <text x={0} y={grid.height + 20} fontWeight={680} fill="var(--ink-2)">
            {strings.tray}
          </text>
        ) : null}
        <Lines boxes={boxes} selected={selected} />
      </svg>
    </ViewportPortal>
  )
}

const Lines = ({ boxes, selected }: Pick<GroundProps, 'boxes' | 'selected'>) => {
  const { map, words } = useMapPage()
  return soundRelations(map).map(({ id, from, to, type, status }) => {
    const [start, end] = [boxes.get(from ?? ''), boxes.get(to ?? '')]
    if (!start || !end) return null
    const own = selected !== null && (from === selected || to === selected)
    const look = looks[familyOf[type]]
    const [a, b] = [centre(start), centre(end)]
    const [mx, my] = [(a.x + b.x) / 2 + (a.y - b.y) / 8, (a.y + b.y) / 2 + (b.x - a.x) / 8]
    return (
      <g key={id}>
        <path
          d={`M${a.x} ${a.y}Q${mx} ${my} ${b.x} ${b.y}`}
          fill="none"
          stroke={own ? look.colour : 'var(--ditch)'}
          strokeWidth={own ? 2.2 : 1.5}
          strokeDasharray={status === 'wanted' ? '1 5' : own ? look.dash : undefined}
          strokeLinecap={status === 'wanted' ? 'round' : undefined}
        />
        {own ? (
          <text
            x={(a.x + 2 * mx + b.x) / 4}
            y={(a.y + 2 * my + b.y) / 4 + 4}
            textAnchor="middle"
            fontWeight={600}
            fill={look.colour}
            stroke="var(--land)"
            strokeWidth="5"
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {words.families[familyOf[type]]}
          </text>
        ) : null}
      </g>
    )
  })
}

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
