import { Check, CircleDashed } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { lowerStrings } from './lower-strings.ts'

/** Says in a word whether there is something in a part of the page. */
export const FilledMark = ({ filled }: { readonly filled: boolean }) => {
  const lower = useStrings(lowerStrings)
  const Icon = filled ? Check : CircleDashed
  return (
    <span
      className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${filled ? 'text-ink-2' : 'text-ink-3'}`}
    >
      <Icon size={14} aria-hidden /> {filled ? lower.filled : lower.stillEmpty}
    </span>
  )
}
