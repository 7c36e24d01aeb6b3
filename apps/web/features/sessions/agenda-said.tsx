import { Undo2 } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { scriptStrings } from './script-strings.ts'
import type { AgendaActs } from './use-agenda-acts.ts'

/** What was done last to the agenda, said and shown, with the way back. */
export const AgendaSaid = ({ said, undo }: Pick<AgendaActs, 'said' | 'undo'>) => {
  const strings = useStrings(scriptStrings)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-30 flex justify-center px-4 max-lg:bottom-20"
    >
      {said.words ? (
        <p className="pointer-events-auto flex items-center gap-4 rounded-float bg-ink px-4 py-2.5 text-land shadow-lift">
          {said.words}
          {said.undo ? (
            <button
              type="button"
              onClick={undo}
              className="focus-ring flex min-h-9 cursor-pointer items-center gap-1.5 rounded-control px-2 font-strong underline"
            >
              <Undo2 size={16} aria-hidden />
              {strings.undo}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}
