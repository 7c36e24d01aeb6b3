import {
  ReactFlow,
  ReactFlowProvider,
  useOnViewportChange,
  useReactFlow,
  useStoreApi,
  ViewportPortal,
  type Viewport,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { Hand, Maximize, Move, ZoomIn, ZoomOut } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Box } from '../grid.ts'
import { layOut, type DrawnLens, type Look } from '../layout.ts'
import { slotOf, signSize, type LegendLine, type MarkRule, type SizeRule } from '../marks.ts'
import type { RelationType, Stakeholder } from '../shape.ts'
import { FarLayer } from './far-layer.tsx'
import { LadderArrows } from './ladder-arrows.tsx'
import { cardAt, liveIn, type View } from './live-cards.ts'
import { MapGround } from './map-ground.tsx'
import { MapLines } from './map-lines.tsx'
import { MapNode, type CardData, type CardNode } from './map-node.tsx'
import { Minimap } from './minimap.tsx'
import { MoversLayer } from './movers-layer.tsx'
import { nearest } from './nearest.ts'
import type { PaintedCard, Region, Scene } from './paint.ts'
import { useForces } from './use-forces.ts'
import { useMapPage } from './use-map.ts'
import { useMoving } from './use-moving.ts'
import { areaOf, usePointerDraw } from './use-pointer-draw.ts'

const nodeTypes = { card: MapNode }
const edge = { left: 44, top: 30, bottom: 68 }
const cardHeight = 30
const cardWidth = (name: string) => Math.min(230, name.length * 7.3 + 40)
const vividUpTo = 150

export type MapCanvasProps = {
  readonly rows: readonly Stakeholder[]
  readonly look: Look
  readonly mark: MarkRule
  readonly size: SizeRule
  readonly legend: readonly LegendLine[]
  readonly lit: ReadonlySet<string> | null
  readonly types: readonly RelationType[]
  readonly selected: string | null
  readonly chosen: ReadonlySet<string>
  readonly onOpen: (id: string | null) => void
  readonly onChoose: (ids: readonly string[]) => void
  readonly onLine: (from: string, to: string) => void
  readonly onKey: (key: string, shift: boolean, id: string | null) => boolean
}

/** A lens to move cards in: where it has axes these are attributes, so putting a card down gives it its values. */
export const MapCanvas = (props: MapCanvasProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
)

