import type { AnswerOf } from '#protocol/http-api.ts'
import type { Tables } from '../storage/storage.ts'
import type { ActRow } from './session-acts.ts'
import { standsOutside } from './outside-acts.ts'
import { withoutAct } from './session-acts.ts'
import { recordsOf } from './records.ts'
import type { HeldSession } from './sessions.ts'
import type { Member, WorkspaceState } from './state.ts'

type View = AnswerOf<'session'>

/** How a session stands, as everybody may know it: numbers of people, and names of nobody. */
export const liveOf = (state: WorkspaceState, { id, version, state: own, signals }: HeldSession): View['live'] => {
  const { presentIds, tables, timers, visited, floor, ...rest } = own
  const present = presentHere(state, presentIds)
  return {
    ...rest,
    id,
    version,
    timers: { ...timers },
    visited: [...visited],
    floor: floor !== null && isIn(state, floor) ? floor : null,
    tables: tables.map((table) => ({ ...table, memberIds: table.memberIds.filter((member) => isIn(state, member)) })),
    ready: readyIn(own.activityId, signals).filter((participant) => isCounted(state, participant)).length,
    present: present.length,
    hands: signals.filter(({ kind, participant }) => kind !== 'ready' && isIn(state, participant)).length,
  }
}

/** Where I stand in a session myself. */
export const mineOf = ({ state, signals }: HeldSession, me: Member): View['mine'] => {
  const own = signals.filter(({ participant }) => participant === me.id)
  const hand = own.find(({ kind }) => kind !== 'ready')?.kind
  return {
    present: state.presentIds.includes(me.id),
    ready: own.some(({ kind, activity }) => kind === 'ready' && activity === state.activityId),
    hand: hand === 'speak' || hand === 'help' ? hand : null,
  }
}

/** What only those who lead may know. */
export const leadingOf = async (
  tables: Tables,
  state: WorkspaceState,
  { state: own, signals }: HeldSession,
): Promise<NonNullable<View['leading']>> => ({
  readyIds: readyIn(own.activityId, signals),
  presentIds: presentHere(state, own.presentIds),
  hands: signals.flatMap(({ participant, kind, text, at }) =>
    kind === 'ready' || !isIn(state, participant) ? [] : [{ participant, kind, text, at }],
  ),
  notes: Object.fromEntries(
    (await recordsOf(tables, state.id, 'activities')).flatMap(({ id, value }) => {
      const note = value['facilitatorNote']
      return typeof note === 'string' && note !== '' ? [[id, note]] : []
    }),
  ),
})

/** The acts as everybody can read them. */
export const actsShown = (
  workspace: WorkspaceState,
  rows: readonly ActRow[],
  { state }: HeldSession,
  /** Numbers of acts beside the session that can be taken back too: of merges, and of choosing. */
  others: ReadonlySet<number>,
): AnswerOf<'sessionLog'>['acts'] =>
  rows.map((row) => ({
    number: row.number,
    at: row.at,
    participant: row.participant,
    act: row.act,
    activityId: row.activity,
    detail: { ...row.detail } as AnswerOf<'sessionLog'>['acts'][number]['detail'], // read-only JSON is JSON
    undone: row.undone,
    reversible: withoutAct(state, row) !== null || standsOutside(workspace, row) || others.has(row.number),
  }))

const readyIn = (activity: string | null, signals: HeldSession['signals']): string[] =>
  signals.flatMap((signal) => (signal.kind === 'ready' && signal.activity === activity ? signal.participant : []))

const presentHere = (state: WorkspaceState, ids: readonly string[]): string[] =>
  ids.filter((id) => isCounted(state, id))

/** What people are called who did something in these acts, or to whom it was done; also who was taken out since. */
export const namesIn = ({ members }: WorkspaceState, acts: readonly ActRow[]): AnswerOf<'sessionLog'>['people'] => {
  const ids = new Set(acts.flatMap(({ participant, detail }) => [participant, detail['participant']]))
  return [...members.values()].flatMap(({ id, name }) => (ids.has(id) ? { id, name } : []))
}

const isIn = (state: WorkspaceState, id: string): boolean => state.members.get(id)?.removed === false

// Those who lead, and those who only read, are no part of the count.
const isCounted = (state: WorkspaceState, id: string): boolean => {
  const member = state.members.get(id)
  return member !== undefined && !member.removed && member.role === 'contributor'
}
