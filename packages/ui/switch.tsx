import type { ReactNode } from 'react'

type SwitchProps = {
  readonly label: ReactNode
  /** The state in words, under the label. */
  readonly state: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}

/** On or off, at once; the state stands beside it in words. */
export const Switch = ({ label, state, checked, onChange, disabled = false }: SwitchProps) => (
  <label className="group flex min-h-target cursor-pointer items-center gap-3.5 has-disabled:cursor-not-allowed">
    <span className="focus-ring-inside relative grid h-7 w-12 shrink-0 items-center rounded-full border-[1.5px] border-bank bg-land px-1 forced-color-adjust-none group-has-checked:border-water group-has-checked:bg-water">
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
      />
      <span className="pointer-events-none size-4.5 rounded-full bg-bank transition-transform duration-(--t-1) group-has-checked:translate-x-[1.2rem] group-has-checked:bg-on-water" />
    </span>
    <span className="leading-tight font-label">
      {label}
      <span className="block text-sm font-normal text-ink-3">{state}</span>
    </span>
  </label>
)
