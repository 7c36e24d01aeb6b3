import { useId, type ReactNode } from 'react'

export type Segment<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly lang?: string }

type SegmentsProps<Value extends string> = {
  readonly legend: string
  readonly options: readonly Segment<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly hideLegend?: boolean
  readonly size?: 'dense' | 'default'
  readonly disabled?: boolean
}

/** A few choices side by side, of which one holds; radio buttons to keys and screen readers. */
export const Segments = <Value extends string>(props: SegmentsProps<Value>) => {
  const { legend, options, value, onChange, hideLegend = true, size = 'default', disabled = false } = props
  const name = useId()
  const height = size === 'dense' ? 'min-h-8.5' : 'min-h-10.5'
  return (
    <fieldset className="min-w-0" disabled={disabled}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-label'}>{legend}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-px rounded-control border-[1.5px] border-bank bg-ditch">
        {options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className={`focus-ring-inside flex flex-auto cursor-pointer items-center justify-center gap-1.5 bg-land px-3.5 text-sm font-label text-ink-2 first:rounded-l-[4.5px] last:rounded-r-[4.5px] hover:text-ink has-checked:bg-water-tint has-checked:font-strong has-checked:text-ink has-checked:shadow-[inset_0_-3px_0_var(--water)] has-disabled:cursor-not-allowed ${height}`}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
