import { useEffect, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { partStrings } from './part-strings.ts'
import { lookOfView, type LookState } from './use-look.ts'
import { useMapPage } from './use-map.ts'

/** Saved views one after another, large enough for a hall; arrow keys and page keys go on, Escape stops. */
export const Presenting = ({
  onChange,
  onStop,
}: {
  onChange: (patch: Partial<LookState>) => void
  onStop: () => void
}) => {
  const { map } = useMapPage()
  const strings = useStrings(partStrings)
  const [at, setAt] = useState(0)
  const view = map.views[at]
  const last = map.views.length - 1
  useEffect(() => {
    if (view) onChange(lookOfView(view))
    // The look follows the step; what somebody does in between stays.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [view?.id])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'PageDown') setAt((before) => Math.min(last, before + 1))
      else if (event.key === 'PageUp') setAt((before) => Math.max(0, before - 1))
      else if (event.key === 'Escape') onStop()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [last, onStop])
  if (!view) return null
  return (
    <div
      role="group"
      aria-label={strings.present}
      className="parcel flex flex-wrap items-center gap-4 bg-light-tint px-5 py-3"
    >
      <div className="min-w-0 flex-1 basis-72" role="status">
        <p className="text-xl font-strong">{view.title}</p>
        {view.note === '' ? null : <p className="text-lg">{view.note}</p>}
      </div>
      <span className="text-sm text-ink-2">{strings.place(at + 1, last + 1)}</span>
      <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
        {strings.previous}
      </Button>
      <Button variant="main" disabled={at === last} onClick={() => setAt(at + 1)}>
        {strings.next}
      </Button>
      <Button variant="quiet" onClick={onStop}>
        {strings.stop}
      </Button>
    </div>
  )
}
