import { ViewportPortal } from '@xyflow/react'
import type { ReactNode } from 'react'
import { participationLevels } from '#domain/workspace.ts'
import { middleOf, type Grid } from '../grid.ts'
import { circleRadius, circles, middleOfClass } from '../lay-salience.ts'
import { ringsOf } from '../lay-rings.ts'
import type { Layout } from '../layout.ts'
import { gridLenses, isGridLens, quadrants, type GridLens } from '../lenses.ts'
import { salienceClasses } from '../derived.ts'
import { useMapPage } from './use-map.ts'

/** Axes, rings, circles or steps under the cards; the list and the table say the same in words. */
export const MapGround = ({ layout, children }: { layout: Layout; children?: ReactNode }) => {
  const { strings } = useMapPage()
  const { lens, width, height, grid, tray } = layout
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        width={width}
        height={height + 40}
        className="pointer-events-none absolute top-0 left-0 overflow-visible text-xs"
        style={{ zIndex: -2 }}
      >
        {grid && isGridLens(lens) ? <GridGround grid={grid} lens={lens} /> : null}
        {lens === 'rings' ? <RingGround width={width} height={height} /> : null}
        {lens === 'salience' ? <CircleGround width={width} height={height} /> : null}
        {lens === 'participation' ? <LadderGround width={width} height={height} /> : null}
        {tray.length > 0 ? (
          <text x={0} y={height + 20} fontWeight={680} fill="var(--ink-2)">
            {strings.tray}
          </text>
        ) : null}
      </svg>
      <svg
        aria-hidden
        width={width}
        height={height + 40}
        className="pointer-events-none absolute top-0 left-0 overflow-visible text-xs"
        style={{ zIndex: 0 }}
      >
        {children}
      </svg>
    </ViewportPortal>
  )
}

const GridGround = ({ grid, lens }: { grid: Grid; lens: GridLens }) => {
  const { words } = useMapPage()
  const middle = middleOf(grid)
  const { x, y, look } = gridLenses[lens]
  const [far, high] = [look.startsWith('high'), look.endsWith('High')]
  return (
    <>
      <rect
        x={far ? middle.x : 0}
        y={high ? 0 : middle.y}
        width={far ? grid.width - middle.x : middle.x}
        height={high ? middle.y : grid.height - middle.y}
        fill="var(--light-tint)"
      />
      <path d={`M${middle.x} 0V${grid.height}M0 ${middle.y}H${grid.width}`} stroke="var(--ditch)" strokeWidth="3" />
      <path d={`M0 0V${grid.height}H${grid.width}`} fill="none" stroke="var(--ink)" strokeWidth="2" />
      {quadrants.map((quadrant) => {
        const isFar = quadrant.startsWith('high')
        return (
          <text
            key={quadrant}
            x={isFar ? grid.width - 8 : 8}
            y={quadrant.endsWith('High') ? -8 : middle.y + 16}
            textAnchor={isFar ? 'end' : 'start'}
            fontWeight={quadrant === look ? 680 : 560}
            fill={quadrant === look ? 'var(--ink)' : 'var(--ink-3)'}
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
    </>
  )
}

type Size = { readonly width: number; readonly height: number }

const RingGround = ({ width, height }: Size) => {
  const { terms } = useMapPage()
  const { centre, radii } = ringsOf({ width, height })
  return (
    <>
      {radii.toReversed().map((radius, at) => (
        <ellipse
          key={radius.x}
          cx={centre.x}
          cy={centre.y}
          rx={radius.x}
          ry={radius.y}
          fill={at === 3 ? 'var(--light-tint)' : 'var(--land)'}
          fillOpacity={at === 3 ? 1 : 0.55}
          stroke="var(--ditch)"
          strokeWidth="3"
        />
      ))}
      <path
        d={`M${centre.x} 0V${centre.y - (radii[0]?.y ?? 0)}M${centre.x} ${centre.y + (radii[0]?.y ?? 0)}V${height}`}
        stroke="var(--ditch)"
        strokeWidth="3"
      />
      {radii.map((radius, ring) => (
        <text
          key={radius.x}
          x={centre.x}
          y={centre.y - radius.y + 18}
          textAnchor="middle"
          fontWeight={600}
          fill="var(--ink-2)"
          stroke="var(--land)"
          strokeWidth="6"
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {terms.ring(ring)}
        </text>
      ))}
      <text x={4} y={20} fontSize={15} fontWeight={680} fill="var(--ink)">
        {terms.bands.lived}
      </text>
      <text x={width - 4} y={20} textAnchor="end" fontSize={15} fontWeight={680} fill="var(--ink)">
        {terms.bands.system}
      </text>
    </>
  )
}

const CircleGround = ({ width, height }: Size) => {
  const { terms } = useMapPage()
  const sides = ['influence', 'legitimacy', 'urgency'] as const
  const at = {
    influence: { x: width / 2, y: 18, anchor: 'middle' },
    legitimacy: { x: 6, y: height - 8, anchor: 'start' },
    urgency: { x: width - 6, y: height - 8, anchor: 'end' },
  } as const
  return (
    <>
      {sides.map((side) => (
        <ellipse
          key={side}
          cx={circles[side].x * width}
          cy={circles[side].y * height}
          rx={circleRadius.x * width}
          ry={circleRadius.y * height}
          fill="var(--water-tint)"
          fillOpacity="0.28"
          stroke="var(--bank)"
          strokeWidth="1.5"
        />
      ))}
      {sides.map((side) => (
        <text
          key={side}
          x={at[side].x}
          y={at[side].y}
          textAnchor={at[side].anchor}
          fontSize={15}
          fontWeight={680}
          fill="var(--ink)"
        >
          {terms.salienceSides[side]}
        </text>
      ))}
      {salienceClasses.map((salience) => {
        const middle = middleOfClass(salience)
        return middle ? (
          <text
            key={salience}
            x={middle.x * width}
            y={middle.y * height - 26}
            textAnchor="middle"
            fontWeight={600}
            fill="var(--ink-2)"
            stroke="var(--land)"
            strokeWidth="5"
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            {terms.salience[salience]}
          </text>
        ) : null
      })}
    </>
  )
}

const LadderGround = ({ width, height }: Size) => {
  const { terms } = useMapPage()
  const column = width / participationLevels.length
  return participationLevels.map((level, at) => (
    <g key={level}>
      <rect x={at * column} y={0} width={column} height={height} fill={at % 2 === 0 ? 'var(--field)' : 'var(--land)'} />
      <path d={`M${at * column} 0V${height}`} stroke="var(--ditch)" strokeWidth="1.5" />
      <text x={at * column + column / 2} y={24} textAnchor="middle" fontWeight={680} fill="var(--ink)">
        {terms.ladder[level]}
      </text>
    </g>
  ))
}
