import { useEffect, useRef } from 'react'
import { useHeld } from './use-held.ts'
import { usePage } from './use-page.ts'

const shownMs = 8000

type RemovedNoteProps = { readonly what: string; readonly onDone: () => void }

/** Says what was taken away, with the way back; waits while somebody points at it or is in it. */
export const RemovedNote = ({ what, onDone }: RemovedNoteProps) => {
  const { desk, strings } = usePage()
  const note = useRef<HTMLDivElement>(null)
  const held = useHeld(note)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(onDone, shownMs)
    return () => clearTimeout(timer)
  }, [what, held, onDone])
  return (
    <div
      ref={note}
      role="status"
      className="fixed bottom-20 left-1/2 z-30 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-4 rounded-float bg-ink px-4 py-2 text-land shadow-lift md:bottom-6"
    >
      <span className="min-w-0 truncate">{strings.removed(what)}</span>
      <button
        type="button"
        className="focus-ring min-h-11 shrink-0 font-strong underline"
        onClick={() => {
          onDone()
          desk.undo.undo()
        }}
      >
        {strings.undo}
      </button>
    </div>
  )
}
