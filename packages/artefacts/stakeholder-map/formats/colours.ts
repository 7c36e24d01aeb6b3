import type { Family } from '../queries.ts'
import type { Marker } from '#domain/perspective.ts'

/** The light theme, for what leaves the screen: a file has no theme of its own. */
export const light = {
  sky: '#e9f1f2',
  land: '#fffefb',
  field: '#f3f8f4',
  ditch: '#bfd6db',
  bank: '#668083',
  ink: '#112121',
  ink2: '#374949',
  ink3: '#4e6061',
  water: '#005764',
  tint: '#d8ecf0',
  look: '#fdf5cb',
  reed: '#7e5912',
  clay: '#a12c20',
  grass: '#27642f',
} as const

export const markerColours: { readonly [Slot in Marker]: string } = {
  m1: '#2a5dbf',
  m2: '#b24e00',
  m3: '#005334',
  m4: '#7c125a',
  m5: '#51480f',
  m6: '#1f303e',
  m7: '#965a68',
  m8: '#007983',
}

export const lineColours: { readonly [Name in Family]: string } = {
  support: light.grass,
  rule: light.ink2,
  money: light.reed,
  tension: light.clay,
  talk: light.water,
}

/** Red, green and blue from 0 to 255. */
export const rgbOf = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]
