import { Minus, Plus } from 'lucide-react'
import type { Scale, Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'

const button =
  'focus-ring grid size-8 shrink-0 place-items-center rounded-control border-[1.5px] border-bank bg-land disabled:border-ditch disabled:text-ink-3'

/** One step of five of a party, with minus and plus, arrow keys or the figures 1 to 5; Backspace is unknown again. */
export const StepField = ({ stakeholder, scale }: { stakeholder: Stakeholder; scale: Scale }) => {
  const { desk, rate, strings, words } = useMapPage()
  const step = stakeholder[scale]
  const label = words.scales[scale]
  const set = (next: number | null) =>
    rate(stakeholder.id, scale, next === null ? null : Math.min(5, Math.max(1, next)))
  return (
    <span
      role="spinbutton"
      tabIndex={desk.canWrite ? 0 : -1}
      aria-label={`${label}, ${stakeholder.name}`}
      aria-valuemin={1}
      aria-valuemax={5}
      {...(step === null ? {} : { 'aria-valuenow': step })}
      aria-valuetext={strings.step(step)}
      aria-readonly={!desk.canWrite}
      className="focus-ring inline-flex items-center gap-2"
      onKeyDown={(event) => {
        if (!desk.canWrite || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'ArrowRight' || event.key === 'ArrowUp') set((step ?? 0) + 1)
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') set((step ?? 2) - 1)
        else if (/^[1-5]$/.test(event.key)) set(Number(event.key))
        else if (event.key === 'Backspace') set(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {desk.canWrite ? (
        <button
          type="button"
          tabIndex={-1}
          className={button}
          aria-label={strings.less(label)}
          disabled={step === 1 || step === null}
          onClick={() => set((step ?? 2) - 1)}
        >
          <Minus size={16} aria-hidden />
        </button>
      ) : null}
      <span className="inline-flex gap-[3px]" aria-hidden title={strings.step(step)}>
        {[1, 2, 3, 4, 5].map((each) => (
          <i
            key={each}
            className={`h-3.5 w-3.5 ${step !== null && each <= step ? 'bg-water' : 'border-[1.5px] border-bank'}`}
          />
        ))}
      </span>
      {desk.canWrite ? (
        <button
          type="button"
          tabIndex={-1}
          className={button}
          aria-label={strings.more(label)}
          disabled={step === 5}
          onClick={() => set((step ?? 0) + 1)}
        >
          <Plus size={16} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}
