import { CloudCheck, CloudOff, RefreshCw } from 'lucide-react'
import type { Status } from '#client/status.ts'
import { useStrings } from '#react/use-strings.tsx'
import { savingStrings } from './strings.ts'
import { useLasting } from './use-status.ts'

/** The saved state in words; what takes less than a second is not worth a word. */
export const SavedLine = ({ status }: { status: Status }) => {
  const strings = useStrings(savingStrings)
  const busy = useLasting(status.state === 'saving', 1000)
  const { icon: Icon, look, words } = shownOf(status, busy, strings)
  return (
    <span
      role="status"
      data-saved={status.state}
      className="flex items-center gap-2 text-sm whitespace-nowrap text-ink-2"
    >
      <Icon size={18} aria-hidden className={look} />
      <span className="max-sm:sr-only">{words}</span>
    </span>
  )
}

const shownOf = (status: Status, busy: boolean, strings: (typeof savingStrings)['nl']) => {
  const count = status.unsaved > 0 ? ` (${status.unsaved})` : ''
  switch (status.state) {
    case 'offline':
      return { icon: CloudOff, look: 'text-reed', words: strings.offline + count }
    case 'refused':
    case 'ended':
      return { icon: CloudOff, look: 'text-clay', words: strings.notSaved + count }
    case 'opening':
      return { icon: RefreshCw, look: 'text-ink-3', words: strings.opening }
    case 'saving':
    case 'saved':
      return busy
        ? { icon: RefreshCw, look: 'text-ink-3', words: strings.saving }
        : { icon: CloudCheck, look: 'text-grass', words: strings.saved }
  }
}
