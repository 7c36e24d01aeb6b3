import { ChevronDown, List } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useContent } from '#react/use-content.ts'
import { Button } from '#ui/button.tsx'
import { mainOf, progressOf, type MainField } from '../queries.ts'
import { FilledMark } from './marks.tsx'
import { sections, type Section } from './part.tsx'
import { useEscape } from './use-escape.ts'
import { usePage } from './use-page.ts'

/** The main fields that stand in each part of the page; a part without any says nothing about itself. */
const fieldsIn: { readonly [In in Section]?: readonly MainField[] } = {
  sentence: ['sentence'],
  worlds: ['livedWorld', 'systemWorld', 'gap'],
  quotes: ['evidence'],
  assumptions: ['assumptions'],
  what: ['whatHappens', 'affected', 'desiredChange'],
  why: ['causes'],
  rules: ['rules'],
  carriers: ['carriers'],
  scale: ['scale'],
}

/** All parts of the page in a list, and in words what is filled and what is still empty. */
export const Contents = ({ current }: { readonly current: Section | undefined }) => {
  const { desk, strings } = usePage()
  const [open, setOpen] = useState(false)
  const home = useRef<HTMLDivElement>(null)
  const empty = useContent(desk.document, (content) => {
    const main = mainOf(content)
    return main ? progressOf(content, main).empty.join(' ') : ''
  }).split(' ')
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
          className="absolute z-20 mt-1 max-h-[min(70vh,34rem)] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-float border border-ditch bg-land p-1.5 shadow-lift md:right-0"
        >
          <ul>
            {sections.map((section) => (
              <li key={section}>
                <a
                  href={`#${section}`}
                  onClick={() => setOpen(false)}
                  className="focus-ring-inside flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-sm font-label hover:bg-field md:min-h-9"
                >
                  {strings.sections[section]}
                  {fieldsIn[section] ? <PartMark fields={fieldsIn[section]} empty={empty} /> : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}

type PartMarkProps = { readonly fields: readonly MainField[]; readonly empty: readonly string[] }

const PartMark = ({ fields, empty }: PartMarkProps) => {
  const { strings } = usePage()
  const missing = fields.filter((field) => empty.includes(field))
  if (missing.length === 0 || missing.length === fields.length) return <FilledMark filled={missing.length === 0} />
  return (
    <span className="text-right text-xs text-ink-3">
      {strings.emptyAre(missing.map((field) => strings.shortFields[field]))}
    </span>
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