const Canvas = (props: MapCanvasProps) => {
  const {
    rows,
    look,
    mark,
    size: sizeRule,
    legend,
    lit,
    types,
    selected,
    chosen,
    onOpen,
    onChoose,
    onLine,
    onKey,
  } = props
  const { desk, map, index, strings, fullName, voiceOf, linesOf } = useMapPage()
  const { lens } = look
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [at, setAt] = useState<{ id: string; take: boolean } | null>(null)
  const coarse = useCoarse()
  const [handsOn, setHandsOn] = useState(false)
  const flow = useReactFlow()
  const forces = useForces(map, rows, lens === 'network')
  const { phase, ringView } = look
  const layout = useMemo(() => {
    const width = Math.max(640, size.width - edge.left - 16)
    const drawing = { width, height: size.height - edge.top - edge.bottom, cardHeight, cardWidth }
    return layOut(map, rows, { lens, phase, ringView }, drawing, forces)
  }, [map, rows, lens, phase, ringView, size.width, size.height, forces])
  const settled = useMemo(
    () => new Map<string, Box>([...layout.boxes, ...trayBoxes(layout.tray, layout.width, layout.height)]),
    [layout],
  )
  const move = useMoving(look, layout, chosen)
  const current = at && settled.has(at.id) ? at.id : (selected ?? rows[0]?.id ?? null)
  const draw = usePointerDraw({ boxes: settled, onChoose, onLine })
  const mayMove = move.canMove && (!coarse || handsOn)

  const must = useMemo(
    () =>
      new Set(
        [current, selected, move.moving?.id, ...(chosen.size <= 40 ? chosen : [])].filter(
          (id) => id !== undefined && id !== null,
        ),
      ),
    [current, selected, move.moving?.id, chosen],
  )
  const view = useView(size)
  const live = useMemo(() => liveIn(settled, view, must), [settled, view, must])
  const openCard = useRef(onOpen)
  openCard.current = onOpen
  const chooseCard = useRef(onChoose)
  chooseCard.current = onChoose
  const chosenNow = useRef(chosen)
  chosenNow.current = chosen
  const pressed = useCallback((id: string, add: boolean) => {
    if (!add) return openCard.current(id)
    const next = new Set(chosenNow.current)
    if (!next.delete(id)) next.add(id)
    chooseCard.current([...next])
  }, [])
  const focused = useCallback((id: string) => setAt({ id, take: false }), [])
  const startLine = useRef(draw.startLine)
  startLine.current = draw.startLine
  const drawFrom = useCallback((id: string) => startLine.current(id), [])

  const made = useRef(new Map<string, CardNode>())
  const nodes = useMemo(() => {
    const kept = new Map<string, CardNode>()
    for (const id of live) {
      const [box, row] = [settled.get(id), index.parties.get(id)]
      if (!box || !row) continue
      const own = move.pointFor(id)
      const data: CardData = {
        id,
        name: row.name,
        label: fullName(row, look),
        voice: voiceOf(row),
        sign: mark === 'voice' ? null : { slot: slotOf(row, mark, legend) },
        size: signSize(row, sizeRule),
        selected: id === selected,
        chosen: chosen.has(id),
        dim: lit !== null && !lit.has(id),
        current: id === current,
        focused: at?.take === true && at.id === id,
        moving: own !== null,
        onOpen: pressed,
        onFocus: focused,
        onDraw: desk.canWrite ? drawFrom : null,
      }
      const place = own ? { x: own.x - box.width / 2, y: own.y - box.height / 2 } : { x: box.x, y: box.y }
      const node: CardNode = {
        id,
        type: 'card',
        position: place,
        width: box.width,
        height: box.height,
        measured: { width: box.width, height: box.height },
        zIndex: own ? 3 : id === selected ? 2 : 1,
        draggable: mayMove,
        data,
      }
      const before = made.current.get(id)
      kept.set(id, before && sameNode(before, node) ? before : node)
    }
    made.current = kept
    return [...kept.values()]
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `move` is new at each render; what it says changes with `moving`
  }, [
    live,
    settled,
    index,
    look,
    mark,
    legend,
    sizeRule,
    selected,
    chosen,
    lit,
    current,
    at,
    mayMove,
    move.moving,
    voiceOf,
    desk.canWrite,
  ])

  const lines = useMemo(
    () => index.sound.filter(({ type }) => types.length === 0 || types.includes(type)),
    [index, types],
  )
  const cards = useMemo(
    () =>
      rows.map((row): PaintedCard => {
        const { groups, missing } = voiceOf(row)
        const slot = mark === 'voice' ? groups[0]?.marker : slotOf(row, mark, legend)
        return { id: row.id, name: row.name, missing, token: slot ? `--${slot}` : null }
      }),
    [rows, voiceOf, mark, legend],
  )
  const movingIds = move.moving?.with
  // Where every card is a real one, the picture under them holds lines only.
  const allLive = live.size === settled.size ? live : undefined
  const scene = useMemo(
    (): Scene => ({
      boxes: settled,
      cards,
      lines,
      lit,
      vivid: (lens === 'network' || lens === 'rings') && lines.length <= vividUpTo,
      without: allLive ?? movingIds ?? none,
    }),
    [settled, cards, lines, lit, lens, movingIds, allLive],
  )
  const world = useMemo(
    (): Region => ({ x: -20, y: -24, width: layout.width + 40, height: worldHeight(settled, layout.height) + 48 }),
    [layout, settled],
  )
  const shownBoxes = useMemo(() => {
    if (!move.moving) return settled
    const boxes = new Map(settled)
    for (const id of move.moving.with) {
      const [box, point] = [settled.get(id), move.pointFor(id)]
      if (box && point) boxes.set(id, { ...box, x: point.x - box.width / 2, y: point.y - box.height / 2 })
    }
    return boxes
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [settled, move.moving])

  const zoomFit = Math.min(
    1,
    (size.width - edge.left - 8) / layout.width,
    layout.grid && rows.length <= 60 ? 1 : (size.height - edge.top - edge.bottom) / layout.height,
  )
  const reset = () =>
    void flow.setViewport({
      x: Math.max(edge.left, (size.width - layout.width * zoomFit) / 2),
      y: edge.top,
      zoom: zoomFit,
    })
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the drawing is set right again when its size or lens changes, not at each render
  useEffect(reset, [flow, size.width, size.height, layout.width, lens])
  const glide = useGlide(lens)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    const id = event.target.dataset['stakeholder'] ?? null
    if (handle(event.key, event.shiftKey, id)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const handle = (key: string, shift: boolean, id: string | null): boolean => {
    if (move.key(key, shift)) return true
    const next = id === null ? null : nearest(settled, id, key)
    if (next !== null) {
      setAt({ id: next, take: true })
      bringIntoView(next)
    } else if (key.toLowerCase() === 'v' && id !== null && desk.canWrite) move.start(id)
    else if (key === ' ' && id !== null) pressed(id, true)
    else if (key === '+' || key === '=') void flow.zoomIn()
    else if (key === '-') void flow.zoomOut()
    else if (key === '0') reset()
    else return onKey(key, shift, id)
    return true
  }
  const bringIntoView = (id: string) => {
    const box = settled.get(id)
    if (!box) return
    const { x, y, zoom } = flow.getViewport()
    const [left, top] = [box.x * zoom + x, box.y * zoom + y]
    const inside =
      left >= 0 && top >= 0 && left + box.width * zoom <= size.width && top + box.height * zoom <= size.height
    if (!inside) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: Math.max(zoom, 0.6) })
  }
  const middleOf = (node: CardNode) => ({
    x: node.position.x + (node.width ?? 0) / 2,
    y: node.position.y + cardHeight / 2,
  })
  const least = layout.grid && rows.length <= 60 ? layout.height + edge.top + edge.bottom : 420
  return (
    // Keys and presses reach the cards in it first; this is where those meant for the map as a whole arrive.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      role="group"
      aria-label={strings.map}
      aria-describedby="map-keys"
      data-lens={lens}
      className={`parcel relative min-h-96 overflow-hidden ${lens === 'rings' ? 'bg-sky' : ''} ${glide}`}
      style={{ minHeight: Math.min(least, 900) }}
      onKeyDown={onKeyDown}
      {...draw.handlers}
    >
      <p id="map-keys" className="sr-only">
        {strings.keys}
      </p>
      <ReactFlow
        nodes={nodes}
        nodeTypes={nodeTypes}
        nodesFocusable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        proOptions={hidden}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        panOnDrag={draw.drawn === null}
        nodeDragThreshold={4}
        minZoom={0.03}
        maxZoom={2.5}
        onNodeDrag={(_, node) => move.drag(node.id, middleOf(node))}
        onNodeDragStop={(_, node) => move.moving?.point && move.drop(node.id, middleOf(node))}
        onPaneClick={(event) => {
          const hit = cardAt(settled, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }))
          if (hit) onOpen(hit)
        }}
      >
        <MapGround layout={layout}>
          {lens === 'participation' ? <LadderArrows layout={layout} rows={rows} selected={selected} /> : null}
          {selected ? (
            <MapLines
              lines={linesOf(selected).filter(({ type }) => types.length === 0 || types.includes(type))}
              boxes={shownBoxes}
            />
          ) : null}
        </MapGround>
        <FarLayer scene={scene} world={world} />
        <MoversLayer layout={layout} />
        {draw.drawn ? (
          <ViewportPortal>
            <svg
              aria-hidden
              className="pointer-events-none absolute top-0 left-0 overflow-visible"
              style={{ zIndex: 5 }}
            >
              {draw.drawn.kind === 'area' ? (
                <rect
                  {...areaOf(draw.drawn.from, draw.drawn.to)}
                  fill="var(--water-tint)"
                  fillOpacity="0.5"
                  stroke="var(--water)"
                  strokeWidth="2"
                />
              ) : (
                <path
                  d={`M${draw.drawn.from.x} ${draw.drawn.from.y}L${draw.drawn.to.x} ${draw.drawn.to.y}`}
                  stroke="var(--water)"
                  strokeWidth="2.5"
                  strokeDasharray="6 4"
                />
              )}
            </svg>
          </ViewportPortal>
        ) : null}
      </ReactFlow>
      {rows.length > 40 || view.zoom > zoomFit * 1.4 ? <Minimap layout={layout} /> : null}
      <div className="absolute right-3 bottom-1 z-[5] flex gap-1.5 print:hidden">
        {coarse && move.canMove ? (
          <button
            type="button"
            aria-pressed={handsOn}
            onClick={() => setHandsOn(!handsOn)}
            className={`${tool} w-auto flex items-center gap-1.5 px-3 aria-pressed:bg-water-tint`}
          >
            {handsOn ? <Move size={18} aria-hidden /> : <Hand size={18} aria-hidden />}
            {handsOn ? strings.handsOn : strings.handsOff}
          </button>
        ) : null}
        <Tool label={strings.zoomIn} Icon={ZoomIn} onClick={() => void flow.zoomIn()} />
        <Tool label={strings.zoomOut} Icon={ZoomOut} onClick={() => void flow.zoomOut()} />
        <Tool label={strings.fit} Icon={Maximize} onClick={reset} />
      </div>
    </div>
  )
}

