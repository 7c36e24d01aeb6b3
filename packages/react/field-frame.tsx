import { useId, type ReactNode } from 'react'
import type { Other, PresencePlace } from '#domain/presence.ts'
import { Marker } from '#ui/marker.tsx'
import { useHere, useMarkerOf } from './here.ts'
import { fieldStrings } from './strings.ts'
import { useStrings } from './use-strings.tsx'

/** What every field of a document has: its words, and its place for presence. */
export type FieldWords = {
  readonly label: string
  readonly hint?: string | undefined
  /** The label is then read aloud only; for fields whose column or heading says it. */
  readonly hideLabel?: boolean | undefined
}

/** What a control needs to be tied to its label, hint and error. */
export type ControlProps = {
  readonly id: string
  /** The name, where no label shows it. */
  readonly 'aria-label': string | undefined
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly onFocus: () => void
  readonly onBlur: () => void
}

type FieldFrameProps = FieldWords & {
  readonly place?: PresencePlace | undefined
  readonly error?: string | undefined
  /** `label` points at the control; `group` names a control that is no form element. */
  readonly as?: 'label' | 'group'
  readonly children: (control: ControlProps) => ReactNode
}

/** Label, hint and error around a control, and the frame of whoever else is writing in it. */
export const FieldFrame = ({ label, hint, hideLabel, place, error, as = 'label', children }: FieldFrameProps) => {
  const id = useId()
  const { others, tell } = useHere(place)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid min-w-0 gap-1.5" data-field={place?.field} data-of={place?.item}>
      {/* No text that is cut away from sight: a page of many rows pays for each of them with every letter. */}
      {as === 'group' ? (
        <span id={`${id}-label`} hidden={hideLabel} className="block font-label">
          {label}
        </span>
      ) : hideLabel ? null : (
        <label htmlFor={id} className="block font-label">
          {label}
        </label>
      )}
      {hint ? (
        <p id={`${id}-hint`} className={hideLabel ? 'sr-only' : 'text-sm text-ink-3'}>
          {hint}
        </p>
      ) : null}
      <Frame others={others}>
        {children({
          id,
          'aria-label': as === 'label' && hideLabel ? label : undefined,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          ...tell,
        })}
      </Frame>
      {error ? (
        <p id={`${id}-error`} className="text-sm text-clay" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

const Frame = ({ others, children }: { others: readonly Other[]; children: ReactNode }) => {
  const markerOf = useMarkerOf()
  const strings = useStrings(fieldStrings)
  const first = others[0]
  const slot = first ? markerOf(first.perspective) : null
  const names = [...new Set(others.map((other) => other.name))]
  return (
    <div className={first ? `relative ${slot ? `c-${slot}` : ''}` : 'relative'} data-writing={first ? true : undefined}>
      {children}
      {first ? (
        <>
          <span aria-hidden className="pointer-events-none absolute -inset-1 border-2 border-[var(--c,var(--ink))]" />
          <span className="mt-1.5 flex items-center gap-1.5 text-xs text-ink-2">
            {slot ? <Marker slot={slot} size={14} /> : null}
            {strings.writing(names)}
          </span>
        </>
      ) : null}
    </div>
  )
}

/** The looks of a text control: edge of a bank, tied to the tokens. */
export const controlClass =
  'w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3 py-2 focus-ring aria-invalid:border-clay [&:is(input,textarea):read-only]:border-ditch [&:is(input,textarea):read-only]:bg-field disabled:border-ditch disabled:bg-field'
