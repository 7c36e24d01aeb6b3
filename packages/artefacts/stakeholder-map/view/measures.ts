import { betweenness } from '../betweenness.ts'
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
} from '../network.ts'
import type { RelationType, StakeholderMap } from '../shape.ts'

/** All measures of the network of one map, as the worker gives them. */
export const measure = (map: StakeholderMap, types: readonly RelationType[]) => {
  const graph = graphOf(map, types)
  return {
    parties: graph.ids.length,
    degree: degrees(graph),
    betweenness: betweenness(graph),
    components: components(graph),
    isolates: isolates(graph),
    articulationPoints: articulationPoints(graph),
    bridges: bridgeNeighbours(map, graph),
    across: linksAcrossBands(map, types),
    reciprocity: reciprocity(map),
    wanted: wantedByType(map),
  }
}
export type Measures = ReturnType<typeof measure>
