import type { DraftOf } from '#crdt/draft.ts'
import { line, ref, set, table, text, type ContentOf } from '#crdt/shape.ts'

/** What people write in one session: cards, their clusters, and what each table brings back. */
export const sessionShape = {
  cards: table('Card', 'ca', { text: text(), clusterId: ref('Cluster'), takenInto: line(200) }),
  clusters: table('Cluster', 'cl', { title: line(120) }),
  groupResults: table('GroupResult', 'gr', {
    activityId: ref('Activity'),
    groupId: ref('Group'),
    text: text(),
    artefactIds: set('Item'),
  }),
} as const

export type SessionContent = ContentOf<typeof sessionShape>
export type SessionDraft = DraftOf<typeof sessionShape>
