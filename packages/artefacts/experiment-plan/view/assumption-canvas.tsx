import { ArrowRight, ArrowUp } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { describe } from '../list-commands.ts'
import type { Assumption } from '../shape.ts'
import { placesOf, ratingAfter, ratingAt, type Placed, type Rating } from './canvas-places.ts'
import { usePlanPage } from './use-plan.ts'

type CanvasProps = {
  /** In the order of the list, which gives them their numbers. */
  readonly assumptions: readonly Assumption[]
  /** The others are faint. */
  readonly shown: ReadonlySet<string>
}

type Moving = { readonly id: string; readonly to: Rating }

/** Assumptions by certainty and importance; top left is what to test first. A square is dragged, or moved by V and arrows. */
export const AssumptionCanvas = ({ assumptions, shown }: CanvasProps) => {
  const { act, say, desk, strings, words } = usePlanPage()
  const field = useRef<HTMLDivElement>(null)
  const [moving, setMoving] = useState<Moving | null>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const placed = placesOf(assumptions.map((each) => (each.id === moving?.id ? { ...each, ...moving.to } : each)))
  const unrated = assumptions.flatMap((assumption, at) =>
    placed.some((square) => square.assumption.id === assumption.id) ? [] : [{ assumption, number: at + 1 }],
  )
  const stop =
    focused !== null && placed.some(({ assumption }) => assumption.id === focused) ? focused : placed[0]?.assumption.id

  const commit = () => {
    if (moving) act((draft) => describe(draft, 'assumptions', moving.id, moving.to))
    setMoving(null)
  }
  const under = (event: PointerEvent): Rating | null => {
    const box = field.current?.getBoundingClientRect()
    return box ? ratingAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height) : null
  }
  const drag = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (desk.canWrite && event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const to = event.currentTarget.hasPointerCapture(event.pointerId) ? under(event) : null
      if (to) setMoving({ id, to })
    },
    onPointerUp: commit,
    onPointerCancel: () => setMoving(null),
  })
  const onKeyDown = (event: KeyboardEvent, { assumption, certainty, importance }: Placed) => {
    const held = moving?.id === assumption.id
    if (event.key.toLowerCase() === 'v' && desk.canWrite && !event.ctrlKey && !event.metaKey) {
      setMoving({ id: assumption.id, to: { certainty, importance } })
      say(strings.movingOne(assumption.text))
    } else if (held && event.key === 'Enter') {
      event.preventDefault()
      commit()
      say(strings.placedAt(importance, certainty))
    } else if (held && event.key === 'Escape') {
      event.stopPropagation()
      setMoving(null)
    } else {
      const next = ratingAfter({ certainty, importance }, event.key)
      if (!next) return
      event.preventDefault()
      if (held) {
        setMoving({ id: assumption.id, to: next })
        say(strings.placedAt(next.importance, next.certainty))
      } else focusBeside(placed, assumption.id, event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 1)
    }
  }
  const focusBeside = (squares: readonly Placed[], id: string, step: number) => {
    const at = squares.findIndex((square) => square.assumption.id === id)
    const next = squares[(at + step + squares.length) % squares.length]?.assumption.id
    if (next !== undefined) field.current?.querySelector<HTMLElement>(`[data-square="${next}"]`)?.focus()
  }
  const hot = placed.filter((square) => square.hot).map(({ number }) => number)
  return (
    <div>
      <div
        ref={field}
        className="relative mt-6 mb-7 ml-6 h-56 max-w-96"
        role="group"
        aria-label={strings.matrix(assumptions.length, hot)}
      >
        <div className="absolute inset-0 bg-field" />
        {/* The first two of five steps in certainty, the last two in importance. */}
        <div className="absolute top-0 left-0 size-2/5 bg-light-tint" />
        <i className="absolute inset-y-0 left-2/5 -ml-px w-[3px] bg-ditch" />
        <i className="absolute inset-x-0 top-2/5 -mt-px h-[3px] bg-ditch" />
        <span className="absolute -top-5 left-0 w-2/5 bg-light-tint px-1.5 text-xs font-strong whitespace-nowrap">
          {words.riskiest}
        </span>
        {placed.map((square) => {
          const { assumption, number, left, top, certainty, importance } = square
          const held = moving?.id === assumption.id
          return (
            <button
              key={assumption.id}
              type="button"
              data-square={assumption.id}
              tabIndex={assumption.id === stop ? 0 : -1}
              aria-label={strings.square(number, assumption.text, importance, certainty)}
              aria-describedby="canvas-keys"
              onFocus={() => setFocused(assumption.id)}
              onKeyDown={(event) => onKeyDown(event, square)}
              onBlur={() => held && setMoving(null)}
              {...drag(assumption.id)}
              className={`focus-ring absolute grid size-7 -translate-1/2 touch-none place-items-center border-2 border-ink text-sm leading-none font-strong tabular-nums pointer-coarse:size-9 ${square.hot ? 'bg-ink text-land' : 'bg-land'} ${held ? 'z-10 shadow-lift' : ''} ${shown.has(assumption.id) ? '' : 'opacity-40'} ${desk.canWrite ? 'cursor-grab active:cursor-grabbing' : ''}`}
              style={{ left: `${left}%`, top: `${top}%` }}
            >
              {number}
            </button>
          )
        })}
        <span className="absolute right-0 -bottom-6 flex items-center gap-1 text-xs text-ink-2">
          {strings.certain} <ArrowRight size={15} aria-hidden />
        </span>
        <span className="absolute top-0 -left-6 flex rotate-180 items-center gap-1 text-xs text-ink-2 [writing-mode:vertical-rl]">
          {strings.important} <ArrowUp size={15} className="rotate-180" aria-hidden />
        </span>
      </div>
      <p id="canvas-keys" className="sr-only">
        {strings.canvasKeys}
      </p>
      {unrated.length > 0 ? (
        <p className="mb-2 flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
          {strings.notRated(unrated.length)}
          {unrated.map(({ assumption, number }) => (
            // Rated here by dragging; the list has the same for keys and fingers.
            <span
              key={assumption.id}
              {...drag(assumption.id)}
              className={`grid size-7 touch-none place-items-center border-2 border-dashed border-bank bg-land font-strong text-ink pointer-coarse:size-9 ${desk.canWrite ? 'cursor-grab' : ''}`}
            >
              {number}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
