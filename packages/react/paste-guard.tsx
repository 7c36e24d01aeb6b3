import { CircleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatNumber } from '#i18n/format.ts'
import { aidStrings } from './aid-strings.ts'
import { useLocale, useStrings } from './use-strings.tsx'

/** About twenty-five pages: more in one go is a document and no field. */
const longestPaste = 50_000

type Refused = { readonly length: number; readonly room: number; readonly left: number; readonly top: number }

/**
 * Refuses a paste that its field cannot hold, before anything of it is put in: half a text would be worse than none. The
 * whole of it stays on the clipboard, and words at the field say so.
 */
export const PasteGuard = () => {
  const strings = useStrings(aidStrings)
  const locale = useLocale()
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target } = event
      const length = event.clipboardData?.getData('text/plain').length ?? 0
      setRefused(null)
      if (!(target instanceof HTMLElement) || length <= roomIn(target)) return
      event.preventDefault()
      event.stopPropagation()
      const { left, bottom } = (target.closest('[role=textbox]') ?? target).getBoundingClientRect()
      setRefused({ length, room: roomIn(target), left, top: Math.min(bottom, innerHeight - 160) })
    }
    const forget = () => setRefused(null)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && forget()
    document.addEventListener('paste', onPaste, { capture: true })
    document.addEventListener('input', forget)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('paste', onPaste, { capture: true })
      document.removeEventListener('input', forget)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <div role="alert" className="fixed z-30" style={refused ? { left: refused.left, top: refused.top } : undefined}>
      {refused ? (
        <p className="flex max-w-80 items-start gap-2 rounded-float border border-ditch bg-land px-3.5 py-2.5 text-sm text-clay shadow-lift">
          <CircleAlert size={17} aria-hidden className="mt-0.5 shrink-0" />
          {strings.pasteTooLong(formatNumber(locale, refused.length), formatNumber(locale, refused.room))}
        </p>
      ) : null}
    </div>
  )
}

// A line takes what it has room for; what is selected makes room.
const roomIn = (target: Element): number => {
  const isLine = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  if (!isLine || target.maxLength < 0) return longestPaste
  const selected = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0)
  return Math.min(longestPaste, target.maxLength - target.value.length + selected)
}
