import { ArrowRight, ArrowUp } from 'lucide-react'
import { isRiskiest } from '../queries.ts'
import type { Assumption } from '../shape.ts'
import { usePlanPage } from './use-plan.ts'

type Placed = { readonly number: number; readonly left: number; readonly top: number; readonly hot: boolean; readonly id: string }

/** Numbered squares by certainty and importance; top left is what to test first. A picture: the list is the control. */
export const AssumptionMatrix = ({ assumptions }: { assumptions: readonly Assumption[] }) => {
  const { strings, words } = usePlanPage()
  const placed = placesOf(assumptions)
  const hot = placed.filter((square) => square.hot).map(({ number }) => number)
  const unrated = assumptions.length - placed.length
  return (
    <>
      <div className="relative mt-6 mb-7 ml-6 h-52 max-w-88" role="img" aria-label={strings.matrix(assumptions.length, hot)}>
        <div className="absolute inset-0 bg-field" />
        {/* The first two of five steps in certainty, the last two in importance. */}
        <div className="absolute top-0 left-0 size-2/5 bg-light-tint" />
        <i className="absolute inset-y-0 left-2/5 -ml-px w-[3px] bg-ditch" />
        <i className="absolute inset-x-0 top-2/5 -mt-px h-[3px] bg-ditch" />
        <span className="absolute -top-5 left-0 w-2/5 bg-light-tint px-1.5 text-xs font-strong whitespace-nowrap">{words.riskiest}</span>
        {placed.map(({ id, number, left, top, hot: isHot }) => (
          <b
            key={id}
            className={`absolute grid size-[26px] -translate-1/2 place-items-center border-2 border-ink text-sm leading-none tabular-nums ${isHot ? 'bg-ink text-land' : 'bg-land'}`}
            style={{ left: `${left}%`, top: `${top}%` }}
          >
            {number}
          </b>
        ))}
        <span className="absolute right-0 -bottom-6 flex items-center gap-1 text-xs text-ink-2">
          {strings.certain} <ArrowRight size={15} aria-hidden />
        </span>
        <span className="absolute top-0 -left-6 flex rotate-180 items-center gap-1 text-xs text-ink-2 [writing-mode:vertical-rl]">
          {strings.important} <ArrowUp size={15} className="rotate-180" aria-hidden />
        </span>
      </div>
      {unrated > 0 ? <p className="text-sm text-ink-2">{strings.notRated(unrated)}</p> : null}
    </>
  )
}

const placesOf = (assumptions: readonly Assumption[]): Placed[] => {
  const taken = new Map<string, number>()
  return assumptions.flatMap((assumption, at): Placed[] => {
    const { id, importance, certainty } = assumption
    if (importance === null || certainty === null) return []
    // Squares of one cell lie like a fan, so that each number can be read.
    const cell = `${certainty}-${importance}`
    const before = taken.get(cell) ?? 0
    taken.set(cell, before + 1)
    const shift = (before % 4) * 5
    return [{ id, number: at + 1, hot: isRiskiest(assumption), left: certainty * 20 - 12 + shift, top: (5 - importance) * 20 + 9 + shift }]
  })
}
