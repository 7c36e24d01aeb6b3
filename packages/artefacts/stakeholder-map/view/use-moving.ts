import { useState } from 'react'
import { scaleOf } from '../grid.ts'
import type { Layout, Look } from '../layout.ts'
import { canMoveIn, nextTarget, pointOfTarget, putAt, targetAt, targetOf, type Target } from '../targets.ts'
import { lensPlace } from './movers-layer.tsx'
import { centreOf } from '../line-looks.ts'
import { useMapPage } from './use-map.ts'

type Point = { readonly x: number; readonly y: number }
/** Cards under way: one is held, others of a selection go along. Nothing is written until they are put down. */
type Moving = {
  readonly id: string
  readonly with: ReadonlySet<string>
  readonly point?: Point
  readonly target?: Target
}

/** Moving cards by pointer or keys: others see it on its way, and it is written once. */
export const useMoving = (look: Look, layout: Layout, chosen: ReadonlySet<string>) => {
  const { desk, map, index, act, say, nameOf, strings, valuesOf, terms, words } = useMapPage()
  const [moving, setMoving] = useState<Moving | null>(null)
  const canMove = desk.canWrite && canMoveIn(look)
  const companions = (id: string): ReadonlySet<string> => (chosen.has(id) ? chosen : new Set([id]))
  const tell = (id: string, point: Point) => {
    const share = layout.grid ? scaleOf(layout.grid, point) : { x: point.x / layout.width, y: point.y / layout.height }
    desk.presence.set({ at: { field: lensPlace(look.lens) }, drag: { item: id, x: share.x, y: share.y } })
  }
  const stop = () => {
    setMoving(null)
    desk.presence.set({ at: null, drag: null })
  }
  const toTarget = (id: string, target: Target) => {
    setMoving({ id, with: new Set([id]), target })
    tell(id, pointOfTarget(layout, target))
  }
  const sayPlaced = (id: string) => {
    // What was written is read back, so that what is said is what stands there.
    const row = desk.document.content().stakeholders.find((each) => each.id === id)
    if (row) say(strings.placed(row.name, valuesOf(row, look)))
  }
  const wordsOf = (target: Target): string => {
    if (target.kind === 'cell') return `${strings.step(target.x)}, ${strings.step(target.y)}`
    if (target.kind === 'ring') return terms.ring(target.ring)
    if (target.kind === 'ladder') return Object.values(terms.ladder)[target.step] ?? ''
    return strings.freePlace(Math.round((target.x + 1) * 50), Math.round((1 - target.y) * 50))
  }
  return {
    moving,
    canMove,
    /** Where a card stands while it is under way; `null` for cards that are not. */
    pointFor: (id: string): Point | null => {
      if (!moving?.with.has(id)) return null
      const held = moving.point ?? (moving.target ? pointOfTarget(layout, moving.target) : null)
      const [start, own] = [layout.boxes.get(moving.id), layout.boxes.get(id)]
      if (id === moving.id || !held) return held
      if (!start || !own) return null
      const [from, to] = [centreOf(start), centreOf(own)]
      return { x: to.x + held.x - from.x, y: to.y + held.y - from.y }
    },
    drag: (id: string, point: Point) => {
      setMoving({ id, with: companions(id), point })
      tell(id, point)
    },
    drop: (id: string, point: Point) => {
      const start = layout.boxes.get(id)
      const from = start ? centreOf(start) : point
      const group = [...companions(id)]
      stop()
      act((draft) => {
        for (const one of group) {
          const box = layout.boxes.get(one)
          const own =
            one === id || !box
              ? point
              : { x: centreOf(box).x + point.x - from.x, y: centreOf(box).y + point.y - from.y }
          const target = targetAt(layout, own)
          if (target) putAt(draft, one, look, target)
        }
      })
      sayPlaced(id)
    },
    start: (id: string) => {
      const stakeholder = index.parties.get(id)
      const target = stakeholder && canMove ? targetOf(map, stakeholder, look, layout) : null
      if (!stakeholder || !target) return say(strings.notHere(words.lenses[look.lens]))
      toTarget(id, target)
      say(strings.moveStart(stakeholder.name))
    },
    cancel: () => {
      if (moving) stop()
    },
    /** One key while a card is moved by keys; says whether it was meant for that. */
    key: (key: string, shift: boolean): boolean => {
      if (!moving?.target) return false
      const { id, target } = moving
      const next = nextTarget(target, key, shift)
      if (next) {
        toTarget(id, next)
        say(`${nameOf(id)}: ${wordsOf(next)}`)
      } else if (key === 'Enter') {
        stop()
        act((draft) => putAt(draft, id, look, target))
        sayPlaced(id)
      } else if (key === 'Escape') {
        stop()
        say(strings.cancelled)
      } else return false
      return true
    },
  }
}
