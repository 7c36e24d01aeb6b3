import type { Marker } from '#domain/perspective.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { markerShapes } from '../markers.ts'
import type { Shares } from './outcome.ts'

const ink = '#112121'
const soft = '#374949'
const ditch = '#bfd6db'
const water = '#005764'

const size = { width: 760, row: 34, left: 400, column: 96 }
const mostOptions = 6

/** The letters under which options are shown: `A`, `B` and on. */
export const letterOf = (at: number): string => String.fromCodePoint(65 + at)

/** How a vote fell as SVG: left the mean of the groups, right each group for itself in equal strips; the largest is solid. */
export const sharesChart = (
  shares: Shares,
  markersOf: (perspectives: readonly string[]) => readonly Marker[],
): string => {
  const options = shares.options.slice(0, mostOptions)
  const height = Math.max(options.length * size.row + 12, size.column + 72)
  const body = [
    ...options.map((option, at) => barOf(option, at)),
    `<g transform="translate(${size.left} 0)">${columnsOf(
      shares,
      options.map(({ option }) => option),
      markersOf,
    )}</g>`,
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${height}" width="${size.width}" height="${height}" font-family="Atkinson Hyperlegible Next, Verdana, sans-serif" font-size="14">`,
    ...body,
    '</svg>',
  ].join('')
}

const barOf = ({ text, share }: Shares['options'][number], at: number): string => {
  const y = at * size.row + 6
  const weight = at === 0 ? 700 : 400
  const box = at === 0 ? water : ink
  return [
    `<rect x="0" y="${y}" width="22" height="22" fill="${box}"/>`,
    `<text x="11" y="${y + 16}" text-anchor="middle" fill="#fff" font-size="13" font-weight="700">${letterOf(at)}</text>`,
    `<text fill="${ink}" font-weight="${weight}">${nameAt(text, y)}</text>`,
    `<rect x="240" y="${y + 7}" width="84" height="9" fill="${ditch}"/>`,
    `<rect x="240" y="${y + 7}" width="${round(share * 84)}" height="9" fill="${water}"/>`,
    `<text x="372" y="${y + 16}" text-anchor="end" fill="${ink}" font-weight="${weight}">${Math.round(share * 100)}%</text>`,
  ].join('')
}

const columnsOf = (
  { groups, options }: Shares,
  shown: readonly string[],
  markersOf: (perspectives: readonly string[]) => readonly Marker[],
): string => {
  const width = (size.width - size.left) / groups.length
  const ground = size.column + 36
  const highest = Math.max(...options.flatMap((option) => option.groups.map(({ share }) => share)), 0.01)
  return groups
    .map(({ perspectives }, at) => {
      const x = at * width
      const markers = markersOf(perspectives)
      const colour = markerShapes[markers[0] ?? 'm1'].colour
      const own = shown.map((id) => options.find(({ option }) => option === id)?.groups[at]?.share ?? 0)
      const most = Math.max(...own)
      const step = (width - 20) / Math.max(own.length, 1)
      const bars = own.map((share, column) => {
        const tall = Math.max(2, round((share / highest) * size.column))
        const place = x + 10 + column * step
        const solid = share > 0 && share === most
        return [
          `<rect x="${round(place + 1)}" y="${ground - tall}" width="${round(step - 4)}" height="${tall}" fill="${colour}" fill-opacity="${solid ? 1 : 0.28}" stroke="${colour}" stroke-width="1.2"/>`,
          `<text x="${round(place + step / 2 - 1)}" y="${ground + 18}" text-anchor="middle" fill="${soft}" font-size="12">${letterOf(column)}</text>`,
        ].join('')
      })
      const signs = markers.map(
        (slot, sign) =>
          `<path transform="translate(${round(x + 10 + sign * 18)} 8) scale(0.6)" d="${markerShapes[slot].path}" fill="${markerShapes[slot].colour}"/>`,
      )
      const line = at === 0 ? '' : `<path d="M${round(x)} 0V${ground + 26}" stroke="${ditch}" stroke-width="3"/>`
      return [line, ...signs, ...bars].join('')
    })
    .concat(`<path d="M0 0H${size.width - size.left}" stroke="${ditch}" stroke-width="3"/>`)
    .concat(`<path d="M8 ${ground}H${size.width - size.left - 8}" stroke="${ink}" stroke-width="2"/>`)
    .join('')
}

const lineLetters = 28

// In two lines where one is too short for it.
const nameAt = (text: string, y: number): string => {
  const words = text.trim()
  if (words.length <= lineLetters) return `<tspan x="32" y="${y + 16}">${escapeXml(words)}</tspan>`
  const space = words.lastIndexOf(' ', lineLetters)
  const end = space > lineLetters / 3 ? space : lineLetters
  const lines = [words.slice(0, end), shortened(words.slice(end).trim(), lineLetters + 2)]
  return lines
    .map((line, at) => `<tspan x="32" y="${y + 9 + at * 15}" font-size="13">${escapeXml(line)}</tspan>`)
    .join('')
}

const shortened = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text

const round = (length: number): number => Math.round(length * 10) / 10

const escapeXml = (text: string): string =>
  cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
