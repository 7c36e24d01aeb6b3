import { CloudCheck, CloudOff, RefreshCw } from 'lucide-react'
import type { Status } from '#client/status.ts'
import { useStrings } from '#react/use-strings.tsx'
import { savingStrings } from './strings.ts'
import { useLasting } from './use-status.ts'

/** The saved state in words; what takes less than a second is not worth a word. */
export const SavedLine = ({ status }: { status: Status }) => {
  const strings = useStrings(savingStrings)
  const busy = useLasting(status.state === 'saving', 1000)
  const offline = status.state === 'offline'
  const Icon = offline ? CloudOff : busy ? RefreshCw : CloudCheck
  const words = offline
    ? `${strings.offline}${status.unsaved > 0 ? ` (${status.unsaved})` : ''}`
    : status.state === 'opening'
      ? strings.opening
      : busy
        ? strings.saving
        : strings.saved
  return (
    <span
      role="status"
      data-saved={status.state}
      className="flex items-center gap-2 whitespace-nowrap text-sm text-ink-2"
    >
      <Icon size={18} aria-hidden className={offline ? 'text-reed' : 'text-grass'} />
      <span className="max-sm:sr-only">{words}</span>
    </span>
  )
}
