import { Minus, Plus } from 'lucide-react'
import { stepOfValue, valueOfStep } from '../lenses.ts'
import type { Scale, Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'

const button =
  'focus-ring grid size-8 shrink-0 place-items-center rounded-control border-[1.5px] border-bank bg-land disabled:border-ditch disabled:text-ink-3'

type StepsProps = {
  readonly scale: Scale
  readonly label: string
  readonly value: number | null
  readonly readOnly: boolean
  readonly onChange: (value: number | null) => void
  readonly hideButtons?: boolean
}

/** How many steps a scale has: rings have four, all others five. */
const stepsOf = (scale: Scale): number => (scale === 'ring' ? 4 : 5)

/** A step of a scale, with minus and plus, arrow keys or figures from 1; Backspace is unknown again. */
export const Steps = ({ scale, label, value, readOnly, onChange, hideButtons = false }: StepsProps) => {
  const { stepWords, strings } = useMapPage()
  const most = stepsOf(scale)
  const step = value === null ? null : stepOfValue(scale, value)
  const set = (next: number | null) =>
    onChange(next === null ? null : valueOfStep(scale, Math.min(most, Math.max(1, next))))
  return (
    <span
      role="spinbutton"
      tabIndex={readOnly ? -1 : 0}
      aria-label={label}
      aria-valuemin={valueOfStep(scale, 1)}
      aria-valuemax={valueOfStep(scale, most)}
      {...(value === null ? {} : { 'aria-valuenow': value })}
      aria-valuetext={stepWords(scale, value)}
      aria-readonly={readOnly}
      className="focus-ring inline-flex items-center gap-2"
      onKeyDown={(event) => {
        if (readOnly || event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'ArrowRight' || event.key === 'ArrowUp') set((step ?? 0) + 1)
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') set((step ?? 2) - 1)
        else if (/^[1-5]$/.test(event.key)) set(Number(event.key))
        else if (event.key === 'Backspace') set(null)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {readOnly || hideButtons ? null : (
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
      )}
      <span className="inline-flex gap-[3px]" aria-hidden title={stepWords(scale, value)}>
        {Array.from({ length: most }, (_, at) => (
          <i
            key={at}
            className={`h-3.5 w-3.5 ${step !== null && at < step ? 'bg-water' : 'border-[1.5px] border-bank'}`}
          />
        ))}
      </span>
      {readOnly || hideButtons ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={button}
          aria-label={strings.more(label)}
          disabled={step === most}
          onClick={() => set((step ?? 0) + 1)}
        >
          <Plus size={16} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** One step of a party that everybody agreed on. */
export const StepField = ({
  stakeholder,
  scale,
  hideButtons = false,
}: {
  stakeholder: Stakeholder
  scale: Scale
  hideButtons?: boolean
}) => {
  const { desk, rate, words } = useMapPage()
  return (
    <Steps
      scale={scale}
      label={`${words.scales[scale]}, ${stakeholder.name}`}
      value={stakeholder[scale]}
      readOnly={!desk.canWrite}
      hideButtons={hideButtons}
      onChange={(value) => rate(stakeholder.id, scale, value)}
    />
  )
}
