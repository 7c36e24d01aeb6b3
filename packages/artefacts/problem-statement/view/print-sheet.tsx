import { Printer, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { OutlineContext } from '#domain/artefact.ts'
import { mayBeReported } from '#domain/evidence.ts'
import { OutlineView } from '#react/outline-view.tsx'
import '#react/outline-view.css'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { outline } from '../outline.ts'
import { lowerStrings } from './lower-strings.ts'
import { usePage } from './use-page.ts'

export type PrintLevel = 'page' | 'all'
type PrintSheetProps = {
  readonly level: PrintLevel
  readonly onLevel: (level: PrintLevel) => void
  readonly onClose: () => void
}

/** The problem as a page to read and print, in the words of the report: all of it, or half a page for whoever was not there. */
export const PrintSheet = ({ level, onLevel, onClose }: PrintSheetProps) => {
  const { desk } = usePage()
  const lower = useStrings(lowerStrings)
  const sheet = useRef<HTMLDialogElement>(null)
  const content = useContent(desk.document, (whole) => whole)
  const { language } = useWorkplace()
  const context = useOutlineContext(level)
  useEffect(() => {
    const back = document.activeElement
    sheet.current?.showModal()
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
  return createPortal(
    // The browser keeps the focus in it, and Escape closes it.
    <dialog ref={sheet} aria-label={lower.printTitle} onClose={onClose} className="print-sheet">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-2 px-4 py-3">
        {(['page', 'all'] as const).map((each) => (
          <Button key={each} size="dense" aria-pressed={level === each} onClick={() => onLevel(each)}>
            {lower.printLevels[each]}
          </Button>
        ))}
        <span className="flex-1" />
        <Button variant="main" size="dense" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {lower.print}
        </Button>
        <Button variant="quiet" size="dense" icon={<X size={16} aria-hidden />} onClick={onClose}>
          {lower.closePrint}
        </Button>
      </div>
      <main className="outline-page" lang={language}>
        <OutlineView outline={outline(content, context)} />
      </main>
    </dialog>,
    document.body,
  )
}

// Paper leaves the workspace: what nobody may tell is not on it, and people are their groups.
const useOutlineContext = (level: PrintLevel): OutlineContext => {
  const { words } = usePage()
  // One language on one page: that in which people wrote.
  const { language: locale, directory, people, perspectives, evidence } = useWorkplace()
  const register = useContent(evidence, (whole) => whole)
  const groupOf = (id: string) => {
    const person = people.find((each) => each.id === id)
    return person && (perspectives.find((each) => each.id === person.perspective)?.title ?? words.unknown)
  }
  return {
    locale,
    directory,
    perspectives,
    evidence: { evidence: register.evidence.filter(mayBeReported) },
    nameOf: (id) => directory.get(id)?.label ?? groupOf(id) ?? '',
    ...(level === 'page' ? { level } : {}),
  }
}
