import type { Marker, Perspective } from '#domain/perspective.ts'
import type { Box } from '../grid.ts'
import { bendOf, centreOf, lineLooks, pointAlong } from '../line-looks.ts'
import { familyOf } from '../queries.ts'
import type { Relation, Stakeholder } from '../shape.ts'
import { light, lineColours, markerColours } from './colours.ts'
import { tenth } from './picture-ground.ts'
import { escapeXml } from './xml.ts'

// The outlines of `ui/marker.tsx` as text: what a file shows may not need a screen.
const outlines: { readonly [Slot in Marker]: string } = {
  m1: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0Z',
  m2: 'M12 3 22 20.6H2Z',
  m3: 'M3.2 3.2h17.6v17.6H3.2Z',
  m4: 'M12 1.6 22.4 12 12 22.4 1.6 12Z',
  m5: 'M6.7 3h10.6l5.2 9-5.2 9H6.7L1.5 12Z',
  m6: 'M8.6 2.4h6.8v6.2h6.2v6.8h-6.2v6.2H8.6v-6.2H2.4V8.6h6.2Z',
  m7: 'M2.6 20.6V12a9.4 9.4 0 0 1 18.8 0v8.6Z',
  m8: 'm12 1.8 3 7 7.6.7-5.8 5 1.8 7.4-6.6-4-6.6 4 1.8-7.4-5.8-5 7.6-.7Z',
}

/** The sign of a group at a point, so many units wide. */
export const markerAt = (slot: Marker, x: number, y: number, size = 16): string =>
  `<path d="${outlines[slot]}" transform="translate(${tenth(x)} ${tenth(y)}) scale(${Math.round((size / 24) * 1000) / 1000})" fill="${markerColours[slot]}"/>`

/** An open ring: dashed for who has no voice at the table. */
export const ringAt = (x: number, y: number, dashed: boolean, size = 16): string =>
  `<circle cx="${tenth(x + size / 2)}" cy="${tenth(y + size / 2)}" r="${tenth(size * 0.4)}" fill="none" stroke="${light.ink}" stroke-width="1.5"${dashed ? ' stroke-dasharray="2.2 1.9"' : ''}/>`

/** Whose voice a party has here. */
export type Voice = { readonly groups: readonly Perspective[]; readonly missing: boolean }

const sign = 16
const letter = 7.6
const longestLine = 25

/** How wide a card wants to be: its sign, its name in two lines at most, and room around them. */
export const cardWidth = (name: string): number =>
  Math.ceil(Math.max(...linesOf(name, longestLine).map((line) => line.length)) * letter) + sign + 26

/** How high the cards of a map are: two lines where one name needs them. */
export const cardHeightFor = (names: readonly string[]): number =>
  names.some((name) => name.length > longestLine) ? 46 : 30

/** The card of a party: its sign and its name, dashed where a voice is missing. */
export const cardAt = (row: Stakeholder, box: Box, voice: Voice): string => {
  const looks = voice.missing
    ? `fill="${light.look}" stroke="${light.ink}" stroke-dasharray="4 3"`
    : `fill="${light.land}" stroke="${light.bank}"`
  const signs = voice.groups.length > 0 ? voice.groups.slice(0, 3) : null
  const left = box.x + 8
  const top = box.y + (box.height - sign) / 2
  const drawn = signs
    ? signs.map(({ marker }, at) => markerAt(marker, left + at * (sign + 2), top, sign)).join('')
    : ringAt(left, top, voice.missing, sign)
  const start = left + (signs?.length ?? 1) * (sign + 2) + 4
  const room = Math.max(4, Math.floor((box.x + box.width - start - 4) / 7.2))
  const lines = box.height < 40 ? [cut(row.name, room)] : linesOf(row.name, room)
  const first = box.y + box.height / 2 + 5 - (lines.length - 1) * 8.5
  const words = lines.map(
    (line, at) => `<tspan x="${tenth(start)}" y="${tenth(first + at * 17)}">${escapeXml(line)}</tspan>`,
  )
  return `<g><title>${escapeXml(row.name)}</title><rect x="${tenth(box.x)}" y="${tenth(box.y)}" width="${tenth(box.width)}" height="${box.height}" rx="3" ${looks}/>${drawn}<text font-size="14" font-weight="560" fill="${light.ink}">${words.join('')}</text></g>`
}

const cut = (words: string, room: number): string =>
  words.length > room ? `${words.slice(0, Math.max(1, room - 1)).trimEnd()}…` : words

/** A name in two lines at most, broken where a word ends. */
const linesOf = (name: string, room: number): readonly string[] => {
  if (name.length <= room) return [name]
  const end = name.lastIndexOf(' ', room)
  const at = end > room / 3 ? end : room
  return [name.slice(0, at).trimEnd(), cut(name.slice(at).trim(), room)]
}

/** A line between two cards in the look of its family, with its direction; faint where lines are not the point. */
export const lineAt = (line: Relation, start: Box, end: Box, vivid: boolean): string => {
  const family = familyOf[line.type]
  const stroke = vivid ? lineColours[family] : light.ditch
  const [a, b] = [centreOf(start), centreOf(end)]
  const bend = bendOf(a, b)
  const dash =
    line.status === 'wanted' ? '1 5' : line.status === 'broken' ? '10 8' : vivid ? lineLooks[family].dash.join(' ') : ''
  const path = `<path d="M${tenth(a.x)} ${tenth(a.y)}Q${tenth(bend.x)} ${tenth(bend.y)} ${tenth(b.x)} ${tenth(b.y)}" fill="none" stroke="${stroke}" stroke-width="${vivid ? 1.2 + (line.strength ?? 2) * 0.4 : 1.4}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}${line.status === 'wanted' ? ' stroke-linecap="round"' : ''}/>`
  if (!vivid || line.direction === 'undirected') return path
  const there = tip(edgeOf(a, bend, b, end), stroke)
  return path + there + (line.direction === 'mutual' ? tip(edgeOf(b, bend, a, start), stroke) : '')
}

type Point = { readonly x: number; readonly y: number }

// Where the line meets the card at its end, found by walking back from it.
const edgeOf = (a: Point, bend: Point, b: Point, box: Box) => {
  for (let share = 0.98; share > 0.5; share -= 0.02) {
    const point = pointAlong(a, bend, b, share)
    const inside =
      point.x > box.x - 4 && point.x < box.x + box.width + 4 && point.y > box.y - 4 && point.y < box.y + box.height + 4
    if (!inside) return point
  }
  return pointAlong(a, bend, b, 0.72)
}

const tip = ({ x, y, angle }: Point & { readonly angle: number }, fill: string): string =>
  `<path d="M-5 -4.5L5 0L-5 4.5Z" fill="${fill}" transform="translate(${tenth(x)} ${tenth(y)}) rotate(${tenth(angle)})"/>`
