import { MessageCircleQuestion, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { RemarkForm } from './remark-form.tsx'
import { remarkStrings } from './remark-strings.ts'
import { RemarkThread } from './remark-thread.tsx'
import { threadsAt } from './remark-threads.ts'
import type { RemarkPlace } from './records.ts'
import { useStrings } from './use-strings.tsx'
import { useWorkplace } from './workplace.tsx'

/** The remarks about one thing or a whole document, beside the page; on a phone over it. Nothing while it is closed. */
export const RemarkPanel = ({ documentId }: { readonly documentId: string }) => {
  const { place } = useWorkplace().remarks
  if (!place || place.documentId !== documentId) return null
  return <OpenPanel key={`${place.itemId} ${place.field}`} place={place} />
}

const OpenPanel = ({ place }: { readonly place: RemarkPlace }) => {
  const strings = useStrings(remarkStrings)
  const { records, remarks, directory } = useWorkplace()
  const [settled, setSettled] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const back = document.activeElement
    heading.current?.focus()
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
  const threads = threadsAt(records.entries('comments'), place)
  const open = threads.filter(({ first }) => !first.value.resolved)
  const shown = settled ? threads.filter(({ first }) => first.value.resolved) : open
  const about = place.itemId === null ? null : remarks.quote || directory.get(place.itemId)?.label
  return (
    // Escape closes it from wherever in it the focus is; nothing else happens here by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      aria-labelledby="remarks-title"
      onKeyDown={(event) => event.key === 'Escape' && remarks.close()}
      className="parcels content-start overflow-y-auto bg-land max-lg:fixed max-lg:inset-0 max-lg:z-20 lg:sticky lg:top-0 lg:max-h-[calc(100vh-4.25rem)] lg:w-84 lg:shrink-0 lg:border-l-[3px] lg:border-ditch"
    >
      <header className="parcel flex items-center gap-2 px-4 py-2.5">
        <h2 id="remarks-title" ref={heading} tabIndex={-1} className="flex-1 text-lg font-strong outline-none">
          {strings.title}
        </h2>
        <Button variant="quiet" size="dense" aria-label={strings.close} onClick={remarks.close}>
          <X size={18} aria-hidden />
        </Button>
        <div className="order-last flex basis-full gap-2">
          <Button size="dense" aria-pressed={!settled} onClick={() => setSettled(false)}>
            {strings.open(open.length)}
          </Button>
          <Button size="dense" aria-pressed={settled} onClick={() => setSettled(true)}>
            {strings.done(threads.length - open.length)}
          </Button>
        </div>
      </header>
      {place.itemId === null ? null : (
        <div className="parcel px-4 py-2.5 text-sm">
          <p className="line-clamp-3 text-ink-2">
            {strings.about}: <span className="text-ink">{about}</span>
          </p>
          <Button
            variant="quiet"
            size="dense"
            className="-ml-3"
            onClick={() => remarks.open({ ...place, itemId: null, field: null })}
          >
            {strings.everything}
          </Button>
        </div>
      )}
      <div className="parcels" aria-live="polite">
        {shown.length === 0 ? (
          <p className="parcel px-4 py-3 text-sm text-ink-2">{settled ? strings.nothingDone : strings.nothing}</p>
        ) : null}
        {shown.map((thread) => (
          <RemarkThread key={thread.first.id} thread={thread} />
        ))}
      </div>
      {settled ? null : (
        <div className="parcel grid gap-3 px-4 py-3.5">
          <RemarkForm place={place} quote={remarks.quote} threadId={null} label={strings.write} />
          {place.itemId === null ? null : <Unclear place={place} quote={remarks.quote} />}
        </div>
      )}
    </aside>
  )
}

const Unclear = ({ place, quote }: { readonly place: RemarkPlace; readonly quote: string }) => {
  const strings = useStrings(remarkStrings)
  const { records } = useWorkplace()
  const ask = () =>
    void records.add(
      'comments',
      { ...place, quote, text: strings.unclearWords, threadId: null, kind: 'unclear', mentions: [], resolved: false },
      { anonymous: true },
    )
  return (
    <div className="grid gap-1.5 border-t border-ditch pt-3 text-sm">
      <p className="flex items-center gap-2 font-label">
        <MessageCircleQuestion size={18} aria-hidden /> {strings.unclear}
      </p>
      <p className="text-ink-3">{strings.unclearHint}</p>
      <Button size="dense" className="w-fit" onClick={ask}>
        {strings.unclearAsk}
      </Button>
    </div>
  )
}
