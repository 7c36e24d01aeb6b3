import { useState } from 'react'
import type { PresencePlace } from '#domain/presence.ts'
import { formatNumber, parseNumber } from '#i18n/format.ts'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { fieldStrings } from './strings.ts'
import { useLocale, useStrings } from './use-strings.tsx'
import { useDesk } from './workplace.tsx'

type NumberFieldProps = FieldWords & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly place?: PresencePlace
  readonly unit?: string | undefined
  readonly min?: number
  readonly max?: number
}

/** A number in the notation of the reader's language; what is no number stays standing, with the reason under it. */
export const NumberField = ({ value, onChange, place, unit, min, max, ...words }: NumberFieldProps) => {
  const { canWrite } = useDesk()
  const locale = useLocale()
  const strings = useStrings(fieldStrings)
  // What is being typed; `null` shows the value itself, so that others' changes come through.
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string>()

  const problemOf = (number: number | null, text: string): string | undefined => {
    if (text.trim() === '') return undefined
    if (number === null) return strings.notANumber
    if (min !== undefined && number < min) return strings.tooLow(formatNumber(locale, min))
    if (max !== undefined && number > max) return strings.tooHigh(formatNumber(locale, max))
    return undefined
  }
  const onType = (text: string) => {
    setTyped(text)
    setError(undefined)
    const number = parseNumber(locale, text)
    if (problemOf(number, text) === undefined) onChange(number)
  }
  const onLeave = () => {
    if (typed === null) return
    const problem = problemOf(parseNumber(locale, typed), typed)
    setError(problem)
    if (!problem) setTyped(null)
  }
  return (
    <FieldFrame {...words} place={place} error={error}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            {...control}
            inputMode="decimal"
            value={typed ?? (value === null ? '' : formatNumber(locale, value))}
            readOnly={!canWrite}
            onChange={(event) => onType(event.target.value)}
            onBlur={() => {
              control.onBlur()
              onLeave()
            }}
            className={`${controlClass} min-h-11 tabular-nums`}
          />
          {unit ? <span className="shrink-0 text-sm text-ink-3">{unit}</span> : null}
        </span>
      )}
    </FieldFrame>
  )
}
