import { UndirectedGraph } from 'graphology'
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js'
import type { Graph } from './network.ts'

/**
 * How often the shortest way between two others passes a party: Brandes (2001), divided by the pairs of others, so
 * from 0 to 1. Below three parties there are no others.
 */
export const betweenness = ({ ids, neighbours }: Graph): { readonly [id: string]: number } => {
  if (ids.length < 3) return Object.fromEntries(ids.map((id) => [id, 0]))
  const graph = new UndirectedGraph()
  for (const id of ids) graph.addNode(id)
  for (const [id, others] of neighbours) for (const other of others) graph.mergeEdge(id, other)
  return betweennessCentrality(graph, { normalized: true, getEdgeWeight: null })
}
