import { useEffect, useState } from 'react'
import { useMapPage } from './use-map.ts'

const shownMs = 8000

/** What was just done and a way to take it back; it waits while somebody is on it. */
export const Toast = ({ words }: { words: string }) => {
  const { strings, desk, forget } = useMapPage()
  const [held, hold] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(forget, shownMs)
    return () => clearTimeout(timer)
    // The page is a new object with each change; the time runs for one deed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [words, held])
  return (
    // Whoever is on it, by pointer or by focus, needs the time.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="status"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
      className="fixed bottom-6 left-1/2 z-30 flex max-w-[calc(100vw-2rem)] -translate-x-1/2 items-center gap-4 rounded-float bg-ink px-4 py-2 text-land shadow-lift"
    >
      <span className="min-w-0 break-words">{words}</span>
      <button
        type="button"
        className="focus-ring min-h-11 shrink-0 font-strong underline"
        onClick={() => {
          desk.undo.undo()
          forget()
        }}
      >
        {strings.undo}
      </button>
    </div>
  )
}
