import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useOthers } from '#react/use-presence.ts'
import { layGrid, pointOf, type Box } from '../grid.ts'
import type { GridLens } from '../queries.ts'
import type { Stakeholder } from '../shape.ts'
import { MapGround } from './map-ground.tsx'
import { MapNode, type CardNode } from './map-node.tsx'
import { nearest } from './nearest.ts'
import { useMapPage } from './use-map.ts'
import { useMoving } from './use-moving.ts'

const nodeTypes = { card: MapNode }
const edge = { left: 44, top: 30, bottom: 68 }
const cardHeight = 30
const cardWidth = (name: string) => Math.min(230, name.length * 7.3 + 40)

export type MapCanvasProps = {
  readonly rows: readonly Stakeholder[]
  readonly lens: GridLens
  readonly selected: string | null
  readonly onOpen: (id: string) => void
  readonly onKey: (key: string, shift: boolean, id: string | null) => boolean
}

/** A grid lens to move cards in: attributes are the axes, so putting a card down gives it its values. */
export const MapCanvas = (props: MapCanvasProps) => (
  <ReactFlowProvider>
    <Canvas {...props} />
  </ReactFlowProvider>
)

const Canvas = ({ rows, lens, selected, onOpen, onKey }: MapCanvasProps) => {
  const { desk, strings } = useMapPage()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [at, setAt] = useState<{ id: string; take: boolean } | null>(null)
  const flow = useReactFlow()
  const width = Math.max(640, size.width - edge.left - 16)
  const least = layGrid(rows, lens, { width, height: 0, cardHeight, cardWidth }).height
  const grid = layGrid(rows, lens, { width, height: size.height - edge.top - edge.bottom, cardHeight, cardWidth })
  const move = useMoving(lens, grid)
  const others = useOthers(desk.presence, ({ state }) => Boolean(state.drag))
  const boxes = new Map<string, Box>([...grid.boxes, ...trayBoxes(grid.tray, grid.width, grid.height)])
  for (const { state } of others) {
    const box = state.drag && boxes.get(state.drag.item)
    if (state.drag && box) boxes.set(state.drag.item, around(box, pointOf(grid, state.drag)))
  }
  const own = move.moving && boxes.get(move.moving.id)
  const target = move.moving?.point ?? (move.moving?.steps && move.pointOfSteps(move.moving.steps))
  if (move.moving && own && target) boxes.set(move.moving.id, around(own, target))

  const current = at && boxes.has(at.id) ? at.id : (selected ?? rows[0]?.id ?? null)
  const nodes = rows.flatMap((stakeholder): CardNode[] => {
    const box = boxes.get(stakeholder.id)
    if (!box) return []
    const { id } = stakeholder
    const mover = others.find(({ state }) => state.drag?.item === id) ?? null
    const moving = move.moving?.id === id
    return [
      {
        id,
        type: 'card',
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        zIndex: moving || mover ? 3 : id === selected ? 2 : 1,
        draggable: desk.canWrite,
        data: {
          stakeholder,
          lens,
          selected: id === selected,
          current: id === current,
          focused: at?.take === true && at.id === id,
          moving,
          mover,
          onOpen,
          onFocus: (now) => setAt({ id: now, take: false }),
        },
      },
    ]
  })
  const reset = () =>
    void flow.setViewport({ x: edge.left, y: edge.top, zoom: Math.min(1, (size.width - edge.left - 8) / grid.width) })
  // The drawing is set right again when its size or lens changes, not at each render.
  useEffect(reset, [flow, size.width, size.height, grid.width, lens])

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
    const next = id === null ? null : nearest(boxes, id, key)
    if (next !== null) setAt({ id: next, take: true })
    else if (key.toLowerCase() === 'v' && id !== null && desk.canWrite) move.start(id)
    else if (key === '+' || key === '=') void flow.zoomIn()
    else if (key === '-') void flow.zoomOut()
    else if (key === '0') reset()
    else return onKey(key, shift, id)
    return true
  }
  const centreOf = (node: CardNode) => ({
    x: node.position.x + (node.width ?? 0) / 2,
    y: node.position.y + cardHeight / 2,
  })
  return (
    // Keys that reach it from what it holds.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={frame}
      role="group"
      aria-label={strings.map}
      aria-describedby="map-keys"
      className="parcel relative min-h-96 overflow-hidden"
      style={{ minHeight: least + edge.top + edge.bottom }}
      onKeyDown={onKeyDown}
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
        proOptions={{ hideAttribution: true }}
        deleteKeyCode={null}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        nodeDragThreshold={4}
        minZoom={0.4}
        maxZoom={2.5}
        onNodeDrag={(_, node) => move.drag(node.id, centreOf(node))}
        onNodeDragStop={(_, node) => move.moving?.point && move.drop(node.id, centreOf(node))}
      >
        <MapGround grid={grid} lens={lens} boxes={boxes} selected={selected} />
      </ReactFlow>
      <div className="absolute right-3 bottom-1 z-[5] flex gap-1.5">
        <Tool label={strings.zoomIn} Icon={ZoomIn} onClick={() => void flow.zoomIn()} />
        <Tool label={strings.zoomOut} Icon={ZoomOut} onClick={() => void flow.zoomOut()} />
        <Tool label={strings.fit} Icon={Maximize} onClick={reset} />
      </div>
    </div>
  )
}

const Tool = ({ label, Icon, onClick }: { label: string; Icon: typeof ZoomIn; onClick: () => void }) => (
  <button
    type="button"
    aria-label={label}
    onClick={onClick}
    className="focus-ring grid size-9 place-items-center rounded-control border-[1.5px] border-bank bg-land"
  >
    <Icon size={18} aria-hidden />
  </button>
)

const around = (box: Box, point: { x: number; y: number }): Box => ({
  ...box,
  x: point.x - box.width / 2,
  y: point.y - box.height / 2,
})

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
