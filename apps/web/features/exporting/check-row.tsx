import { Check } from 'lucide-react'
import type { ReactNode } from 'react'

type CheckRowProps = {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

/** Something that goes along or stays: a box to tick with its words beside it. */
export const CheckRow = ({ checked, onChange, children }: CheckRowProps) => (
  <label className="group grid min-h-target flex-1 cursor-pointer grid-cols-[1.5rem_minmax(0,1fr)] items-center gap-3 py-1 leading-snug font-label">
    <span className="focus-ring-inside relative grid size-5.5 place-items-center rounded-[4px] border-[1.5px] border-bank bg-land text-on-water group-has-checked:border-water group-has-checked:bg-water">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="absolute inset-0 cursor-pointer appearance-none outline-none"
      />
      {checked ? <Check size={16} strokeWidth={2.6} aria-hidden className="pointer-events-none" /> : null}
    </span>
    <span className="min-w-0">{children}</span>
  </label>
)
