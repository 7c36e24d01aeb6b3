import { openDocument } from '#crdt/document.ts'
import { byOrder } from '#kernel/order.ts'
import { workspaceShape, type Workspace, type WorkspaceDraft } from '#domain/workspace.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import type { OutsideAct } from '../workspaces/outside-acts.ts'
import { recordById } from '../workspaces/records.ts'
import { outsideActRow } from '../workspaces/session-acts.ts'
import { liveOf } from '../workspaces/session-views.ts'
import { createSessionStore } from '../workspaces/sessions.ts'
import type { Member, WorkspaceState } from '../workspaces/state.ts'
import { refused, type Refused } from './knock.ts'

/** Counts of people are told together: sixty who are ready at once cost few messages. */
const gatherMs = 200

export type SessionHouse = ReturnType<typeof createSessionHouse>

/** What the routes of sessions have in common: how they stand, the agenda they follow, and telling everybody. */
export const createSessionHouse = ({ storage: { tables }, rooms, clock, workspaces }: Services) => {
  const store = createSessionStore(tables, clock)
  const waiting = new Set<string>()

  const tell = async (workspace: string, session: string): Promise<void> => {
    const state = workspaces.cached(workspace)
    if (!state) return
    const live = liveOf(state, await store.get(workspace, session))
    rooms.broadcast(workspace, { type: 'change', topic: 'session', data: { live } })
  }

  const sessionsOf = (state: WorkspaceState): readonly string[] =>
    [...state.documents.values()].flatMap(({ id, kind }) => (kind === 'session' ? id : []))

  return {
    store,
    tell,
    /** Acts on people and documents as lines of every session that is led now, and how to tell them once written. */
    logOutside: async (state: WorkspaceState, me: Member, acts: readonly OutsideAct[]) => {
      const held = await Promise.all(acts.length === 0 ? [] : sessionsOf(state).map((id) => store.get(state.id, id)))
      const led = held.flatMap(({ id, state: own }) => (own.status === 'live' ? id : []))
      const who = { participant: me.id, at: clock.now() }
      return {
        rows: led.flatMap((session) =>
          acts.map(({ line, change }) => outsideActRow({ workspace: state.id, session }, who, line, change)),
        ),
        tell: async (): Promise<void> => {
          for (const session of led) {
            store.renew(state.id, session)
            await tell(state.id, session)
          }
        },
      }
    },
    tellSoon: (workspace: string, session: string): void => {
      const key = `${workspace}.${session}`
      if (waiting.has(key)) return
      waiting.add(key)
      clock.after(gatherMs, () => {
        waiting.delete(key)
        void tell(workspace, session)
      })
    },
    /** All changes of one session take turns. */
    turnOf: (workspace: string, session: string): string => `session.${workspace}.${session}`,
    sessionsOf,
    conflict: (reason: string): Refused => refused('conflict', { errors: [{ field: 'session', code: reason }] }),

    readAgenda: async (workspace: string): Promise<Workspace | null> => {
      const read = await rooms.read(workspace, 'workspace', (ydoc) => {
        const opened = openDocument(ydoc, workspaceShape)
        const content = opened.content()
        opened.close()
        return content
      })
      return read.ok ? read.value : null
    },

    changeAgenda: async (workspace: string, change: (draft: WorkspaceDraft) => void): Promise<void> => {
      const written = await rooms.write(workspace, 'workspace', { participantId: null, perspective: null }, (ydoc) => {
        const opened = openDocument(ydoc, workspaceShape)
        opened.change({ perspective: '' }, change)
        opened.close()
      })
      if (!written.ok) throw new Error(`the agenda was not written: ${written.reason}`)
    },

    agendaIn: (draft: WorkspaceDraft, session: string) =>
      draft.stages
        .all()
        .filter((stage) => stage.sessionId.get() === session)
        .map((stage) => ({
          stage: stage.id,
          steps: draft.activities
            .all()
            .filter((step) => step.stageId.get() === stage.id)
            .map(({ id, order }) => ({ id, order: order.get() }))
            .toSorted(byOrder)
            .map(({ id }) => id),
        })),

    putNote: async (workspace: string, activity: string, text: string): Promise<void> => {
      const record = await recordById(tables, workspace, 'activities', activity)
      const { facilitatorNote: _, ...others } = record?.value ?? {}
      const body = JSON.stringify(text.trim() === '' ? others : { ...others, facilitatorNote: text })
      await tables.write([
        db
          .insertInto('record')
          .values({ workspace, collection: 'activities', id: activity, ord: activity, body })
          .onConflict((conflict) =>
            conflict
              .columns(['workspace', 'collection', 'id'])
              .doUpdateSet({ body, version: (record?.version ?? 0) + 1 }),
          )
          .compile(),
      ])
    },
  }
}
