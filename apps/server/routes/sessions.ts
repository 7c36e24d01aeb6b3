import { agendaOf } from '#domain/agenda.ts'
import { can } from '#domain/permissions.ts'
import { db } from '../storage/tables.ts'
import type { ChoosingUndo } from './choosing-undo.ts'
import type { Services } from '../services.ts'
import { canUnmerge } from '../workspaces/merging.ts'
import { actsOf, mergedBy } from '../workspaces/session-acts.ts'
import { actsShown, leadingOf, liveOf, mineOf, namesIn } from '../workspaces/session-views.ts'
import type { HeldSession, Signal } from '../workspaces/sessions.ts'
import type { Member, WorkspaceState } from '../workspaces/state.ts'
import { createSession } from '../workspaces/session-creating.ts'
import { done, good, refused, wrongField, type Handlers } from './knock.ts'
import type { SessionHouse } from './session-house.ts'

type OfSessions = Pick<
  Handlers,
  'sessions' | 'session' | 'createSession' | 'removeSession' | 'takePart' | 'putNote' | 'sessionLog'
>

/** Planning sessions, reading how they stand, and what participants say of themselves in them. */
export const sessions = (services: Services, house: SessionHouse, undoing: ChoosingUndo): OfSessions => {
  const { storage, clock, rooms, workspaces, turns } = services
  const { store, sessionsOf, tellSoon } = house

  return {
    sessions: async ({ inside: { state } }) => {
      const held = await Promise.all(sessionsOf(state).map((id) => store.get(state.id, id)))
      return good({ serverTime: clock.now(), sessions: held.map((each) => liveOf(state, each)) })
    },

    session: async ({ inside: { state, me }, params }) => {
      if (!sessionsOf(state).includes(params.session)) return refused('not-found')
      const held = await store.get(state.id, params.session)
      const leads = can(me.role, 'lead-session')
      return good({
        serverTime: clock.now(),
        live: liveOf(state, held),
        mine: mineOf(held, me),
        leading: leads ? await leadingOf(storage.tables, state, held) : null,
      })
    },

    createSession: async ({ inside: { state }, body }) => {
      const made = await turns(state.id, () => createSession(services, state, body))
      if (!made.ok) return wrongField(made.reason === 'unknown-template' ? 'template' : 'script', made.reason)
      await workspaces.refresh(state.id)
      rooms.broadcast(state.id, { type: 'change', topic: 'session' })
      return good({ id: made.value.id, steps: [...made.value.steps] })
    },

    removeSession: async ({ inside: { state }, params: { session } }) => {
      if (!sessionsOf(state).includes(session)) return refused('not-found')
      const held = await store.get(state.id, session)
      // What was started has a log, and cards that people wrote.
      if (held.state.startedAt !== null) return house.conflict('was-started')
      await house.changeAgenda(state.id, (draft) => {
        const agenda = house.agendaIn(draft, session)
        for (const { stage, steps } of agenda) {
          for (const step of steps) draft.activities.remove(step)
          draft.stages.remove(stage)
        }
        draft.sessions.remove(session)
      })
      await storage.tables.write([
        db
          .updateTable('document')
          .set({ removed_at: clock.now() })
          .where('workspace', '=', state.id)
          .where('id', '=', session)
          .compile(),
      ])
      await store.forget(state.id, session)
      await workspaces.refresh(state.id)
      rooms.closeDocument(state.id, session, 'gone')
      rooms.broadcast(state.id, { type: 'change', topic: 'session' })
      return done
    },

    takePart: async ({ inside: { state, me }, params: { session }, body }) => {
      if (!sessionsOf(state).includes(session)) return refused('not-found')
      return turns(house.turnOf(state.id, session), async () => {
        const held = await store.get(state.id, session)
        if (held.state.status !== 'live') return house.conflict('not-live')
        const arrived = body.present ? await arrive(state, held, me) : held
        const signals = signalsAfter(arrived.signals, me, body, clock.now())
        const after = signals === arrived.signals ? arrived : await store.signal(state.id, arrived, signals)
        if (after !== held) tellSoon(state.id, session)
        return good({ mine: mineOf(after, me) })
      })
    },

    putNote: async ({ inside: { state }, params: { session, activity }, body }) => {
      const workspace = await house.readAgenda(state.id)
      if (!workspace) return refused('unavailable')
      if (!agendaOf(workspace, session)?.steps.some(({ id }) => id === activity)) return refused('not-found')
      await turns(house.turnOf(state.id, session), () => house.putNote(state.id, activity, body.text))
      tellSoon(state.id, session)
      return done
    },

    sessionLog: async ({ inside: { state }, params: { session } }) => {
      if (!sessionsOf(state).includes(session)) return refused('not-found')
      const held = await store.get(state.id, session)
      const acts = await actsOf(storage.tables, state.id, session)
      const others = new Set(await undoing.reversible(state, acts))
      for (const row of acts) {
        const cards = mergedBy(row)
        if (cards && (await canUnmerge(services, { workspace: state.id, session }, cards))) others.add(row.number)
      }
      return good({
        acts: actsShown(state, acts, held, others),
        people: namesIn(state, acts),
        questions: await undoing.questions(state, acts),
      })
    },
  }

  async function arrive(state: WorkspaceState, held: HeldSession, me: Member): Promise<HeldSession> {
    const { presentIds } = held.state
    if (me.role !== 'contributor' || presentIds.includes(me.id)) return held
    return store.put(state.id, held, { ...held.state, presentIds: [...presentIds, me.id] })
  }
}

type Said = {
  readonly ready?: { readonly activity: string; readonly ready: boolean } | undefined
  readonly hand?: 'speak' | 'help' | null | undefined
  readonly text?: string | undefined
}

// One hand a person: who asks for help while waiting for the floor asks for help.
const signalsAfter = (before: readonly Signal[], me: Member, said: Said, at: number): readonly Signal[] => {
  const { ready, hand, text = '' } = said
  let after = before
  const without = (kinds: readonly Signal['kind'][]) =>
    after.filter(({ participant, kind }) => participant !== me.id || !kinds.includes(kind))
  if (ready) {
    after = without(['ready'])
    if (ready.ready) after = [...after, { participant: me.id, kind: 'ready', activity: ready.activity, text: '', at }]
  }
  if (hand !== undefined) {
    after = without(['speak', 'help'])
    if (hand) after = [...after, { participant: me.id, kind: hand, activity: null, text, at }]
  }
  return after
}
