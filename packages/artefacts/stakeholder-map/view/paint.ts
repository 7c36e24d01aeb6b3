import { familyOf } from '../queries.ts'
import type { Box } from '../grid.ts'
import type { Relation } from '../shape.ts'
import { bendOf, centreOf, lineLooks } from '../line-looks.ts'

/** All that the far-away drawing shows; real cards are laid over it where they can be read. */
export type Scene = {
  readonly boxes: ReadonlyMap<string, Box>
  readonly cards: readonly PaintedCard[]
  readonly lines: readonly Relation[]
  /** Draw lines in the looks of their kind instead of faintly. */
  readonly vivid: boolean
  readonly lit: ReadonlySet<string> | null
  /** Cards that are drawn by something else now. */
  readonly without: ReadonlySet<string>
}
export type PaintedCard = {
  readonly id: string
  readonly name: string
  readonly missing: boolean
  readonly token: string | null
}
export type Region = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const curvedUpTo = 600
const readable = 0.55

/** Paints the part of a scene that lies in a region, so many pixels to one unit. */
export const paintScene = (canvas: HTMLCanvasElement, scene: Scene, region: Region, scale: number): void => {
  canvas.width = Math.ceil(region.width * scale)
  canvas.height = Math.ceil(region.height * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale)
  const tokens = getComputedStyle(canvas)
  const colour = (token: string) => tokens.getPropertyValue(token).trim()
  paintLines(pen, scene, region, colour, scale)
  paintCards(pen, scene, region, colour, scale)
}

type Colour = (token: string) => string

const paintLines = (
  pen: CanvasRenderingContext2D,
  scene: Scene,
  region: Region,
  colour: Colour,
  scale: number,
): void => {
  const batches = new Map<
    string,
    { readonly lines: Relation[]; readonly stroke: string; readonly dash: readonly number[]; readonly dim: boolean }
  >()
  for (const line of scene.lines) {
    const dim = scene.lit !== null && !(scene.lit.has(line.from ?? '') && scene.lit.has(line.to ?? ''))
    const family = familyOf[line.type]
    const key = `${scene.vivid ? family : ''}|${line.status}|${dim}`
    const look = lineLooks[family]
    const dash = line.status === 'wanted' ? [1, 5] : line.status === 'broken' ? [10, 8] : scene.vivid ? look.dash : []
    const batch = batches.get(key) ?? { lines: [], stroke: colour(scene.vivid ? look.token : '--ditch'), dash, dim }
    batch.lines.push(line)
    batches.set(key, batch)
  }
  const curved = scene.lines.length <= curvedUpTo
  pen.lineWidth = Math.max(1.3, 0.7 / scale)
  for (const { lines, stroke, dash, dim } of batches.values()) {
    pen.globalAlpha = dim ? 0.2 : 1
    pen.strokeStyle = stroke
    // Dashes too small to see only cost time.
    pen.setLineDash(scale < 0.4 ? [] : [...dash])
    pen.beginPath()
    for (const { from, to } of lines) {
      const [start, end] = [scene.boxes.get(from ?? ''), scene.boxes.get(to ?? '')]
      if (!start || !end) continue
      const [a, b] = [centreOf(start), centreOf(end)]
      if (Math.max(a.x, b.x) < region.x || Math.min(a.x, b.x) > region.x + region.width) continue
      if (Math.max(a.y, b.y) < region.y || Math.min(a.y, b.y) > region.y + region.height) continue
      pen.moveTo(a.x, a.y)
      const bend = bendOf(a, b)
      if (curved) pen.quadraticCurveTo(bend.x, bend.y, b.x, b.y)
      else pen.lineTo(b.x, b.y)
    }
    pen.stroke()
  }
  pen.globalAlpha = 1
  pen.setLineDash([])
}

const paintCards = (
  pen: CanvasRenderingContext2D,
  scene: Scene,
  region: Region,
  colour: Colour,
  scale: number,
): void => {
  const [land, bank, ink, look] = [colour('--land'), colour('--bank'), colour('--ink'), colour('--light-tint')]
  pen.font = '560 13px "Atkinson Hyperlegible Next", Verdana, sans-serif'
  pen.textBaseline = 'middle'
  for (const { id, name, missing, token } of scene.cards) {
    const box = scene.boxes.get(id)
    if (!box || scene.without.has(id) || !meets(box, region)) continue
    pen.globalAlpha = scene.lit === null || scene.lit.has(id) ? 1 : 0.25
    pen.fillStyle = missing ? look : land
    pen.fillRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2)
    pen.lineWidth = Math.max(1, 0.6 / scale)
    pen.strokeStyle = missing ? ink : bank
    pen.strokeRect(box.x + 1, box.y + 1, box.width - 2, box.height - 2)
    if (token !== null) {
      pen.fillStyle = colour(token)
      pen.fillRect(box.x + 7, box.y + 8, 14, 14)
    }
    if (scale < readable) continue
    pen.fillStyle = ink
    pen.fillText(fitted(pen, name, box.width - 36), box.x + 28, box.y + box.height / 2 + 1)
  }
  pen.globalAlpha = 1
}

const meets = (box: Box, region: Region): boolean =>
  box.x < region.x + region.width &&
  box.x + box.width > region.x &&
  box.y < region.y + region.height &&
  box.y + box.height > region.y

const fitted = (pen: CanvasRenderingContext2D, text: string, width: number): string => {
  if (text.length * 7 < width || pen.measureText(text).width <= width) return text
  return `${text.slice(0, Math.max(1, Math.floor(width / 7.4)))}…`
}
