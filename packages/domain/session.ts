import type { DraftOf } from '#crdt/draft.ts'
import { line, ref, set, table, text, type ContentOf } from '#crdt/shape.ts'

/** Room for where one card went, longer than all places of every kind together. */
export const longestTaken = 1000

/** What people write in one session: cards, their clusters, and what each table brings back. */
export const sessionShape = {
  cards: table('Card', 'ca', {
    text: text(),
    /** The step in which it was written. */
    activityId: ref('Activity'),
    clusterId: ref('Cluster'),
    /** The table whose sheet it comes from, and what that was called then. */
    groupId: ref('Group'),
    table: line(60),
    /** Where its words went, as `taken.ts` reads it. */
    takenInto: line(longestTaken),
  }),
  clusters: table('Cluster', 'cl', { title: line(120), activityId: ref('Activity') }),
  groupResults: table('GroupResult', 'gr', {
    activityId: ref('Activity'),
    groupId: ref('Group'),
    text: text(),
    artefactIds: set('Item'),
  }),
} as const

export type SessionContent = ContentOf<typeof sessionShape>
export type SessionDraft = DraftOf<typeof sessionShape>
