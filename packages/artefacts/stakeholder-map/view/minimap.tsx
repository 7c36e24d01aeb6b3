import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useRef, type PointerEvent } from 'react'
import type { Layout } from '../layout.ts'
import { useMapPage } from './use-map.ts'

const widest = 168
const highest = 96

/** The whole map in small with a frame around what is in view; a press goes there. For the eye: keys have 0, + and −. */
export const Minimap = ({ layout }: { layout: Layout }) => {
  const { voiceOf, index } = useMapPage()
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const store = useStoreApi()
  const flow = useReactFlow()
  const scale = Math.min(widest / layout.width, highest / layout.height)
  const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)]
  useEffect(() => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen) return
    element.width = width
    element.height = height
    const tokens = getComputedStyle(element)
    for (const [id, box] of layout.boxes) {
      const row = index.parties.get(id)
      pen.fillStyle = tokens.getPropertyValue(row && voiceOf(row).missing ? '--reed' : '--ink-3')
      pen.fillRect(box.x * scale, box.y * scale, Math.max(2, box.width * scale), Math.max(2, box.height * scale))
    }
  }, [layout, index, voiceOf, scale, width, height])
  useEffect(() => {
    const place = () => {
      const element = frame.current
      const { transform, width: wide, height: high } = store.getState()
      if (!element) return
      const zoom = transform[2]
      element.style.transform = `translate(${(-transform[0] / zoom) * scale}px, ${(-transform[1] / zoom) * scale}px)`
      element.style.width = `${(wide / zoom) * scale}px`
      element.style.height = `${(high / zoom) * scale}px`
    }
    place()
    return store.subscribe(place)
  }, [store, scale])
  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    void flow.setCenter((event.clientX - left) / scale, (event.clientY - top) / scale, { zoom: flow.getZoom() })
  }
  return (
    <div
      aria-hidden
      className="absolute right-3 bottom-14 z-[5] cursor-pointer overflow-hidden border border-ditch bg-land/90 max-sm:hidden"
      style={{ width, height }}
      onPointerDown={go}
      onPointerMove={go}
    >
      <canvas ref={canvas} className="block" />
      <div ref={frame} className="absolute top-0 left-0 border-2 border-water" />
    </div>
  )
}
