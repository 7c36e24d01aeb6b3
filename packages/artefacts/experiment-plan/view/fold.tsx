import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useFoldsHere } from './use-folds.ts'
import { usePlanPage } from './use-plan.ts'

/** The small button beside a heading that folds its part away or brings it back. */
export const FoldButton = ({ part, title }: { readonly part: string; readonly title: string }) => {
  const { strings } = usePlanPage()
  const { isFolded, fold } = useFoldsHere()
  const folded = isFolded(part)
  const Icon = folded ? ChevronDown : ChevronUp
  const label = folded ? strings.unfoldOne(title) : strings.foldOne(title)
  return (
    <button
      type="button"
      aria-expanded={!folded}
      aria-controls={`${part}-body`}
      aria-label={label}
      title={label}
      onClick={() => fold([part], !folded)}
      className="focus-ring -ml-2 grid size-11 place-items-center rounded-control text-ink-3 hover:bg-field md:size-9 print:hidden"
    >
      <Icon size={18} aria-hidden />
    </button>
  )
}

/** What of a part folds away: the browser still finds words in it, and shows it then; on paper it always stands. */
export const Folding = ({ part, children }: { readonly part: string; readonly children: ReactNode }) => {
  const { isFolded, fold } = useFoldsHere()
  const folded = isFolded(part)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return undefined
    if (folded) element.setAttribute('hidden', 'until-found')
    else element.removeAttribute('hidden')
    const show = () => fold([part], false)
    element.addEventListener('beforematch', show)
    return () => element.removeEventListener('beforematch', show)
  }, [folded, fold, part])
  return (
    <div ref={body} id={`${part}-body`} className="print:[content-visibility:visible]">
      {children}
    </div>
  )
}
