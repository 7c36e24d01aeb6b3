import { MessageSquarePlus, MessagesSquare } from 'lucide-react'
import { remarkButtonStrings } from './remark-button-strings.ts'
import { useStrings } from './use-strings.tsx'
import { useDesk, useWorkplace } from './workplace.tsx'

type RemarkButtonProps = {
  /** The item that it is about; `null` is the document as a whole. */
  readonly itemId: string | null
  readonly field?: string
  /** What it is about, in a word or two, for who listens. */
  readonly about: string
  /** The words that it is about, kept with the remark. */
  readonly quote?: string
}

/** Opens the remarks about one thing, and says how many are open. */
export const RemarkButton = ({ itemId, field, about, quote = '' }: RemarkButtonProps) => {
  const strings = useStrings(remarkButtonStrings)
  const { documentId } = useDesk()
  const { records, remarks } = useWorkplace()
  // The button of the whole document counts everything in it.
  const isWhole = itemId === null && field === undefined
  const count = records
    .entries('comments')
    .filter(({ value }) => value.documentId === documentId && value.threadId === null && !value.resolved)
    .filter(({ value }) => isWhole || value.itemId === itemId)
    .filter(({ value }) => field === undefined || value.field === field).length
  const Icon = count > 0 ? MessagesSquare : MessageSquarePlus
  return (
    <button
      type="button"
      aria-label={strings.button(about, count)}
      title={strings.button(about, count)}
      onClick={() => remarks.open({ documentId, itemId, field: field ?? null }, quote)}
      className={`focus-ring inline-flex min-h-9 min-w-9 items-center justify-center gap-1 rounded-control px-1.5 text-xs font-label hover:bg-field ${count > 0 ? 'bg-light-tint text-ink' : 'text-ink-3'}`}
    >
      <Icon size={17} aria-hidden />
      {count > 0 ? count : null}
    </button>
  )
}
