import { bandOf } from './derived.ts'
import { soundRelations } from './queries.ts'
import { relationTypes, type RelationType, type StakeholderMap } from './shape.ts'

/** The parties as a graph without directions: who has contact with whom. */
export type Graph = { readonly ids: readonly string[]; readonly neighbours: ReadonlyMap<string, ReadonlySet<string>> }

/** Below so many parties nothing is ranked: the figures would say more about who drew the map. */
export const fewestRanked = 6

/** The kinds of line that count as contact: all but tension. */
export const contactTypes = relationTypes.filter((type) => type !== 'tension')

/** Contacts of the chosen kinds. What is only wanted or is broken is none, and tension never is. */
export const graphOf = (map: StakeholderMap, types: readonly RelationType[] = contactTypes): Graph => {
  const neighbours = new Map(map.stakeholders.map(({ id }) => [String(id), new Set<string>()]))
  for (const { from, to, type, status } of soundRelations(map)) {
    if (status !== 'existing' || type === 'tension' || !types.includes(type) || from === to) continue
    neighbours.get(from ?? '')?.add(to ?? '')
    neighbours.get(to ?? '')?.add(from ?? '')
  }
  return { ids: [...neighbours.keys()], neighbours }
}

const none: ReadonlySet<string> = new Set()
const of = ({ neighbours }: Graph, id: string): ReadonlySet<string> => neighbours.get(id) ?? none

/** With how many others each party has contact. */
export const degrees = (graph: Graph): { readonly [id: string]: number } =>
  Object.fromEntries(graph.ids.map((id) => [id, of(graph, id).size]))

/** Who has no contact on this map, in its order. */
export const isolates = (graph: Graph): readonly string[] => graph.ids.filter((id) => of(graph, id).size === 0)

/** The islands of the map, in its order; who stands alone is one too. */
export const components = (graph: Graph): readonly (readonly string[])[] => {
  const island = new Map<string, number>()
  let count = 0
  for (const start of graph.ids) {
    if (island.has(start)) continue
    const waiting = [start]
    island.set(start, count)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const next of of(graph, id)) {
        if (island.has(next)) continue
        island.set(next, count)
        waiting.push(next)
      }
    }
    count += 1
  }
  const lists = Array.from({ length: count }, (): string[] => [])
  for (const id of graph.ids) lists[island.get(id) ?? 0]?.push(id)
  return lists
}

type Visit = { readonly id: string; readonly parent: string | null; readonly rest: Iterator<string>; children: number }

/** Parties without whom an island falls apart (Hopcroft and Tarjan 1973), in the order of the map. */
export const articulationPoints = (graph: Graph): readonly string[] => {
  const found = new Set<string>()
  const entered = new Map<string, number>()
  const low = new Map<string, number>()
  const enter = (id: string, parent: string | null): Visit => {
    entered.set(id, entered.size)
    low.set(id, entered.size - 1)
    return { id, parent, rest: of(graph, id).values(), children: 0 }
  }
  for (const root of graph.ids) {
    if (entered.has(root)) continue
    // A list instead of calls in calls: a chain of a thousand parties must not fill the stack.
    const trail = [enter(root, null)]
    for (let visit = trail.at(-1); visit; visit = trail.at(-1)) {
      const next = visit.rest.next()
      if (!next.done) {
        if (!entered.has(next.value)) {
          visit.children += 1
          trail.push(enter(next.value, visit.id))
        } else if (next.value !== visit.parent) {
          low.set(visit.id, Math.min(low.get(visit.id) ?? 0, entered.get(next.value) ?? 0))
        }
        continue
      }
      trail.pop()
      const { id, parent, children } = visit
      if (parent === null) {
        if (children > 1) found.add(id)
        continue
      }
      const reach = low.get(id) ?? 0
      low.set(parent, Math.min(low.get(parent) ?? 0, reach))
      if (trail.length > 1 && reach >= (entered.get(parent) ?? 0)) found.add(parent)
    }
  }
  return graph.ids.filter((id) => found.has(id))
}

/** Which part of a party's contacts belongs to another world; who has no contacts, or no known world, is left out. */
export const bridgeNeighbours = (map: StakeholderMap, graph: Graph): { readonly [id: string]: number } => {
  const band = new Map(map.stakeholders.map((row) => [String(row.id), bandOf(row)]))
  return Object.fromEntries(
    graph.ids.flatMap((id) => {
      const own = band.get(id) ?? null
      const others = [...of(graph, id)].flatMap((other) => band.get(other) ?? [])
      if (own === null || others.length === 0) return []
      return [[id, others.filter((other) => other !== own).length / others.length] as const]
    }),
  )
}

/** Lines between two worlds among all lines whose ends have a known world; the lines of `graphOf`, each counted. */
export const linksAcrossBands = (map: StakeholderMap, types: readonly RelationType[] = contactTypes) => {
  const band = new Map(map.stakeholders.map((row) => [String(row.id), bandOf(row)]))
  let [across, all] = [0, 0]
  for (const { from, to, type, status } of soundRelations(map)) {
    const [one, other] = [band.get(from ?? '') ?? null, band.get(to ?? '') ?? null]
    if (status !== 'existing' || type === 'tension' || !types.includes(type) || one === null || other === null) continue
    all += 1
    if (one !== other) across += 1
  }
  return { across, all, share: all === 0 ? 0 : across / all }
}

/** For information and cooperation apart: which part of the lines goes both ways, drawn so or answered by a line back. */
export const reciprocity = (map: StakeholderMap): { readonly [type: string]: number } =>
  Object.fromEntries(
    (['information', 'cooperation'] as const).flatMap((type) => {
      const lines = soundRelations(map).filter((line) => line.type === type && line.status === 'existing')
      const directed = new Set(
        lines.flatMap(({ from, to, direction }) => (direction === 'directed' ? [`${from}>${to}`] : [])),
      )
      // A line without a direction names none who only receives.
      const both = lines.filter(({ from, to, direction }) => direction !== 'directed' || directed.has(`${to}>${from}`))
      return lines.length === 0 ? [] : [[type, both.length / lines.length] as const]
    }),
  )

/** How many lines of each type people want to have beside what there is. */
export const wantedByType = (map: StakeholderMap): { readonly [type: string]: number } => {
  const counts: Record<string, number> = {}
  for (const { type, status } of soundRelations(map)) if (status === 'wanted') counts[type] = (counts[type] ?? 0) + 1
  return counts
}
