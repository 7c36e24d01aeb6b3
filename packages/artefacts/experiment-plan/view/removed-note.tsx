import { useEffect, useRef } from 'react'
import { useHeld } from './use-held.ts'
import { usePlanPage } from './use-plan.ts'

const shownMs = 8000

/** Says what was taken away, with the way back; waits while somebody points at it or is in it. */
export const RemovedNote = ({ what }: { what: string }) => {
  const { desk, strings, forgetRemoved } = usePlanPage()
  const note = useRef<HTMLDivElement>(null)
  const held = useHeld(note)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(forgetRemoved, shownMs)
    return () => clearTimeout(timer)
    // The page is a new object with each change; the time runs for one removal.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [what, held])
  return (
    <div
      ref={note}
      role="status"
      className="fixed bottom-6 left-1/2 z-30 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-4 rounded-float bg-ink px-4 py-2 text-land shadow-lift"
    >
      <span className="min-w-0 truncate">{strings.removed(what)}</span>
      <button
        type="button"
        className="focus-ring min-h-11 shrink-0 font-strong underline"
        onClick={() => {
          forgetRemoved()
          desk.undo.undo()
        }}
      >
        {strings.undo}
      </button>
    </div>
  )
}
