import { useState } from 'react'
import type { PresencePlace } from '#domain/presence.ts'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { fieldStrings } from './strings.ts'
import { useStrings } from './use-strings.tsx'
import { useDesk } from './workplace.tsx'

type DateFieldProps = FieldWords & {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly place?: PresencePlace
  readonly min?: string
  /** What is wrong with this date beside others, such as an end before its start. */
  readonly problem?: string | undefined
}

/** A calendar date; the browser's own picker, so that it speaks the person's language. */
export const DateField = ({ value, onChange, place, min, problem, ...words }: DateFieldProps) => {
  const { canWrite } = useDesk()
  const strings = useStrings(fieldStrings)
  const [error, setError] = useState<string>()
  return (
    <FieldFrame {...words} place={place} error={error ?? problem}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value ?? ''}
          min={min}
          readOnly={!canWrite}
          onChange={(event) => {
            // A half-typed date is empty but flagged: it must not wipe the old one.
            if (event.target.validity.badInput) return
            setError(undefined)
            onChange(event.target.value || null)
          }}
          onBlur={(event) => {
            control.onBlur()
            setError(event.target.validity.badInput ? strings.notADate : undefined)
          }}
          className={`${controlClass} min-h-11`}
        />
      )}
    </FieldFrame>
  )
}
