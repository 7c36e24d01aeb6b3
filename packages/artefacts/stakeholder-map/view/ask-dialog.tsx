import { useEffect, useRef, type ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { useMapPage } from './use-map.ts'

type AskDialogProps = {
  readonly title: string
  readonly action: string
  readonly disabled?: boolean
  readonly onDone: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A question above the page; Escape and Terug close it, and focus goes back to where it was. */
export const AskDialog = ({ title, action, disabled = false, onDone, onClose, children }: AskDialogProps) => {
  const { strings } = useMapPage()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const back = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby="ask-title"
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-float bg-land p-5 text-ink shadow-dialog backdrop:bg-[var(--scrim)]"
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled) onDone()
        }}
      >
        <h2 id="ask-title" className="text-lg font-strong">
          {title}
        </h2>
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button type="button" variant="quiet" onClick={onClose}>
            {strings.cancel}
          </Button>
          <Button type="submit" variant="main" disabled={disabled}>
            {action}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

/** The looks of a control in such a question. */
export const askControl = 'focus-ring min-h-11 w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3'
