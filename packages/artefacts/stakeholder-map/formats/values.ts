import { mapStrings } from '../strings.ts'
import { terms } from '../terms.ts'
import { bareColumn } from './aliases.ts'
import type { Attribute, Kind } from './attributes.ts'
import type { Locale } from '#i18n/strings.ts'
import { locales } from '#i18n/strings.ts'

/** A value as a document holds it. */
export type Value = string | number | boolean | readonly string[]

/** How figures of a column stand to our steps; `asIs` where they are our steps already. */
export const scalings = ['asIs', 'to3', 'to10', 'to100'] as const
export type Scaling = (typeof scalings)[number]

/** What came of the words of a cell; `rounded` when a figure lay between two steps. */
export type ReadValue =
  | { readonly ok: true; readonly value: Value; readonly rounded: boolean }
  | { readonly ok: false; readonly reason: 'unknown-word' | 'out-of-range' }

/** The words of each code of an attribute, in one language. */
export const wordsOf = (attribute: Attribute, locale: Locale): { readonly [code: string]: string } => {
  const [map, own] = [mapStrings[locale], terms[locale]]
  const tables: { readonly [name: string]: { readonly [code: string]: string } } = {
    kind: map.kinds,
    sector: own.sectors,
    level: own.levels,
    participationCurrent: own.ladder,
    participationDesired: own.ladder,
    atTable: map.atTable,
    confidence: own.confidences,
    type: own.types,
    direction: own.directions,
    status: map.statuses,
  }
  return tables[attribute] ?? {}
}

/** A value in the words of a file: `words` in a language for people, or as a program holds it. */
export const writeValue = (attribute: Attribute, kind: Kind, value: Value | null, words: Locale | null): string => {
  if (value === null) return ''
  if (typeof value === 'object') return joinTags(value)
  if (kind.kind === 'flag') return words === null ? String(value) : value === true ? terms[words].yes : terms[words].no
  const plain = String(value)
  return kind.kind === 'code' && words !== null ? (wordsOf(attribute, words)[plain] ?? plain) : plain
}

/** Reads the words of a cell that is not empty. */
export const readValue = (attribute: Attribute, kind: Kind, words: string, scaling: Scaling): ReadValue => {
  if (kind.kind === 'text') return good(words)
  if (kind.kind === 'tags') return good(splitTags(words))
  if (kind.kind === 'flag') return flagOf(words)
  if (kind.kind === 'code') {
    const code = codeOf(attribute, kind.codes, words)
    return code === undefined ? { ok: false, reason: 'unknown-word' } : good(code)
  }
  return stepOf(words, kind.low, kind.high, scaling)
}

const good = (value: Value): ReadValue => ({ ok: true, value, rounded: false })

/** Several words in one cell; one word with a comma does not come back as two. */
export const joinTags = (tags: readonly string[]): string =>
  tags.join('|') + (tags.length === 1 && tags[0]?.includes(',') ? '|' : '')

const splitTags = (words: string): readonly string[] => [
  ...new Set(
    words
      .split(words.includes('|') ? '|' : ',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
]

const yes = new Set(['ja', 'yes', 'true', '1', 'j', 'y', 'waar', 'x'])
const no = new Set(['nee', 'no', 'false', '0', 'n', 'onwaar'])

const flagOf = (words: string): ReadValue => {
  const bare = bareColumn(words)
  return yes.has(bare) ? good(true) : no.has(bare) ? good(false) : { ok: false, reason: 'unknown-word' }
}

/** The code that words stand for: the code itself, or its word in Dutch or English. */
export const codeOf = (attribute: Attribute, codes: readonly string[], words: string): string | undefined => {
  const bare = bareColumn(words)
  return codes.find(
    (code) =>
      bareColumn(code) === bare ||
      locales.some((locale) => bareColumn(wordsOf(attribute, locale)[code] ?? '') === bare) ||
      otherWords[code]?.includes(bare) === true,
  )
}

// Words of the fields themselves and of other programs, beside those of our own lists.
const otherWords: { readonly [code: string]: readonly string[] } = {
  group: ['groep', 'group', 'doelgroep'],
  organisation: ['organization'],
  government: ['gemeente'],
  represented: ['vertegenwoordigd'],
  unknown: ['onbekend', 'weet niet'],
  information: ['informatie', 'informeert', 'praat met'],
  cooperation: ['samenwerking', 'werkt samen met'],
  care: ['hulp', 'steun', 'helpt'],
  referral: ['doorverwijzing'],
  money: ['financiering', 'betaalt'],
  mandate: ['opdrachtgever'],
  tension: ['conflict'],
  municipality: ['gemeentelijk', 'stad'],
  district: ['buurt'],
  residents: ['inwoners'],
  existing: ['bestaand', 'bestaande'],
  wanted: ['gewenst', 'wens'],
  broken: ['verbroken'],
  undirected: ['false', 'geen'],
  directed: ['true'],
}

const lowMiddleHigh: { readonly [word: string]: number } = {
  laag: 0,
  low: 0,
  klein: 0,
  midden: 0.5,
  gemiddeld: 0.5,
  medium: 0.5,
  middel: 0.5,
  middle: 0.5,
  hoog: 1,
  high: 1,
  groot: 1,
}

const from: { readonly [Name in Exclude<Scaling, 'asIs'>]: readonly [low: number, high: number] } = {
  to3: [1, 3],
  to10: [1, 10],
  to100: [0, 100],
}

const stepOf = (words: string, low: number, high: number, scaling: Scaling): ReadValue => {
  const share = lowMiddleHigh[bareColumn(words)]
  const figure = share === undefined ? numberOf(words) : low + share * (high - low)
  if (figure === null) return { ok: false, reason: 'unknown-word' }
  const bounds = scaling === 'asIs' || share !== undefined ? null : from[scaling]
  const scaled = bounds === null ? figure : low + ((figure - bounds[0]) / (bounds[1] - bounds[0])) * (high - low)
  const value = Math.round(scaled)
  if (value < low || value > high) return { ok: false, reason: 'out-of-range' }
  // Minus nothing is nothing.
  return { ok: true, value: value === 0 ? 0 : value, rounded: bounds === null && Math.abs(value - figure) > 1e-9 }
}

/** A figure as people write it: a comma or a point for what is less than one, points or spaces between thousands. */
export const numberOf = (words: string): number | null => {
  const bare = words.trim().replaceAll(/[\s\u00a0\u202f]/g, '')
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll('.', '').replace(',', '.'))
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?%?$/i.test(bare)) return null
  return Number(bare.replace('%', '').replace(',', '.'))
}

/** How the figures of a column most likely stand to ours; a scale of three cannot be told from part of one of five. */
export const scalingFor = (kind: Kind, cells: readonly string[]): Scaling => {
  if (kind.kind !== 'score') return 'asIs'
  const figures = cells.flatMap((cell) => numberOf(cell) ?? [])
  if (figures.length === 0) return 'asIs'
  const [least, most] = [Math.min(...figures), Math.max(...figures)]
  if (least >= kind.low && most <= kind.high) return 'asIs'
  if (least >= 1 && most <= 3) return 'to3'
  if (least >= 1 && most <= 10) return 'to10'
  return least >= 0 && most <= 100 ? 'to100' : 'asIs'
}
