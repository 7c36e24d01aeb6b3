import { ChevronDown, List } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from '#ui/button.tsx'
import type { Section } from './part.tsx'
import type { PrintLevel } from './print-sheet.tsx'
import { useEscape } from './use-escape.ts'
import { usePage } from './use-page.ts'

const PrintSheet = lazy(async () => ({ default: (await import('./print-sheet.tsx')).PrintSheet }))
const ContentsList = lazy(async () => ({ default: (await import('./contents-list.tsx')).ContentsList }))

/** Opens the list of all parts of the page, which says in words what is filled and what is still empty. */
export const Contents = ({ current }: { readonly current: Section | undefined }) => {
  const { strings } = usePage()
  const [open, setOpen] = useState(false)
  const [printed, setPrinted] = useState<PrintLevel | null>(null)
  const home = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    home.current?.querySelector('button')?.focus()
  }
  useEscape(home, open ? close : undefined)
  useClosing(home, open, () => setOpen(false))
  return (
    <div ref={home} className="relative flex-1 md:flex-none">
      <Button
        variant="quiet"
        size="dense"
        aria-expanded={open}
        className="max-md:-ml-3 max-md:min-h-11"
        icon={<List size={18} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        <span className="md:hidden">{current ? strings.sections[current] : strings.onThisPage}</span>
        <span className="max-md:hidden">{strings.contents}</span>
        <ChevronDown size={16} aria-hidden />
      </Button>
      {open ? (
        <nav
          aria-label={strings.contentsLong}
          className="absolute z-20 mt-1 md:mt-12 max-h-[min(70vh,34rem)] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-float border border-ditch bg-land p-1.5 shadow-lift md:right-0"
        >
          <Suspense>
            <ContentsList
              onGo={() => setOpen(false)}
              onPrint={(level) => {
                close()
                setPrinted(level)
              }}
            />
          </Suspense>
        </nav>
      ) : null}
      {printed === null ? null : (
        <Suspense>
          <PrintSheet level={printed} onLevel={setPrinted} onClose={() => setPrinted(null)} />
        </Suspense>
      )}
    </div>
  )
}

// A press elsewhere, or the focus that moves on, closes the list.
const useClosing = (home: RefObject<HTMLElement | null>, open: boolean, close: () => void): void => {
  useEffect(() => {
    if (!open) return undefined
    const leave = (event: Event) => {
      if (event.target instanceof Node && !home.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  })
}
