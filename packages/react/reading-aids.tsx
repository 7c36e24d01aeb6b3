import { useEffect, useMemo, useState } from 'react'
import { createTermFinder, type Term, type TermFinder } from './glossary-match.ts'
import { placesIn, termAtCaret, type TermSpot } from './glossary-places.ts'
import { PasteGuard } from './paste-guard.tsx'
import { useDesk, useWorkplace } from './workplace.tsx'
import './reading-aids.css'

const mostWidth = 320
const edge = 12

/** What helps on a page of any kind: words explained where they stand, a key to ask about a text, and pastes that fit. */
export const ReadingAids = () => {
  const terms = useTerms()
  const finder = useMemo(() => createTermFinder(terms), [terms])
  useMarks(finder, terms.length > 0)
  useRemarkKey()
  const spot = useSpot(finder, terms.length > 0)
  return (
    <>
      {/* Always there, so that a screen reader hears what comes into it. */}
      <div role="status" className="fixed z-30" style={spot ? placeOf(spot) : undefined}>
        {spot ? (
          <p className="max-w-80 rounded-float border border-ditch bg-land px-3.5 py-2.5 text-sm shadow-lift">
            <b className="font-strong">{spot.term.word}</b>: {spot.term.meaning}
          </p>
        ) : null}
      </div>
      <PasteGuard />
    </>
  )
}

const placeOf = ({ left, bottom, top }: TermSpot) => {
  const x = Math.max(edge, Math.min(left, innerWidth - mostWidth - edge))
  // Above the words where the keyboard of a phone or the foot of the page would hide it.
  return bottom + 120 > (visualViewport?.height ?? innerHeight)
    ? { left: x, bottom: innerHeight - top + 8 }
    : { left: x, top: bottom + 6 }
}

const useTerms = (): readonly Term[] => {
  const entries = useWorkplace().records.entries('glossary')
  return useMemo(() => entries.map(({ value: { word, meaning } }) => ({ word, meaning })), [entries])
}

const markedMs = 1200

/** Draws dots under every explained word of the page, again a moment after it changed; nothing of the page is touched. */
const useMarks = (finder: TermFinder, wanted: boolean): void => {
  useEffect(() => {
    const page = document.querySelector('main')
    // Browsers without it show no dots; the explanation itself does not need them.
    if (!wanted || !page || !('highlights' in CSS)) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      CSS.highlights.set('explained', new Highlight(...placesIn(page, finder)))
    }
    const soon = () => (timer ??= setTimeout(draw, markedMs))
    const observer = new MutationObserver(soon)
    observer.observe(page, { childList: true, characterData: true, subtree: true })
    draw()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      CSS.highlights.delete('explained')
    }
  }, [finder, wanted])
}

const settledMs = 150

/** The explained word where the caret is, or that was pressed, on the page or in a field; `null` when there is none. */
const useSpot = (finder: TermFinder, wanted: boolean): TermSpot | null => {
  const [spot, setSpot] = useState<TermSpot | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      timer = undefined
      setSpot(termAtCaret(finder))
    }
    // Somebody who types moves the caret all the time: only where it rests is looked at.
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(look, settledMs)
    }
    const close = () => setSpot(null)
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close()
    document.addEventListener('selectionchange', soon)
    document.addEventListener('scroll', close, { capture: true, passive: true })
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', soon)
      document.removeEventListener('scroll', close, { capture: true })
      document.removeEventListener('keydown', onKey)
    }
  }, [finder, wanted])
  return spot
}

/** Ctrl Alt M opens the remarks on the field in which somebody is, about the words that they selected. */
const useRemarkKey = (): void => {
  const { documentId } = useDesk()
  const { remarks } = useWorkplace()
  const { open } = remarks
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyM') return
      const field = document.activeElement?.closest<HTMLElement>('[data-field]')
      event.preventDefault()
      open(
        { documentId, itemId: field?.dataset['of'] ?? null, field: field?.dataset['field'] ?? null },
        selectedWords() || field?.querySelector('label, [id$="-label"]')?.textContent || '',
      )
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [documentId, open])
}

const longestQuote = 300

const selectedWords = (): string => {
  const field = document.activeElement
  const words =
    field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart, field.selectionEnd)
      : String(document.getSelection() ?? '')
  return words.trim().slice(0, longestQuote)
}
