import type { PresencePlace } from '#domain/presence.ts'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { useDesk } from './workplace.tsx'

export type Option<Code extends string> = { readonly value: Code; readonly label: string }

type ChoiceFieldProps<Code extends string> = FieldWords & {
  readonly value: Code | null
  readonly options: readonly Option<Code>[]
  readonly onChange: (value: Code | null) => void
  readonly place?: PresencePlace
  /** The words for having chosen nothing; without them something is always chosen. */
  readonly allowNone?: string
}

/** One of a few named choices. */
export const ChoiceField = <Code extends string>(props: ChoiceFieldProps<Code>) => {
  const { value, options, onChange, place, allowNone, ...words } = props
  const { canWrite } = useDesk()
  return (
    <FieldFrame {...words} place={place}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          disabled={!canWrite}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
          className={`${controlClass} min-h-11`}
        >
          {allowNone !== undefined || value === null ? <option value="">{allowNone ?? ''}</option> : null}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
