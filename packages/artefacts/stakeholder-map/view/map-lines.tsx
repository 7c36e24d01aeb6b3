import type { Box } from '../grid.ts'
import { familyOf } from '../queries.ts'
import type { Relation } from '../shape.ts'
import { bendOf, centreOf, lineLooks, pointAlong } from '../line-looks.ts'
import { useMapPage } from './use-map.ts'

/** The lines of one card in their own looks, with their kind in a word and their direction. */
export const MapLines = ({ lines, boxes }: { lines: readonly Relation[]; boxes: ReadonlyMap<string, Box> }) =>
  lines.map((line) => {
    const [start, end] = [boxes.get(line.from ?? ''), boxes.get(line.to ?? '')]
    return start && end ? <Line key={line.id} line={line} start={start} end={end} /> : null
  })

const Line = ({ line, start, end }: { line: Relation; start: Box; end: Box }) => {
  const { terms } = useMapPage()
  const look = lineLooks[familyOf[line.type]]
  const stroke = `var(${look.token})`
  const [a, b] = [centreOf(start), centreOf(end)]
  const bend = bendOf(a, b)
  const middle = pointAlong(a, bend, b, 0.5)
  return (
    <g>
      <path
        d={`M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}`}
        fill="none"
        stroke={stroke}
        strokeWidth={1.2 + (line.strength ?? 2) * 0.5}
        strokeDasharray={line.status === 'wanted' ? '1 5' : look.dash.join(' ')}
        strokeLinecap={line.status === 'wanted' ? 'round' : undefined}
      />
      {line.direction === 'undirected' ? null : <Tip point={pointAlong(a, bend, b, 0.72)} stroke={stroke} />}
      {line.direction === 'mutual' ? <Tip point={pointAlong(b, bend, a, 0.72)} stroke={stroke} /> : null}
      <text
        x={middle.x}
        y={middle.y + 4}
        textAnchor="middle"
        fontWeight={600}
        fill={stroke}
        stroke="var(--land)"
        strokeWidth="5"
        strokeLinejoin="round"
        paintOrder="stroke"
      >
        {terms.types[line.type].toLowerCase()}
      </text>
    </g>
  )
}

const Tip = ({ point, stroke }: { point: { x: number; y: number; angle: number }; stroke: string }) => (
  <path d="M-5 -5L6 0L-5 5Z" fill={stroke} transform={`translate(${point.x} ${point.y}) rotate(${point.angle})`} />
)
