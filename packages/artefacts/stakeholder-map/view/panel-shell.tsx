import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useMapPage } from './use-map.ts'

type ShellProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly icon?: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  readonly focusKey?: string
}

/** A panel beside the map, over it on narrow screens; focus goes to its title, and Escape closes it. */
export const PanelShell = ({ title, lead, icon, onClose, children, focusKey = title }: ShellProps) => {
  const { strings } = useMapPage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [focusKey])
  return (
    // Escape closes it from wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-labelledby="panel-title"
      className="parcels fixed inset-0 z-20 content-start overflow-y-auto sm:left-auto sm:w-[min(26rem,100%)] lg:static lg:z-auto lg:w-[21.5rem] lg:shrink-0"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className="parcel grid grid-cols-[auto_1fr_auto] items-start gap-3 px-5 py-4">
        <span className="mt-1">{icon}</span>
        <div className="min-w-0">
          <h2
            id="panel-title"
            ref={heading}
            tabIndex={-1}
            data-item={focusKey}
            className="text-lg font-strong break-words outline-none"
          >
            {title}
          </h2>
          {lead ? <p className="text-sm text-ink-2">{lead}</p> : null}
        </div>
        <button
          type="button"
          aria-label={strings.close}
          className="focus-ring grid size-11 place-items-center rounded-control hover:bg-field"
          onClick={onClose}
        >
          <X size={20} aria-hidden />
        </button>
      </div>
      {children}
    </aside>
  )
}

/** One part of a panel under its own heading. */
export const PanelPart = ({ title, children }: { title?: string; children: ReactNode }) => (
  <section className="parcel grid content-start gap-2.5 px-5 py-4">
    {title ? <h3 className="font-strong">{title}</h3> : null}
    {children}
  </section>
)
