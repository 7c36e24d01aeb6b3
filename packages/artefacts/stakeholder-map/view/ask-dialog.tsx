import { useEffect, useId, useRef, type ReactNode } from 'react'
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

/** A question above the page; Escape closes it, and focus goes back to where it was. */
export const AskFrame = ({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string
  wide?: boolean
  onClose: () => void
  children: ReactNode
}) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const back = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      className={`m-auto max-h-[92dvh] overflow-auto rounded-float bg-land p-5 text-ink shadow-dialog backdrop:bg-[var(--scrim)] ${wide ? 'w-[min(56rem,calc(100vw-2rem))]' : 'w-[min(30rem,calc(100vw-2rem))]'}`}
    >
      <div className="grid gap-4">
        <h2 id={id} className="text-lg font-strong">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  )
}

/** A question with one answer to give, and a way back. */
export const AskDialog = ({ title, action, disabled = false, onDone, onClose, children }: AskDialogProps) => {
  const { strings } = useMapPage()
  return (
    <AskFrame title={title} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled) onDone()
        }}
      >
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
    </AskFrame>
  )
}

/** The looks of a control in such a question. */
export const askControl = 'focus-ring min-h-11 w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3'
