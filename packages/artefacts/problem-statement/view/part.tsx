import { ChevronDown, ChevronUp, Plus, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { Button } from '#ui/button.tsx'
import { useEscape } from './use-escape.ts'
import { useFold } from './use-folds.ts'
import { usePage, useProblem } from './use-page.ts'

export const sections = [
  'sentence',
  'worlds',
  'parts',
  'quotes',
  'assumptions',
  'converge',
  'what',
  'why',
  'rules',
  'carriers',
  'scale',
] as const
export type Section = (typeof sections)[number]

// What a phone shows at once; the rest is one press away.
const openAtFirst: ReadonlySet<Section> = new Set(['sentence', 'worlds', 'what'])

/** The name of a parcel in the address: short for the main problem, with that of the part for a part. */
export const idOfPart = (section: Section, problemId: string, isPart: boolean): string =>
  isPart ? `${problemId}-${section}` : section

type PartProps = {
  readonly section: Section
  readonly title?: string
  readonly note?: string
  readonly icon?: LucideIcon
  readonly action?: ReactNode
  /** The content brings its own parcels up to the edge. */
  readonly bare?: boolean
  readonly children: ReactNode
}

/** One parcel of the page with its heading, to which the navigation jumps; on a phone it folds. */
export const Part = ({ section, title, note, action, bare = false, children }: PartProps) => {
  const { strings } = usePage()
  const { problem, isPart } = useProblem()
  const id = idOfPart(section, problem.id, isPart)
  const { open, set, phone } = useFold(id, !isPart && openAtFirst.has(section))
  const folds = phone || isPart
  const shown = !folds || open
  const heading = title ?? strings.sections[section]
  const Heading = isPart ? 'h4' : 'h2'
  return (
    <section
      id={id}
      // A part of the problem has parcels of the same names: as landmarks they would stand there twice.
      aria-labelledby={isPart ? undefined : `${id}-title`}
      className="parcel rests-unseen @container scroll-mt-16 md:scroll-mt-0"
    >
      <div className={`flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 md:px-7 ${shown ? 'pt-3' : ''}`}>
        <Heading
          id={`${id}-title`}
          tabIndex={-1}
          className={`${isPart ? 'text-base' : 'text-lg/[1.25]'} font-strong max-sm:flex-1`}
        >
          {folds ? (
            <button
              type="button"
              aria-expanded={open}
              onClick={() => set(!open)}
              className="focus-ring flex min-h-11 w-full items-center justify-between gap-2 text-left"
            >
              {heading}
              {open ? <ChevronUp size={20} aria-hidden /> : <ChevronDown size={20} aria-hidden />}
            </button>
          ) : (
            heading
          )}
        </Heading>
        {note === undefined || !shown ? null : <p className="text-xs text-ink-3 max-sm:w-full">{note}</p>}
        {action === undefined || !shown ? null : (
          <span className="ml-auto flex flex-wrap items-center gap-2">{action}</span>
        )}
      </div>
      {shown ? <div className={bare ? '' : 'px-4 pb-4 md:px-7 md:pb-5'}>{children}</div> : null}
    </section>
  )
}

/** Said where a list is empty. */
export const EmptyNote = ({ children }: { readonly children: ReactNode }) => (
  <p className="border border-dashed border-bank px-4 py-3 text-sm text-ink-2">{children}</p>
)

/** Whether the line for a new one is open; focus goes back to the button when it closes. */
export const useAdding = () => {
  const { desk } = usePage()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLSpanElement>(null)
  return {
    open: open && desk.canWrite,
    close: () => {
      setOpen(false)
      opener.current?.querySelector('button')?.focus()
    },
    button: (label: string) =>
      desk.canWrite ? (
        <span ref={opener}>
          <Button
            size="dense"
            aria-expanded={open}
            icon={<Plus size={16} aria-hidden />}
            onClick={() => setOpen(!open)}
          >
            {label}
          </Button>
        </span>
      ) : null,
  }
}

type AddLineProps = {
  readonly label: string
  readonly hideLabel?: boolean
  readonly placeholder?: string
  /** Adds it; `false` when it was refused for want of words. */
  readonly onAdd: (words: string) => boolean
  /** Given when a button opened it: Escape and a second button close it, and it takes the focus. */
  readonly onClose?: () => void
  readonly action?: string
  readonly maxLength?: number
}

/** One line to write something new: type, Enter, and the next one. */
export const AddLine = ({ label, hideLabel, placeholder, onAdd, onClose, action, maxLength = 500 }: AddLineProps) => {
  const { strings } = usePage()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onClose)
  useEffect(() => {
    if (onClose) form.current?.querySelector('input')?.focus()
    // Only when it opens; later renders must not take the focus from elsewhere.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <form
      ref={form}
      className={`flex flex-wrap items-end gap-2 ${onClose ? 'mb-3 bg-field p-3' : 'mt-2'}`}
      onSubmit={(event) => {
        event.preventDefault()
        const done = onAdd(typed)
        setError(done ? undefined : strings.needsText)
        if (done) setTyped('')
        form.current?.querySelector('input')?.focus()
      }}
    >
      <div className="min-w-0 flex-1 basis-48">
        <FieldFrame label={label} hideLabel={hideLabel} error={error}>
          {(control) => (
            <input
              {...control}
              value={typed}
              maxLength={maxLength}
              placeholder={placeholder}
              enterKeyHint="done"
              onChange={(event) => setTyped(event.target.value)}
              className={`${controlClass} min-h-11`}
            />
          )}
        </FieldFrame>
      </div>
      <Button variant={onClose ? 'main' : 'default'} type="submit">
        {action ?? strings.add}
      </Button>
      {onClose ? (
        <Button variant="quiet" onClick={onClose}>
          {strings.cancel}
        </Button>
      ) : null}
    </form>
  )
}
