import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { Button } from '#ui/button.tsx'
import { FoldButton, Folding } from './fold.tsx'
import { useEscape } from './use-escape.ts'
import { useFoldsHere } from './use-folds.ts'
import { usePlanPage } from './use-plan.ts'

type PartProps = {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One parcel of the page with its heading, to which the navigation jumps; what moves in it moves nothing outside. */
export const Part = ({ id, title, note, action, children }: PartProps) => {
  const folded = useFoldsHere().isFolded(id)
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="parcel rests-unseen @container scroll-mt-2 px-4 py-3.5 md:px-7"
    >
      <div className={`${folded ? '' : 'mb-2'} flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1`}>
        <h2 id={`${id}-title`} className="text-lg font-strong">
          {title}
        </h2>
        <FoldButton part={id} title={title} />
        <RemarkButton itemId={null} field={id} about={title} />
        {note === undefined || folded ? null : <p className="text-sm text-ink-2">{note}</p>}
        {action === undefined || folded ? null : (
          <span className="ml-auto flex flex-wrap items-center gap-2">{action}</span>
        )}
      </div>
      <Folding part={id}>{children}</Folding>
    </section>
  )
}

/** Stands where the rest of the page is about to be. */
export const LowerWaiting = () => <div className="min-h-[200vh] bg-field" />

/** Said where a list is empty. */
export const EmptyNote = ({ children, hint }: { children: string; hint?: string }) => (
  <p className="border border-dashed border-bank px-4 py-3 text-ink-2">
    {children} {hint}
  </p>
)

type Adding = { readonly open: boolean; readonly toggle: () => void; readonly close: () => void }

/** Whether the line for a new one is open; focus goes back to the button when it closes. */
export const useAdding = (): Adding & { readonly button: (label: string) => ReactNode } => {
  const { desk } = usePlanPage()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLSpanElement>(null)
  return {
    open: open && desk.canWrite,
    toggle: () => setOpen(!open),
    close: () => {
      setOpen(false)
      opener.current?.querySelector('button')?.focus()
    },
    button: (label) =>
      desk.canWrite ? (
        <span ref={opener}>
          <Button variant="default" size="dense" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Plus size={16} aria-hidden /> {label}
          </Button>
        </span>
      ) : null,
  }
}

type AddLineProps = {
  readonly label: string
  /** Adds it; `false` when it was refused for want of words. */
  readonly onAdd: (words: string) => boolean
  readonly onClose?: () => void
  readonly action?: string
  readonly children?: ReactNode
}

/** One line to write something new, kept open for the next one; Escape closes it. */
export const AddLine = ({ label, onAdd, onClose, action, children }: AddLineProps) => {
  const { strings } = usePlanPage()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onClose)
  // Opened by a button: what follows is typing.
  useEffect(() => {
    if (onClose) form.current?.querySelector('input')?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <form
      ref={form}
      className={`mt-2 mb-3 grid items-start gap-3 bg-field p-3 ${children ? 'sm:grid-cols-[minmax(0,1fr)_12rem]' : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        const done = onAdd(typed)
        setError(done ? undefined : strings.needsText)
        if (done) setTyped('')
        form.current?.querySelector('input')?.focus()
      }}
    >
      <FieldFrame label={label} error={error}>
        {(control) => (
          <input
            {...control}
            value={typed}
            maxLength={500}
            onChange={(event) => setTyped(event.target.value)}
            className={`${controlClass} min-h-11`}
          />
        )}
      </FieldFrame>
      {children}
      <span className="flex flex-wrap gap-2">
        <Button variant="main" type="submit">
          {action ?? strings.add}
        </Button>
        {onClose ? (
          <Button variant="quiet" type="button" onClick={onClose}>
            {strings.cancel}
          </Button>
        ) : null}
      </span>
    </form>
  )
}