const hidden = { hideAttribution: true }
const none: ReadonlySet<string> = new Set()
const tool =
  'focus-ring grid size-9 place-items-center rounded-control border-[1.5px] border-bank bg-land pointer-coarse:size-11'

const Tool = ({ label, Icon, onClick }: { label: string; Icon: typeof ZoomIn; onClick: () => void }) => (
  <button type="button" aria-label={label} onClick={onClick} className={tool}>
    <Icon size={18} aria-hidden />
  </button>
)

const sameNode = (a: CardNode, b: CardNode): boolean =>
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.width === b.width &&
  a.zIndex === b.zIndex &&
  a.draggable === b.draggable &&
  sameData(a.data, b.data)

const sameData = (a: CardData, b: CardData): boolean =>
  a.label === b.label &&
  a.name === b.name &&
  a.selected === b.selected &&
  a.chosen === b.chosen &&
  a.dim === b.dim &&
  a.current === b.current &&
  a.focused === b.focused &&
  a.moving === b.moving &&
  a.size === b.size &&
  a.sign?.slot === b.sign?.slot &&
  (a.sign === null) === (b.sign === null) &&
  a.voice.missing === b.voice.missing &&
  a.voice.groups.length === b.voice.groups.length &&
  a.voice.groups.every(({ marker }, at) => marker === b.voice.groups[at]?.marker) &&
  a.onDraw === b.onDraw

