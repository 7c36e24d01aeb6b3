import { useRef, type KeyboardEvent } from 'react'
import type { TextPath } from '#crdt/document.ts'
import { useContentLanguage } from './content-language.ts'
import { controlClass, FieldFrame, type FieldWords } from './field-frame.tsx'
import { placeOf } from './here.ts'
import { useTextBinding } from './text-binding.ts'
import { useDesk, useWorkplace } from './workplace.tsx'

type TextFieldProps = FieldWords & {
  readonly path: TextPath
  readonly rows?: number
  readonly placeholder?: string
  /** When given, Enter does this and Shift Enter makes a new line. */
  readonly onEnter?: () => void
}

/** Plain text that several people type in at once. */
export const TextField = ({ path, rows = 1, placeholder, onEnter, ...words }: TextFieldProps) => {
  const { document, canWrite } = useDesk()
  const { author } = useWorkplace()
  const lang = useContentLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  useTextBinding(area, document.text(path), author)

  const onKeyDown = (event: KeyboardEvent) => {
    if (!onEnter || event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <FieldFrame {...words} place={placeOf(path)}>
      {(control) => (
        <textarea
          {...control}
          ref={area}
          lang={lang}
          rows={rows}
          placeholder={placeholder}
          readOnly={!canWrite}
          onKeyDown={onKeyDown}
          className={`${controlClass} block resize-none field-sizing-content`}
        />
      )}
    </FieldFrame>
  )
}
