import { useState } from 'react'
import { pointOf, scaleOf, stepOf, type Grid } from '../grid.ts'
import { cellOf, type GridLens } from '../queries.ts'
import { useMapPage } from './use-map.ts'

type Point = { readonly x: number; readonly y: number }
/** A card under way: by pointer at a point of the drawing, or by keys at a step. Nothing is written until it is put down. */
type Moving = { readonly id: string; readonly point?: Point; readonly steps?: Point }

/** Moving a card by pointer or keys: others see it on its way, and it is written once. */
export const useMoving = (lens: GridLens, grid: Grid) => {
  const { desk, map, place, say, nameOf, strings } = useMapPage()
  const [moving, setMoving] = useState<Moving | null>(null)
  const tell = (id: string, scale: Point) => desk.presence.set({ drag: { item: id, x: scale.x, y: scale.y } })
  const stop = () => {
    setMoving(null)
    desk.presence.set({ drag: null })
  }
  const toStep = (id: string, steps: Point) => {
    setMoving({ id, steps })
    tell(id, { x: (steps.x - 0.5) / 5, y: (steps.y - 0.5) / 5 })
  }
  return {
    moving,
    pointOfSteps: ({ x, y }: Point) => pointOf(grid, { x: (x - 0.5) / 5, y: (y - 0.5) / 5 }),
    drag: (id: string, point: Point) => {
      setMoving({ id, point })
      tell(id, scaleOf(grid, point))
    },
    drop: (id: string, point: Point) => {
      stop()
      // Below the drawing is the tray: whoever lets go there has not chosen a place.
      if (point.y > grid.height + 20) return
      const scale = scaleOf(grid, point)
      place(id, lens, { x: stepOf(scale.x), y: stepOf(scale.y) })
    },
    start: (id: string) => {
      const stakeholder = map.stakeholders.find((row) => row.id === id)
      if (!stakeholder) return
      toStep(id, cellOf(stakeholder, lens) ?? { x: 3, y: 3 })
      say(strings.moveStart(stakeholder.name))
    },
    /** One key while a card is moved by keys; says whether it was meant for that. */
    key: (key: string, shift: boolean): boolean => {
      if (!moving?.steps) return false
      const { id, steps } = moving
      const by = shift ? 4 : 1
      const [dx, dy] =
        key === 'ArrowRight'
          ? [by, 0]
          : key === 'ArrowLeft'
            ? [-by, 0]
            : key === 'ArrowUp'
              ? [0, by]
              : key === 'ArrowDown'
                ? [0, -by]
                : [0, 0]
      if (dx !== 0 || dy !== 0) {
        const next = { x: clamp(steps.x + dx), y: clamp(steps.y + dy) }
        toStep(id, next)
        say(`${nameOf(id)}: ${strings.step(next.x)}, ${strings.step(next.y)}`)
      } else if (key === 'Enter') {
        stop()
        place(id, lens, steps)
      } else if (key === 'Escape') {
        stop()
        say(strings.cancelled)
      } else return false
      return true
    },
  }
}

const clamp = (step: number): number => Math.min(5, Math.max(1, step))
