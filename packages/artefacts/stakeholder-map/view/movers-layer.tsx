import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { useMarkerOf } from '#react/here.ts'
import type { Other } from '#domain/presence.ts'
import type { Layout } from '../layout.ts'
import { pointOf } from '../grid.ts'
import { paintCrowd } from './paint-crowd.ts'
import { useMapPage } from './use-map.ts'

/** How often movers are drawn, in milliseconds: less often where many move, whom nobody can follow one by one. */
const paceFor = (movers: number): number => (movers > crowdFrom ? 250 : 100)
const crowdFrom = 30

/** The place that tells others in which lens a card moves. */
export const lensPlace = (lens: string): string => `lens-${lens}`

/** Cards that others are moving, each under its mover's name; drawn outside React, for a hundred may move at once. */
export const MoversLayer = ({ layout }: { layout: Layout }) => {
  const { desk, strings, index } = useMapPage()
  const markerOf = useMarkerOf()
  const home = useRef<HTMLDivElement>(null)
  const crowd = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  const drawn = useRef(new Map<number, HTMLElement>())
  const current = useRef({ layout, strings, index, markerOf })
  useEffect(() => {
    current.current = { layout, strings, index, markerOf }
  })
  useEffect(() => {
    const cards = drawn.current
    let timer: ReturnType<typeof setTimeout> | undefined
    let movers = 0
    const draw = () => {
      timer = undefined
      const { layout: now, markerOf: markers, strings: words, index: known } = current.current
      const moving = desk.presence.others().filter(({ state }) => state.drag && state.at?.field === lensPlace(now.lens))
      movers = moving.length
      const isCrowd = movers > crowdFrom
      if (crowd.current) {
        crowd.current.hidden = !isCrowd
        crowd.current.dataset['movers'] = String(isCrowd ? movers : 0)
      }
      if (isCrowd && crowd.current) {
        const cards = moving.map((other) => {
          const slot = markers(other.perspective)
          const name = known.parties.get(other.state.drag?.item ?? '')?.name ?? ''
          return { ...pointFor(now, other), name, token: slot === null ? '--ink' : `--${slot}` }
        })
        const scale = Math.min(2, store.getState().transform[2] * devicePixelRatio)
        paintCrowd(crowd.current, cards, now, scale)
      }
      const seen = new Set(isCrowd ? [] : moving.map(({ connection }) => connection))
      for (const [connection, card] of cards) {
        if (seen.has(connection)) continue
        card.remove()
        cards.delete(connection)
      }
      for (const other of isCrowd ? [] : moving) {
        const box = now.boxes.get(other.state.drag?.item ?? '')
        const point = pointFor(now, other)
        let card = cards.get(other.connection)
        if (!card) {
          card = cardOf(other, markers(other.perspective), words.moving(other.name))
          cards.set(other.connection, card)
          home.current?.append(card)
        }
        const name = known.parties.get(other.state.drag?.item ?? '')?.name ?? ''
        const text = card.lastElementChild
        if (text && text.textContent !== name) text.textContent = name
        card.style.transform = `translate(${point.x - (box?.width ?? 160) / 2}px, ${point.y - 15}px)`
      }
    }
    const soon = () => {
      timer ??= setTimeout(draw, paceFor(movers))
    }
    const stop = desk.presence.subscribe(soon)
    return () => {
      stop()
      clearTimeout(timer)
      for (const card of cards.values()) card.remove()
      cards.clear()
    }
  }, [desk, store])
  return (
    <ViewportPortal>
      <div ref={home} aria-hidden className="pointer-events-none absolute top-0 left-0" style={{ zIndex: 4 }} />
      <canvas
        ref={crowd}
        hidden
        aria-hidden
        className="pointer-events-none absolute top-0 left-0"
        style={{ zIndex: 4, width: layout.width, height: layout.height }}
      />
    </ViewportPortal>
  )
}

const pointFor = (layout: Layout, { state }: Other): { x: number; y: number } => {
  const { x, y } = state.drag ?? { x: 0.5, y: 0.5 }
  return layout.grid ? pointOf(layout.grid, { x, y }) : { x: x * layout.width, y: y * layout.height }
}

const cardOf = (_: Other, slot: string | null, words: string): HTMLElement => {
  const card = document.createElement('div')
  card.className =
    'absolute top-0 left-0 max-w-60 [contain:layout_style] will-change-transform rounded-chip border-2 bg-land px-2 py-1 text-xs font-label whitespace-nowrap text-ink shadow-lift'
  card.style.borderColor = slot === null ? 'var(--ink)' : `var(--${slot})`
  card.dataset['mover'] = ''
  const flag = document.createElement('span')
  flag.className = 'absolute bottom-full left-2 rounded-t-[4px] px-2 py-0.5 text-xs font-strong'
  flag.style.background = slot === null ? 'var(--ink)' : `var(--${slot})`
  flag.style.color = 'var(--on-m)'
  flag.textContent = words
  const name = document.createElement('span')
  name.className = 'block truncate'
  card.append(flag, name)
  return card
}
