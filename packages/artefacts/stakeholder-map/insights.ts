import type { Json } from '#crdt/json.ts'
import type { CheckContext } from '#domain/check.ts'
import { betweenness } from './betweenness.ts'
import { balanceOf, bandOf, bands, isAtTable, salienceOf } from './derived.ts'
import { absentRuleOwners } from './missing.ts'
import {
  articulationPoints,
  bridgeNeighbours,
  components,
  degrees,
  graphOf,
  isolates,
  linksAcrossBands,
  reciprocity,
  wantedByType,
} from './network.ts'
import { quadrantOf } from './lenses.ts'
import { missingVoices } from './queries.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'

/** What a map tells as data, by the ids of its parties: the network, the quarters, the weight, and who is there. */
export const insights = (map: StakeholderMap, context: CheckContext): { readonly [name: string]: Json } => {
  const graph = graphOf(map)
  return {
    network: {
      degree: degrees(graph),
      betweenness: betweenness(graph),
      components: components(graph),
      isolates: isolates(graph),
      articulationPoints: articulationPoints(graph),
      linksAcrossBands: linksAcrossBands(map).share,
      bridgeNeighbours: bridgeNeighbours(map, graph),
      reciprocity: reciprocity(map),
      wanted: wantedByType(map),
    },
    quadrants: byId(map, (row) => ({ influence: quadrantOf(row, 'influence'), interest: quadrantOf(row, 'interest') })),
    salience: byId(map, salienceOf),
    representation: {
      affected: map.stakeholders.filter(({ impact }) => (impact ?? 0) >= 4).map(({ id }) => id),
      missing: missingVoices(map).map(({ id }) => id),
      absentRuleOwners: absentRuleOwners(map, context.directory).map(({ id }) => id),
      atTable: map.stakeholders.filter(isAtTable).map(({ id }) => id),
      bands: bandShares(map),
    },
  }
}

const byId = (map: StakeholderMap, tell: (row: Stakeholder) => Json): Json =>
  Object.fromEntries(map.stakeholders.map((row) => [row.id, tell(row)]))

/** Which part of the map, and of those at the table, belongs to each world; who has no known world is left out. */
const bandShares = (map: StakeholderMap): Json => {
  const known = map.stakeholders.filter((row) => bandOf(row) !== null)
  const counts = balanceOf(map.stakeholders)
  const share = (count: number, all: number) => (all === 0 ? 0 : count / all)
  const present = known.filter(isAtTable).length
  return {
    map: Object.fromEntries(bands.map((band) => [band, share(counts.map[band], known.length)])),
    table: Object.fromEntries(bands.map((band) => [band, share(counts.table[band], present)])),
  }
}
