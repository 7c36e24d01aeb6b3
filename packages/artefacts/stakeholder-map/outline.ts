import type { OutlineContext } from '#domain/artefact.ts'
import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import { gridFigure } from './figure.ts'
import { cellOf, quadrantOf } from './lenses.ts'
import { missingVoices, wantedRelations } from './queries.ts'
import type { Relation, Stakeholder, StakeholderMap } from './shape.ts'
import { firstTitle, mapStrings, type MapWords } from './strings.ts'

/** What a map says in a report: the picture, the table with the same facts, who is missing, and which lines are wanted. */
export const outline = (map: StakeholderMap, context: OutlineContext): Outline => {
  const strings = mapStrings[context.locale]
  if (map.stakeholders.length === 0) return [heading(2, firstTitle[context.locale]), paragraph(strings.empty)]
  return [
    heading(2, firstTitle[context.locale]),
    ...pictureOf(map, strings),
    tableOf(map, strings),
    heading(3, strings.missing),
    ...missingOf(map, strings),
    ...limitsOf(map, strings),
    ...wantedOf(map, strings),
    { type: 'note', tone: 'plain', runs: [{ text: strings.caveat }] },
  ]
}

const pictureOf = (map: StakeholderMap, strings: MapWords): Block[] => {
  const placed = map.stakeholders.filter((stakeholder) => cellOf(stakeholder, 'influence'))
  const rest = map.stakeholders.length - placed.length
  const left = rest === 0 ? [] : [paragraph(strings.unplaced(rest))]
  if (placed.length === 0) return left
  const hot = placed.filter((stakeholder) => quadrantOf(stakeholder, 'influence') === 'highLow').length
  const alternative = strings.figure(placed.length, hot, missingVoices(map).length)
  const svg = gridFigure(map, 'influence', strings)
  return [{ type: 'figure', svg, alternative, caption: strings.lenses.influence }, ...left]
}

const tableOf = (map: StakeholderMap, strings: MapWords): Block => {
  const { impact, influence, interest } = strings.scales
  return {
    type: 'table',
    caption: strings.table,
    head: [strings.who, strings.kind, impact, influence, interest, strings.atTableHead],
    rows: map.stakeholders.map((stakeholder) => rowOf(stakeholder, strings)),
  }
}

const rowOf = (stakeholder: Stakeholder, strings: MapWords): string[] => [
  stakeholder.name,
  stakeholder.kind ? strings.kinds[stakeholder.kind] : strings.unknown,
  ...[stakeholder.impact, stakeholder.influence, stakeholder.interest].map((step) => String(step ?? strings.unknown)),
  strings.atTable[stakeholder.atTable],
]

const missingOf = (map: StakeholderMap, strings: MapWords): Block[] => {
  const missing = missingVoices(map)
  if (missing.length === 0) return [paragraph(strings.nobodyMissing)]
  const items = missing.map(({ name, missingReason }) => ({
    runs: [{ text: name, bold: true }, ...(missingReason === '' ? [] : [{ text: `: ${missingReason}` }])],
  }))
  return [paragraph(strings.missingLead), { type: 'list', ordered: false, items }]
}

const limitsOf = (map: StakeholderMap, strings: MapWords): Block[] => {
  if (map.limitations.length === 0) return []
  const items = map.limitations.map(({ text }) => ({ runs: [{ text }] }))
  return [heading(3, strings.limits), { type: 'list', ordered: false, items }]
}

const wantedOf = (map: StakeholderMap, strings: MapWords): Block[] => {
  const wanted = wantedRelations(map)
  if (wanted.length === 0) return []
  const names = new Map(map.stakeholders.map(({ id, name }) => [id, name]))
  const items = wanted.map((relation) => ({ runs: [{ text: sentenceOf(relation, names, strings) }] }))
  return [heading(3, strings.wanted), { type: 'list', ordered: false, items }]
}

const sentenceOf = (relation: Relation, names: ReadonlyMap<string, string>, strings: MapWords): string => {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? strings.unknown
  const sentence = `${nameOf(relation.from)} ${strings.types[relation.type]} ${nameOf(relation.to)}`
  return relation.label === '' ? sentence : `${sentence} (${relation.label})`
}
