import type { PresencePlace } from '#domain/presence.ts'
import { useContentLanguage } from './content-language.ts'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { useDesk } from './workplace.tsx'

type LineFieldProps = FieldWords & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly place?: PresencePlace
  readonly maxLength?: number
  readonly placeholder?: string
  readonly className?: string
}

/** One line such as a name; the last one to write it wins. */
export const LineField = ({
  value,
  onChange,
  place,
  maxLength = 500,
  placeholder,
  className,
  ...words
}: LineFieldProps) => {
  const { canWrite } = useDesk()
  const lang = useContentLanguage()
  return (
    <FieldFrame {...words} place={place}>
      {(control) => (
        <input
          {...control}
          lang={lang}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          readOnly={!canWrite}
          onChange={(event) => onChange(event.target.value)}
          className={`${controlClass} min-h-11 ${className ?? ''}`}
        />
      )}
    </FieldFrame>
  )
}
