import { Minus, Plus } from 'lucide-react'
import { useId, useRef, type KeyboardEvent } from 'react'
import { stepOfKey } from './level-keys.ts'

type LevelProps = {
  readonly label: string
  /** 1 to 5, or `null` while nobody chose. */
  readonly value: number | null
  readonly onChange: (step: number | null) => void
  readonly readOnly?: boolean
}

const steps = [1, 2, 3, 4, 5] as const

/** A score of five squares: by minus and plus, arrow keys, the digits 1 to 5, or a press on a square. */
export const Level = ({ label, value, onChange, readOnly = false }: LevelProps) => {
  const id = useId()
  const group = useRef<HTMLSpanElement>(null)
  if (readOnly) {
    return (
      <span role="img" aria-label={`${label}: ${value ?? '–'} / 5`} className="inline-flex gap-1">
        {steps.map((step) => (
          <span key={step} className={square(step, value)} />
        ))}
      </span>
    )
  }
  const choose = (step: number | null) => {
    if (step !== value) onChange(step)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOfKey(event.key, value)
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    choose(step)
    group.current?.querySelector<HTMLInputElement>(`input[value="${step ?? 1}"]`)?.focus()
  }
  return (
    // Screen readers and keys meet plain radio buttons; minus and plus are for hand and mouse.
    <span
      ref={group}
      role="radiogroup"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="inline-flex items-center"
    >
      <Step icon="minus" disabled={value === null} onPress={() => choose(stepOfKey('-', value) ?? null)} />
      {steps.map((step) => (
        <label key={step} className="grid size-6 cursor-pointer place-items-center">
          <input
            type="radio"
            name={id}
            value={step}
            aria-label={String(step)}
            checked={value === step}
            onChange={() => choose(step)}
            className={`focus-ring cursor-pointer appearance-none ${square(step, value)}`}
          />
        </label>
      ))}
      <Step icon="plus" disabled={value === 5} onPress={() => choose(stepOfKey('+', value) ?? null)} />
    </span>
  )
}

const square = (step: number, value: number | null): string =>
  `m-0 size-4.5 forced-color-adjust-none ${value !== null && step <= value ? 'bg-water' : 'border-[1.5px] border-bank bg-land'}`

type StepProps = { readonly icon: 'minus' | 'plus'; readonly disabled: boolean; readonly onPress: () => void }

const Step = ({ icon, disabled, onPress }: StepProps) => (
  <button
    type="button"
    aria-hidden
    tabIndex={-1}
    disabled={disabled}
    onClick={onPress}
    className="grid size-9 cursor-pointer place-items-center rounded-control text-ink-2 enabled:hover:bg-field disabled:cursor-default disabled:text-ditch pointer-coarse:size-11"
  >
    {icon === 'minus' ? <Minus size={16} /> : <Plus size={16} />}
  </button>
)
