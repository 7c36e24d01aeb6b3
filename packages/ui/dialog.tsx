import { useEffect, useId, useRef, type ReactNode } from 'react'

type DialogProps = {
  /** The question. */
  readonly title: string
  readonly children?: ReactNode
  /** The safest button stands first and has the focus. */
  readonly actions: ReactNode
  readonly onClose: () => void
}

/** A question above the page; Escape closes it, and the focus goes back to where it was. */
export const Dialog = ({ title, children, actions, onClose }: DialogProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const back = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-actions] button, [data-actions] a')?.focus()
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
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-float bg-land p-6 text-ink shadow-dialog"
    >
      <div className="grid gap-3.5">
        <h2 id={id} className="text-[1.375rem]/[1.25] font-strong">
          {title}
        </h2>
        {children}
        <div data-actions className="flex flex-wrap gap-2.5">
          {actions}
        </div>
      </div>
    </dialog>
  )
}
