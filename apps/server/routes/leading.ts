import { agendaOf } from '#domain/agenda.ts'
import * as live from '#domain/live-session.ts'
import type { SessionState } from '#domain/live-session.ts'
import type { Result } from '#kernel/result.ts'
import type { ChoosingUndo } from './choosing-undo.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { giveSheets } from '../workspaces/merging.ts'
import { actRow, actsOf, mergedBy, undoneRow, withoutAct, type NewAct } from '../workspaces/session-acts.ts'
import { liveOf } from '../workspaces/session-views.ts'
import type { HeldSession } from '../workspaces/sessions.ts'
import { good, refused, type Handlers, type Inside } from './knock.ts'
import type { SessionHouse } from './session-house.ts'
import { undoMerge, undoOutside } from './undo-outside.ts'

type Leading = Pick<
  Handlers,
  | 'startSession'
  | 'closeSession'
  | 'moveToStep'
  | 'steerTimer'
  | 'steerSession'
  | 'setTables'
  | 'answerHand'
  | 'markPresent'
  | 'undoAct'
>
type Change = (state: SessionState, now: number) => Result<SessionState, string>

/** What whoever leads does: each act is one row, one line of the log, and one event to everybody. */
export const leading = (services: Services, house: SessionHouse, undoing: ChoosingUndo): Leading => {
  const { storage, clock, turns, workspaces } = services
  const { store, sessionsOf, conflict } = house

  /** Writes what an act made of a session, and tells it. */
  const settle = async ({ state, me }: Inside, held: HeldSession, after: SessionState, act: NewAct) => {
    const where = { workspace: state.id, session: held.id }
    const who = { participant: me.id, at: clock.now() }
    const line = actRow(where, who, act, { before: held.state, after })
    const next = await store.put(state.id, held, after, [line, ...runningRows(state.id, held, after)])
    noteRunning(state.id, next)
    return answer(state.id, next)
  }

  // Each table finds its sheet when a step at tables runs; looked at once for each step and seating.
  const given = new Set<string>()
  const giveSheetsIn = async (
    workspace: string,
    { id: session, state: { status, activityId, tables } }: HeldSession,
  ) => {
    if (status !== 'live' || activityId === null || tables.length === 0) return
    const key = [workspace, session, activityId, ...tables.map(({ id }) => id)].join(' ')
    if (given.has(key)) return
    const agenda = await house.readAgenda(workspace)
    if (agenda?.activities.find(({ id }) => id === activityId)?.workForm !== 'group') return
    await giveSheets(services, { workspace, session, activity: activityId, tables })
    given.add(key)
  }

  const answer = async (workspace: string, held: HeldSession) => {
    await giveSheetsIn(workspace, held)
    await house.tell(workspace, held.id)
    const state = await workspaces.get(workspace)
    if (!state) return refused('not-found')
    return good({ serverTime: clock.now(), live: liveOf(state, held) })
  }

  const lead = (inside: Inside, session: string, act: NewAct, change: Change) => {
    if (!sessionsOf(inside.state).includes(session)) return Promise.resolve(refused('not-found'))
    return turns(house.turnOf(inside.state.id, session), async () => {
      const held = await store.get(inside.state.id, session)
      const after = change(held.state, clock.now())
      if (!after.ok) return conflict(after.reason)
      return settle(inside, held, after.value, act)
    })
  }

  const withoutHand = async (workspace: string, session: string, participant: string) => {
    const held = await store.get(workspace, session)
    const rest = held.signals.filter((signal) => signal.participant !== participant || signal.kind === 'ready')
    if (rest.length < held.signals.length) await store.signal(workspace, held, rest)
  }

  const noteRunning = (workspace: string, { id, state }: HeldSession) => {
    if (runs(state)) workspaces.run(workspace, { session: id, activity: state.activityId })
    else if (workspaces.cached(workspace)?.running?.session === id) workspaces.run(workspace, null)
  }

  return {
    startSession: async ({ inside, params: { session }, body }) => {
      const { state } = inside
      if (!sessionsOf(state).includes(session)) return refused('not-found')
      const workspace = await house.readAgenda(state.id)
      const agenda = workspace && agendaOf(workspace, session)
      if (!agenda) return refused('not-found')
      // The ladder of influence only works when people know beforehand how far theirs goes.
      const promise = agenda.session.influencePromise.trim() || workspace.influencePromise.trim()
      if (promise === '' && !body.promise) return conflict('promise-needed')
      if (promise === '')
        await house.changeAgenda(state.id, (draft) => draft.influencePromise.splice(0, 0, body.promise ?? ''))
      const isRound = agenda.session.mode === 'async'
      if (!isRound && state.running && state.running.session !== session) return conflict('other-session')
      const step = agenda.steps.find(({ id }) => id === body.activity) ?? agenda.steps[0] ?? null
      const activity = isRound ? null : (step?.id ?? null)
      return lead(inside, session, { act: 'start', activity }, (own, now) =>
        isRound ? live.openRound(own, now) : live.openSession(own, step, now),
      )
    },

    closeSession: ({ inside, params: { session } }) => lead(inside, session, { act: 'close' }, live.shutSession),

    moveToStep: async ({ inside, params: { session }, body: { activity } }) => {
      const workspace = await house.readAgenda(inside.state.id)
      const step = workspace && agendaOf(workspace, session)?.steps.find(({ id }) => id === activity)
      if (!step) return refused('not-found')
      return lead(inside, session, { act: 'step', activity }, (own, now) => live.moveToStep(own, step, now))
    },

    steerTimer: ({ inside, params: { session }, body: { act, seconds = 0 } }) => {
      const detail = { turn: act, ...(act === 'add' ? { seconds } : {}) }
      return lead(inside, session, { act: 'timer', detail }, (own, now) => live.steerTimer(own, act, seconds, now))
    },

    steerSession: ({ inside, params: { session }, body }) => {
      const { call, remind, ...steered } = body
      const act = actOfSteering(body)
      return lead(inside, session, act, (own) => {
        if (own.status !== 'live') return { ok: false, reason: 'not-live' }
        const calls = own.calls + (call ? 1 : 0)
        return {
          ok: true,
          value: { ...live.steer(own, steered), calls, reminders: own.reminders + (remind ? 1 : 0) },
        }
      })
    },

    setTables: ({ inside, params: { session }, body: { tables } }) =>
      lead(inside, session, { act: 'tables', detail: { tables: tables.length } }, (own) => {
        const known = (id: string) => inside.state.members.get(id)?.removed === false
        const sat = new Set<string>()
        // Nobody sits at two tables.
        const seated = tables.map((table) => ({
          ...table,
          memberIds: table.memberIds.filter((id) => known(id) && !sat.has(id) && sat.add(id)),
        }))
        return { ok: true, value: { ...own, tables: seated } }
      }),

    answerHand: async ({ inside, params: { session, participant }, body }) => {
      if (!sessionsOf(inside.state).includes(session)) return refused('not-found')
      if (!inside.state.members.has(participant)) return refused('not-found')
      await turns(house.turnOf(inside.state.id, session), () => withoutHand(inside.state.id, session, participant))
      const act = { act: body.act === 'floor' ? 'floor' : 'answered', detail: { participant } } as const
      return lead(inside, session, act, (own) => {
        const floor = body.act === 'floor' ? participant : own.floor === participant ? null : own.floor
        return own.status === 'live' ? { ok: true, value: { ...own, floor } } : { ok: false, reason: 'not-live' }
      })
    },

    markPresent: async ({ inside, params: { session, participant }, body: { present } }) => {
      if (!inside.state.members.has(participant)) return refused('not-found')
      return lead(inside, session, { act: 'present', detail: { participant, present } }, (own) => {
        const others = own.presentIds.filter((id) => id !== participant)
        return { ok: true, value: { ...own, presentIds: present ? [...others, participant] : others } }
      })
    },

    undoAct: async ({ inside, params: { session, number } }) => {
      if (!sessionsOf(inside.state).includes(session)) return refused('not-found')
      const chosen = await undoing.undo(inside.state, session, Number(number))
      if (chosen !== 'of-the-session')
        return chosen === 'undone'
          ? answer(inside.state.id, await store.get(inside.state.id, session))
          : conflict('cannot-undo')
      return turns(house.turnOf(inside.state.id, session), async () => {
        const acts = await actsOf(storage.tables, inside.state.id, session)
        const row = acts.find((act) => act.number === Number(number))
        if (!row) return refused('not-found')
        if (row.change?.of) {
          const undone = [undoneRow(inside.state.id, session, row.number)]
          const merged = mergedBy(row)
          const where = { workspace: inside.state.id, session }
          const isUndone = merged
            ? await undoMerge(services, where, merged, undone)
            : await undoOutside(services, inside, row, undone)
          if (!isUndone) return conflict('cannot-undo')
          store.renew(inside.state.id, session)
          return answer(inside.state.id, await store.get(inside.state.id, session))
        }
        const held = await store.get(inside.state.id, session)
        const before = withoutAct(held.state, row)
        if (!before) return conflict('cannot-undo')
        const after = live.sessionStateSchema.parse(before)
        const rows = [undoneRow(inside.state.id, session, row.number), ...runningRows(inside.state.id, held, after)]
        const next = await store.put(inside.state.id, held, after, rows)
        noteRunning(inside.state.id, next)
        return answer(inside.state.id, next)
      })
    },
  }
}

