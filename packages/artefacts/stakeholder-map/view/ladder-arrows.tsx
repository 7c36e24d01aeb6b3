import { participationLevels } from '#domain/workspace.ts'
import { ladderGap, ladderStep } from '../derived.ts'
import type { Layout } from '../layout.ts'
import type { Stakeholder } from '../shape.ts'

/** From how a party takes part now to how it should: an arrow for each that differs. */
export const LadderArrows = ({
  layout,
  rows,
  selected,
}: {
  layout: Layout
  rows: readonly Stakeholder[]
  selected: string | null
}) => {
  const column = layout.width / participationLevels.length
  return rows.map((row) => {
    const box = layout.boxes.get(row.id)
    const gap = ladderGap(row)
    const wanted = ladderStep(row.participationDesired)
    if (!box || gap === null || gap === 0 || wanted === null) return null
    const y = box.y + box.height / 2
    const from = gap > 0 ? box.x + box.width : box.x
    const to = wanted * column + (gap > 0 ? 10 : column - 10)
    const own = row.id === selected
    return (
      <g key={row.id} stroke={own ? 'var(--water)' : 'var(--bank)'} strokeWidth={own ? 2.4 : 1.4} fill="none">
        <path d={`M${from} ${y}H${to}`} strokeDasharray="4 4" />
        <path
          d={
            gap > 0
              ? `M${to - 6} ${y - 5}L${to} ${y}L${to - 6} ${y + 5}`
              : `M${to + 6} ${y - 5}L${to} ${y}L${to + 6} ${y + 5}`
          }
        />
      </g>
    )
  })
}
