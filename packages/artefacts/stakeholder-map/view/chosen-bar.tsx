import { Button } from '#ui/button.tsx'
import { layOut, type Look } from '../layout.ts'
import type { StakeholderId } from '../shape.ts'
import { alignedWith, canMoveIn, putAt, targetOf } from '../targets.ts'
import { useMapPage } from './use-map.ts'

type BarProps = {
  readonly chosen: readonly StakeholderId[]
  readonly look: Look
  readonly onMerge: (keep: StakeholderId, gone: StakeholderId) => void
  readonly onClear: () => void
}

const size = { width: 1000, height: 600, cardHeight: 30, cardWidth: () => 160 }

/** What can be done with several chosen parties at once. */
export const ChosenBar = ({ chosen, look, onMerge, onClear }: BarProps) => {
  const { map, desk, index, act, say, strings } = useMapPage()
  const align = (axis: 'x' | 'y') => {
    const layout = layOut(map, map.stakeholders, look, size)
    const targets = chosen.flatMap((id) => {
      const row = index.parties.get(id)
      const target = row ? targetOf(map, row, look, layout) : null
      return target ? [{ id, target }] : []
    })
    const [first] = targets
    if (!first) return
    act((draft) => {
      for (const { id, target } of targets) putAt(draft, id, look, alignedWith(target, first.target, axis))
    })
    say(strings.chosen(targets.length))
  }
  const [keep, gone] = chosen
  return (
    <div className="parcel flex flex-wrap items-center gap-2 bg-water-tint px-4 py-1.5 text-sm">
      <b className="font-label" role="status">
        {strings.chosen(chosen.length)}
      </b>
      {desk.canWrite && canMoveIn(look) && chosen.length > 1 ? (
        <>
          <Button variant="default" size="dense" onClick={() => align('y')}>
            {strings.alignRow}
          </Button>
          {look.lens === 'participation' ? null : (
            <Button variant="default" size="dense" onClick={() => align('x')}>
              {strings.alignColumn}
            </Button>
          )}
        </>
      ) : null}
      {desk.canWrite && keep !== undefined && gone !== undefined && chosen.length === 2 ? (
        <Button variant="default" size="dense" onClick={() => onMerge(keep, gone)}>
          {strings.merge}
        </Button>
      ) : null}
      <Button variant="quiet" size="dense" onClick={onClear}>
        {strings.unchoose}
      </Button>
    </div>
  )
}
