import type { OutlineContext } from '#domain/artefact.ts'
import { heading, paragraph, type Block, type Outline } from '#domain/outline.ts'
import { alternativeOf, picture, type PictureWish } from './formats/picture.ts'
import { cellOf, isGridLens, lenses } from './lenses.ts'
import type { DrawnLens } from './layout.ts'
import { observationsOf, wholePart } from './outline-network.ts'
import { reportWords } from './outline-words.ts'
import { missingVoices, wantedRelations } from './queries.ts'
import type { Relation, Stakeholder, StakeholderMap } from './shape.ts'
import { firstTitle, mapStrings, type MapWords } from './strings.ts'

/** What a map says in a report: the picture, the table with the same facts, who is missing, and which lines are wanted. */
export const outline = (map: StakeholderMap, context: OutlineContext): Outline => {
  const strings = mapStrings[context.locale]
  if (map.stakeholders.length === 0) return [heading(2, firstTitle[context.locale]), paragraph(strings.empty)]
  const picture = [heading(2, firstTitle[context.locale]), ...picturesOf(map, strings, context)]
  const missing = [heading(3, strings.missing), ...missingOf(map, strings)]
  const caveat: Block = { type: 'note', tone: 'plain', runs: [{ text: strings.caveat }] }
  if (context.level === 'page') return [...picture, ...missing, caveat]
  return [
    ...picture,
    ...tableOf(map, strings, context),
    ...missing,
    ...limitsOf(map, strings),
    ...observationsOf(map, context),
    ...wantedOf(map, strings),
    ...(context.level === 'complete' ? wholePart(map, context) : []),
    caveat,
  ]
}

/** The pictures of a report: through the lens that was asked for, and in a complete one through the rings as well. */
const picturesOf = (map: StakeholderMap, strings: MapWords, context: OutlineContext): Block[] => {
  const asked = drawnLens(context.lens)
  const shown = [...new Set<DrawnLens>(context.level === 'complete' ? [asked, 'rings'] : [asked])]
  return shown.flatMap((lens) => pictureOf(map, lens, strings, context))
}

// The table is a lens without a picture, and follows anyway.
const drawnLens = (wanted: string | undefined): DrawnLens => {
  const lens = lenses.find((each) => each === wanted) ?? 'influence'
  return lens === 'table' ? 'influence' : lens
}

const pictureOf = (map: StakeholderMap, lens: DrawnLens, strings: MapWords, context: OutlineContext): Block[] => {
  const { locale, perspectives, speakers = new Map(), date = '' } = context
  const placed = map.stakeholders.filter((row) => !isGridLens(lens) || cellOf(row, lens))
  const rest = map.stakeholders.length - placed.length
  const left = rest === 0 ? [] : [paragraph(strings.unplaced(rest))]
  if (placed.length === 0) return left
  const wish: PictureWish = { locale, lens, title: '', date, perspectives, speakers, bare: true }
  return [
    { type: 'figure', svg: picture(map, wish), alternative: alternativeOf(map, wish), caption: strings.lenses[lens] },
    ...left,
  ]
}

// A reader looks at a page or two of names; who wants them all asks for the complete report.
const mostRows = 40

const tableOf = (map: StakeholderMap, strings: MapWords, { level, locale }: OutlineContext): Block[] => {
  const { impact, influence, interest } = strings.scales
  const all = map.stakeholders
  const whole = level === 'complete' || all.length <= mostRows
  const weight = (row: Stakeholder) => Math.max(row.impact ?? 0, row.influence ?? 0)
  const shown = whole ? all : all.toSorted((a, b) => weight(b) - weight(a)).slice(0, mostRows)
  return [
    ...(whole ? [] : [paragraph(reportWords[locale].some(shown.length, all.length))]),
    {
      type: 'table',
      caption: strings.table,
      head: [strings.who, strings.kind, impact, influence, interest, strings.atTableHead],
      rows: shown.map((stakeholder) => rowOf(stakeholder, strings)),
      rowsFrom: shown.map(({ id }) => id),
    },
  ]
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
  const items = missing.map(({ id, name, missingReason }) => ({
    from: id,
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
  const items = wanted.map((relation) => ({
    runs: [{ text: sentenceOf(relation, names, strings) }],
    from: relation.id,
  }))
  return [heading(3, strings.wanted), { type: 'list', ordered: false, items }]
}

const sentenceOf = (relation: Relation, names: ReadonlyMap<string, string>, strings: MapWords): string => {
  const nameOf = (id: string | null) => names.get(id ?? '') ?? strings.unknown
  const sentence = `${nameOf(relation.from)} ${strings.types[relation.type]} ${nameOf(relation.to)}`
  return relation.label === '' ? sentence : `${sentence} (${relation.label})`
}
