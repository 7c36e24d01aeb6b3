import { useStoreApi, ViewportPortal } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { paintScene, type Region, type Scene } from './paint.ts'

const settledMs = 140
const mostPixels = 6_000_000

/**
 * The whole map as one picture under the cards. It moves with the view as it is, and is painted anew when the view
 * comes to rest: so a pan or a zoom costs the same with a thousand parties as with ten.
 */
export const FarLayer = ({ scene, world }: { scene: Scene; world: Region }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const store = useStoreApi()
  useEffect(() => {
    let painted: { readonly region: Region; readonly scale: number } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const paint = () => {
      timer = undefined
      const element = canvas.current
      const state = store.getState()
      if (!element || state.width === 0) return
      const scale = state.transform[2] * Math.min(2, devicePixelRatio)
      const region = regionFor(world, viewOf(state), scale)
      paintScene(element, scene, region, scale)
      Object.assign(element.style, {
        left: `${region.x}px`,
        top: `${region.y}px`,
        width: `${region.width}px`,
        height: `${region.height}px`,
      })
      painted = { region, scale }
    }
    const later = () => {
      if (painted === null) return
      const state = store.getState()
      const scale = state.transform[2] * Math.min(2, devicePixelRatio)
      const sharp = scale < painted.scale * 1.25 && scale > painted.scale * 0.6
      if (sharp && holds(painted.region, clipped(viewOf(state), world))) return
      clearTimeout(timer)
      timer = setTimeout(paint, settledMs)
    }
    paint()
    const stop = store.subscribe(() => (painted === null ? paint() : later()))
    const themes = new MutationObserver(paint)
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', paint)
    return () => {
      stop()
      themes.disconnect()
      dark.removeEventListener('change', paint)
      clearTimeout(timer)
    }
  }, [scene, world, store])
  return (
    <ViewportPortal>
      <canvas ref={canvas} aria-hidden className="pointer-events-none absolute" style={{ zIndex: -1 }} />
    </ViewportPortal>
  )
}

type View = { readonly transform: readonly [number, number, number]; readonly width: number; readonly height: number }

const viewOf = ({ transform: [x, y, zoom], width, height }: View): Region => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
})

// The whole map where that is affordable, else what is seen and half as much around it.
const regionFor = (world: Region, view: Region, scale: number): Region => {
  if (world.width * world.height * scale * scale <= mostPixels) return world
  const around = {
    x: view.x - view.width / 4,
    y: view.y - view.height / 4,
    width: view.width * 1.5,
    height: view.height * 1.5,
  }
  const part = clipped(around, world)
  return part.width > 0 && part.height > 0 ? part : view
}

const clipped = (part: Region, whole: Region): Region => {
  const [x, y] = [Math.max(part.x, whole.x), Math.max(part.y, whole.y)]
  return {
    x,
    y,
    width: Math.min(part.x + part.width, whole.x + whole.width) - x,
    height: Math.min(part.y + part.height, whole.y + whole.height) - y,
  }
}

const holds = (whole: Region, part: Region): boolean =>
  part.width <= 0 ||
  part.height <= 0 ||
  (part.x >= whole.x - 1 &&
    part.y >= whole.y - 1 &&
    part.x + part.width <= whole.x + whole.width + 1 &&
    part.y + part.height <= whole.y + whole.height + 1)