const actOfSteering = (body: {
  readonly follow?: string | undefined
  readonly call?: true | undefined
  readonly remind?: true | undefined
  readonly resultHidden?: boolean | undefined
  readonly namesHidden?: boolean | undefined
  readonly screen?: string | undefined
}): NewAct => {
  const { follow, call, remind, resultHidden, namesHidden, screen } = body
  if (call) return { act: 'call' }
  if (remind) return { act: 'remind' }
  if (follow !== undefined) return { act: 'follow', detail: { follow } }
  if (resultHidden !== undefined) return { act: 'hide', detail: { results: resultHidden } }
  if (namesHidden !== undefined) return { act: 'hide', detail: { names: namesHidden } }
  return { act: 'screen', detail: { screen: screen ?? '' } }
}

/** The columns that say which session runs: what every new item is noted with. */
const runningRows = (workspace: string, held: HeldSession, after: SessionState) => {
  if (held.state.status === after.status && held.state.activityId === after.activityId) return []
  const change = db.updateTable('workspace').where('id', '=', workspace)
  if (runs(after)) return [change.set({ running_session: held.id, running_activity: after.activityId }).compile()]
  return [
    change.set({ running_session: null, running_activity: null }).where('running_session', '=', held.id).compile(),
  ]
}

// A round over days has no step that everybody is in.
const runs = ({ status, activityId }: SessionState): boolean => status === 'live' && activityId !== null
