import { markers, type Marker } from '#domain/perspective.ts'
import { bandOf, bands, salienceClasses, salienceOf } from './derived.ts'
import {
  atTableAnswers,
  confidences,
  levels,
  sectors,
  stakeholderKinds,
  type Scale,
  type Stakeholder,
} from './shape.ts'
import type { MapWords } from './strings.ts'
import type { Terms } from './terms.ts'

export const markRules = ['voice', 'sector', 'kind', 'level', 'band', 'atTable', 'confidence', 'salience'] as const
/** What the sign on a card says: whose voice it is, or one of its attributes. */
export type MarkRule = (typeof markRules)[number]

export const sizeRules = ['none', 'impact', 'influence', 'interest', 'urgency', 'legitimacy'] as const
/** What the size of that sign says. */
export type SizeRule = (typeof sizeRules)[number]
export const isMarkRule = (rule: string): rule is MarkRule => markRules.some((each) => each === rule)
export const isSizeRule = (rule: string): rule is SizeRule => sizeRules.some((each) => each === rule)

/** One line of a legend: a sign of colour and shape, and what it stands for. `null` is the empty ring. */
export type LegendLine = { readonly value: string; readonly slot: Marker | null; readonly label: string }

type Words = { readonly map: MapWords; readonly terms: Terms; readonly rest: string; readonly unknown: string }

/** The signs of a rule, for the values that this map has: seven at most, what is more shares the last one. */
export const legendOf = (rows: readonly Stakeholder[], rule: MarkRule, words: Words): readonly LegendLine[] => {
  if (rule === 'voice') return []
  const used = codes[rule].filter((code) => rows.some((row) => valueOf(row, rule) === code))
  const own = used.length > markers.length ? used.slice(0, markers.length - 1) : used
  const lines: LegendLine[] = own.map((value, at) => ({
    value,
    slot: markers[at] ?? null,
    label: labelOf(rule, value, words),
  }))
  if (own.length < used.length)
    lines.push({ value: rest, slot: markers[markers.length - 1] ?? null, label: words.rest })
  if (rows.some((row) => valueOf(row, rule) === null)) lines.push({ value: '', slot: null, label: words.unknown })
  return lines
}

const rest = '*'

/** The sign of one party by a legend. */
export const slotOf = (row: Stakeholder, rule: MarkRule, legend: readonly LegendLine[]): Marker | null => {
  const value = valueOf(row, rule)
  if (value === null) return null
  return (legend.find((line) => line.value === value) ?? legend.find((line) => line.value === rest))?.slot ?? null
}

type Coded = Exclude<MarkRule, 'voice'>

const codes: { readonly [Rule in Coded]: readonly string[] } = {
  sector: sectors,
  kind: stakeholderKinds,
  level: levels,
  band: bands,
  atTable: atTableAnswers,
  confidence: confidences,
  salience: salienceClasses,
}

/** The value of a rule that a party has; also what filters compare. */
export const valueOf = (row: Stakeholder, rule: MarkRule): string | null => {
  if (rule === 'band') return bandOf(row)
  if (rule === 'salience') return salienceOf(row)
  return rule === 'voice' ? null : row[rule]
}

export const codesOf = (rule: MarkRule): readonly string[] => (rule === 'voice' ? [] : codes[rule])

/** How a value of a rule is called. */
export const labelOf = (rule: MarkRule, value: string, { map, terms }: Pick<Words, 'map' | 'terms'>): string => {
  const tables: { readonly [Rule in Coded]: { readonly [code: string]: string } } = {
    sector: terms.sectors,
    kind: map.kinds,
    level: terms.levels,
    band: terms.bands,
    atTable: map.atTable,
    confidence: terms.confidences,
    salience: terms.salience,
  }
  return rule === 'voice' ? value : (tables[rule][value] ?? value)
}

/** How large a sign is, in pixels, by a rule: from 10 for the first step to 24 for the fifth. */
export const signSize = (row: Stakeholder, rule: SizeRule): number => {
  const step = rule === 'none' ? null : row[rule satisfies Scale]
  return rule === 'none' ? 16 : step === null ? 8 : 7 + step * 3.4
}