const trayBoxes = (tray: readonly Stakeholder[], width: number, below: number): readonly (readonly [string, Box])[] => {
  let [x, y] = [104, below + 6]
  return tray.map(({ id, name }) => {
    const own = cardWidth(name)
    if (x + own > width - 220) [x, y] = [0, y + cardHeight + 6]
    const box = { x, y, width: own, height: cardHeight }
    x += own + 8
    return [id, box] as const
  })
}

const worldHeight = (boxes: ReadonlyMap<string, Box>, least: number): number => {
  let most = least
  for (const { y, height } of boxes.values()) most = Math.max(most, y + height)
  return most
}

const pace = 180

/** What is in view, told at the end of a movement and now and then on its way: cards become real when they can be read. */
const useView = (size: { readonly width: number; readonly height: number }): View => {
  const store = useStoreApi()
  const [port, setPort] = useState<Viewport>({ x: 0, y: 0, zoom: 1 })
  const last = useRef(0)
  const onChange = useCallback((next: Viewport) => {
    if (performance.now() - last.current < pace) return
    last.current = performance.now()
    setPort(next)
  }, [])
  const onEnd = useCallback((next: Viewport) => setPort(next), [])
  useOnViewportChange({ onChange, onEnd })
  useEffect(() => {
    const [x, y, zoom] = store.getState().transform
    // What is in view lives outside React.
    // oxlint-disable-next-line react/set-state-in-effect
    setPort({ x, y, zoom })
  }, [store, size])
  return useMemo(() => ({ ...port, ...size }), [port, size])
}

const glideMs = 320

/** The class under which cards glide to their places in another lens, for as long as that takes. */
const useGlide = (lens: DrawnLens): string => {
  const [gliding, setGliding] = useState<DrawnLens | null>(null)
  const [before, setBefore] = useState(lens)
  if (before !== lens) {
    setBefore(lens)
    setGliding(lens)
  }
  useEffect(() => {
    if (gliding === null) return
    const timer = setTimeout(() => setGliding(null), glideMs + 80)
    return () => clearTimeout(timer)
  }, [gliding])
  return gliding === null
    ? ''
    : 'motion-safe:[&_.react-flow\\_\\_node]:transition-transform motion-safe:[&_.react-flow\\_\\_node]:duration-[320ms]'
}

const useCoarse = (): boolean => {
  const [coarse, setCoarse] = useState(() => matchMedia('(pointer: coarse)').matches)
  useEffect(() => {
    const media = matchMedia('(pointer: coarse)')
    const changed = () => setCoarse(media.matches)
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }, [])
  return coarse
}

const useSize = (frame: { readonly current: HTMLElement | null }) => {
  const [size, setSize] = useState({ width: 1000, height: 520 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return size
}
