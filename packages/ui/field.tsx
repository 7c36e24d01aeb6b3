import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'

/** What a control needs to be tied to its label, hint and error. */
export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** The label is then read aloud only; where a heading or column says it. */
  readonly hideLabel?: boolean
  readonly labelClass?: string
  readonly children: (control: FieldControl) => ReactNode
}

/** A control of a form with its label above, its hint under that and its error at the foot. */
export const Field = ({ label, hint, error, hideLabel = false, labelClass = 'font-label', children }: FieldProps) => {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid min-w-0 gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : labelClass}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={hideLabel ? 'sr-only' : 'text-sm text-ink-3'}>
          {hint}
        </p>
      ) : null}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

/** What is wrong with a control, said aloud as soon as it stands there. */
export const FieldError = ({ id, children }: { readonly id?: string; readonly children: ReactNode }) => (
  <p id={id} role="alert" className="flex items-start gap-2 text-sm text-clay">
    <CircleAlert size={17} aria-hidden className="mt-0.5 shrink-0" />
    <span>{children}</span>
  </p>
)

/** The looks of a text control in a form: large enough that a phone does not zoom in. */
export const inputClass =
  'focus-ring min-h-12 w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3.5 py-2 aria-invalid:border-2 aria-invalid:border-clay [&:is(input,textarea):read-only]:border-ditch [&:is(input,textarea):read-only]:bg-field disabled:border-ditch disabled:bg-field disabled:text-ink-3'
