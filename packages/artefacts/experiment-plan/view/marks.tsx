import {
  ChevronDown,
  ChevronUp,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  Eye,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import type { Verdict } from '../verdict.ts'
import { usePlanPage } from './use-plan.ts'

const tones = {
  good: 'bg-grass-tint text-grass',
  care: 'bg-reed-tint text-reed',
  bad: 'bg-clay-tint text-clay',
  plain: 'bg-field text-ink-2',
} as const
export type Tone = keyof typeof tones

/** A word with an icon, for a state; never colour alone. */
export const Mark = ({
  tone,
  icon: Icon,
  children,
}: {
  tone: Tone
  icon?: LucideIcon | undefined
  children: ReactNode
}) => (
  <span
    className={`inline-flex items-center gap-1.5 rounded-chip px-2 py-0.5 text-xs font-label whitespace-nowrap ${tones[tone]}`}
  >
    {Icon ? <Icon size={15} strokeWidth={2.1} aria-hidden /> : null}
    {children}
  </span>
)

const verdictMarks = {
  met: { tone: 'good', icon: CircleCheck },
  partly: { tone: 'care', icon: Eye },
  notMet: { tone: 'bad', icon: CircleAlert },
  noResult: { tone: 'plain', icon: CircleDashed },
} as const

/** How a measure came out, as a word. */
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => {
  const { words } = usePlanPage()
  const { tone, icon } = verdictMarks[verdict]
  return (
    <Mark tone={tone} icon={icon}>
      {words.verdicts[verdict]}
    </Mark>
  )
}

/** Opens and closes the fields of one row. */
export const EditButton = ({ what, open, onToggle }: { what: string; open: boolean; onToggle: () => void }) => {
  const { strings } = usePlanPage()
  const Icon = open ? ChevronUp : ChevronDown
  return (
    <Button
      variant="quiet"
      size="dense"
      aria-expanded={open}
      aria-label={open ? `${strings.less}: ${what}` : strings.editOne(what)}
      onClick={onToggle}
    >
      {open ? strings.less : strings.edit} <Icon size={16} aria-hidden />
    </Button>
  )
}

/** Takes a row away; the page then offers to undo it. */
export const RemoveButton = ({ what, onRemove }: { what: string; onRemove: () => void }) => {
  const { strings } = usePlanPage()
  return (
    <Button variant="quiet" size="dense" aria-label={strings.removeOne(what)} onClick={onRemove}>
      <Trash2 size={16} aria-hidden /> {strings.remove}
    </Button>
  )
}

/** A score of five as small squares, to read. */
export const Squares = ({ step }: { step: number | null }) => {
  const { strings } = usePlanPage()
  return (
    <span role="img" aria-label={strings.ofFive(step)} className="inline-flex gap-[3px] align-middle">
      {[1, 2, 3, 4, 5].map((each) => (
        <i
          key={each}
          className={`size-3 ${step !== null && each <= step ? 'bg-water' : 'border-[1.5px] border-bank'}`}
        />
      ))}
    </span>
  )
}
