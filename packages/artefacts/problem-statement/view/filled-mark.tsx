import { Check, CircleDashed } from 'lucide-react'
import { usePage } from './use-page.ts'

/** Says in a word whether there is something in a part of the page. */
export const FilledMark = ({ filled }: { readonly filled: boolean }) => {
  const { strings } = usePage()
  const Icon = filled ? Check : CircleDashed
  return (
    <span
      className={`inline-flex items-center gap-1 text-xs whitespace-nowrap ${filled ? 'text-ink-2' : 'text-ink-3'}`}
    >
      <Icon size={14} aria-hidden /> {filled ? strings.filled : strings.stillEmpty}
    </span>
  )
}
