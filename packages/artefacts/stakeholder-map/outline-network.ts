import { heading, paragraph, sourced, type Block, type Cell } from '#domain/outline.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { formatList } from '#i18n/format.ts'
import {
  articulationPoints,
  components,
  degrees,
  fewestRanked,
  graphOf,
  isolates,
  linksAcrossBands,
} from './network.ts'
import { reportWords } from './outline-words.ts'
import { soundRelations } from './queries.ts'
import type { StakeholderMap } from './shape.ts'
import { mapStrings } from './strings.ts'

const mostNames = 5

/** What the lines of a map tell in plain sentences; nothing for a map too small to say it of. */
export const observationsOf = (map: StakeholderMap, { locale }: OutlineContext): Block[] => {
  if (map.stakeholders.length < fewestRanked || soundRelations(map).length === 0) return []
  const words = reportWords[locale]
  const graph = graphOf(map)
  const nameOf = namesOf(map)
  const named = (ids: readonly string[]) => {
    const names = ids.slice(0, mostNames).map(nameOf)
    return formatList(locale, ids.length > mostNames ? [...names, `+ ${ids.length - mostNames}`] : names)
  }
  const alone = isolates(graph)
  const cuts = articulationPoints(graph)
  const { across, all } = linksAcrossBands(map)
  const [most] = Object.entries(degrees(graph)).toSorted(([, a], [, b]) => b - a)
  const sentences = [
    words.islands(components(graph).length),
    ...(alone.length > 0 ? [words.alone(named(alone))] : []),
    ...(cuts.length > 0 ? [words.cutPoints(named(cuts))] : []),
    ...(all > 0 ? [words.across(across, all)] : []),
    ...(most && most[1] > 0 ? [words.most(nameOf(most[0]), most[1])] : []),
  ]
  const items = sentences.map((text) => ({ runs: [{ text }] }))
  return [heading(3, words.observations), { type: 'list', ordered: false, items }, paragraph(words.counted)]
}

/** All lines of a map, and what its parties want, fear and bring: for the complete report. */
export const wholePart = (map: StakeholderMap, { locale, evidence }: OutlineContext): Block[] => {
  const words = reportWords[locale]
  const strings = mapStrings[locale]
  const nameOf = namesOf(map)
  const lines = soundRelations(map)
  const said = map.stakeholders.filter(({ goals, concerns, brings }) => [goals, concerns, brings].some(Boolean))
  return [
    ...tableUnder(
      words.relations,
      [words.from, words.line, words.to, words.status, words.strength, words.note],
      lines,
      ({ from, to, type, status, strength, label, evidenceIds }) => [
        nameOf(from ?? ''),
        strings.types[type],
        nameOf(to ?? ''),
        strings.statuses[status],
        String(strength ?? strings.unknown),
        sourced(label, evidenceIds, evidence),
      ],
    ),
    ...tableUnder(
      words.more,
      [strings.who, words.goals, words.concerns, words.brings],
      said,
      ({ name, goals, concerns, brings, evidenceIds }) => [
        sourced(name, evidenceIds, evidence),
        goals,
        concerns,
        brings,
      ],
    ),
  ]
}

const namesOf = (map: StakeholderMap) => {
  const names = new Map<string, string>(map.stakeholders.map(({ id, name }) => [id, name]))
  return (id: string): string => names.get(id) ?? ''
}

const tableUnder = <Row extends { readonly id: string }>(
  title: string,
  head: readonly string[],
  found: readonly Row[],
  cellsOf: (row: Row) => readonly Cell[],
): Block[] =>
  found.length === 0
    ? []
    : [
        heading(3, title),
        { type: 'table', caption: title, head, rows: found.map(cellsOf), rowsFrom: found.map(({ id }) => id) },
      ]
