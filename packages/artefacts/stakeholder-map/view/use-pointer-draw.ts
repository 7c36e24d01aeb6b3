import { useReactFlow } from '@xyflow/react'
import { useState, type PointerEvent } from 'react'
import type { Box } from '../grid.ts'
import { cardAt, cardsIn } from './live-cards.ts'

type Point = { readonly x: number; readonly y: number }
/** What a pointer draws on the map: a rectangle around cards, or a line from one card to another. */
export type Drawn = {
  readonly kind: 'area' | 'line'
  readonly from: Point
  readonly to: Point
  readonly id: string | null
}

type Wish = {
  readonly boxes: ReadonlyMap<string, Box>
  readonly onChoose: (ids: readonly string[]) => void
  readonly onLine: (from: string, to: string) => void
}

/** Drawing with the pointer: Shift and drag chooses cards, a drag from a handle draws a line. */
export const usePointerDraw = ({ boxes, onChoose, onLine }: Wish) => {
  const flow = useReactFlow()
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const at = (event: PointerEvent): Point => flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
  return {
    drawn,
    startLine: (id: string) => {
      const box = boxes.get(id)
      if (!box) return
      const from = { x: box.x + box.width, y: box.y + box.height / 2 }
      setDrawn({ kind: 'line', from, to: from, id })
    },
    cancel: () => setDrawn(null),
    handlers: {
      onPointerDownCapture: (event: PointerEvent) => {
        if (!event.shiftKey || event.button !== 0 || event.pointerType === 'touch') return
        if (event.target instanceof Element && event.target.closest('button, [data-handle]')) return
        event.stopPropagation()
        event.preventDefault()
        const from = at(event)
        setDrawn({ kind: 'area', from, to: from, id: null })
      },
      onPointerMove: (event: PointerEvent) => {
        if (drawn) setDrawn({ ...drawn, to: at(event) })
      },
      onPointerUp: (event: PointerEvent) => {
        if (!drawn) return
        const to = at(event)
        setDrawn(null)
        if (drawn.kind === 'area') return onChoose(cardsIn(boxes, areaOf(drawn.from, to)))
        const target = cardAt(boxes, to)
        if (drawn.id !== null && target !== null && target !== drawn.id) onLine(drawn.id, target)
      },
    },
  }
}

export const areaOf = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})
