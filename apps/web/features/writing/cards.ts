import type { SharedDocument } from '#crdt/document.ts'
import type { RowOf } from '#crdt/shape.ts'
import type { SessionContent, sessionShape } from '#domain/session.ts'
import { byOrder } from '#kernel/order.ts'
import { useContent } from '#react/use-content.ts'

export type Card = RowOf<SessionContent, 'cards'>
export type Cluster = RowOf<SessionContent, 'clusters'>

/** The cards and groups of one step, in their order. */
export const useCards = (document: SharedDocument<typeof sessionShape>, activity: string) => {
  const cards = useContent(document, (content) => content.cards.filter((card) => card.activityId === activity))
  const clusters = useContent(document, (content) => content.clusters.filter((each) => each.activityId === activity))
  return { cards: cards.toSorted(byOrder), clusters: clusters.toSorted(byOrder) }
}

/** Cards by group; what is in none, or in one that is gone, comes last. */
export const groupsOf = (
  cards: readonly Card[],
  clusters: readonly Cluster[],
): readonly { readonly cluster: Cluster | null; readonly cards: readonly Card[] }[] => {
  const known = new Set(clusters.map(({ id }) => id))
  return [
    ...clusters.map((cluster) => ({ cluster, cards: cards.filter(({ clusterId }) => clusterId === cluster.id) })),
    { cluster: null, cards: cards.filter(({ clusterId }) => clusterId === null || !known.has(clusterId)) },
  ]
}
