import { Printer } from 'lucide-react'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { mainOf, progressOf, type MainField } from '../queries.ts'
import { FilledMark } from './filled-mark.tsx'
import { lowerStrings } from './lower-strings.ts'
import { sections, type Section } from './part.tsx'
import type { PrintLevel } from './print-sheet.tsx'
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

type ContentsListProps = { readonly onGo: () => void; readonly onPrint: (level: PrintLevel) => void }

/** The parts of the page with what is filled and what is still empty: in words, never a score. */
export const ContentsList = ({ onGo, onPrint }: ContentsListProps) => {
  const { desk, strings } = usePage()
  const lower = useStrings(lowerStrings)
  const empty = useContent(desk.document, (content) => {
    const main = mainOf(content)
    return main ? progressOf(content, main).empty.join(' ') : ''
  }).split(' ')
  return (
    <>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              onClick={onGo}
              className="focus-ring-inside flex min-h-11 items-center justify-between gap-3 rounded-control px-3 text-sm font-label hover:bg-field md:min-h-9"
            >
              {strings.sections[section]}
              {fieldsIn[section] ? <PartMark fields={fieldsIn[section]} empty={empty} /> : null}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-1 flex flex-wrap gap-2 border-t border-ditch p-2">
        <Printer size={18} aria-hidden className="mt-2 text-ink-3" />
        {(['page', 'all'] as const).map((level) => (
          <Button key={level} variant="quiet" size="dense" onClick={() => onPrint(level)}>
            {lower.toPrint[level]}
          </Button>
        ))}
      </p>
    </>
  )
}

type PartMarkProps = { readonly fields: readonly MainField[]; readonly empty: readonly string[] }

const PartMark = ({ fields, empty }: PartMarkProps) => {
  const lower = useStrings(lowerStrings)
  const missing = fields.filter((field) => empty.includes(field))
  if (missing.length === 0 || missing.length === fields.length) return <FilledMark filled={missing.length === 0} />
  return (
    <span className="text-right text-xs text-ink-3">
      {lower.emptyAre(missing.map((field) => lower.shortFields[field]))}
    </span>
  )
}
