import { isJsonObject, type Json, type JsonObject } from '#crdt/json.ts'
import type { SessionState } from '#domain/live-session.ts'
import { sql, type CompiledQuery } from 'kysely'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'

/** Everything that whoever leads can do; each leaves a line that every participant can read. */
export type ActName =
  | 'start'
  | 'close'
  | 'step'
  | 'timer'
  | 'follow'
  | 'call'
  | 'remind'
  | 'hide'
  | 'screen'
  | 'tables'
  | 'floor'
  | 'answered'
  | 'present'
  | 'lock'
  | 'unlock'
  | 'rename'
  | 'regroup'
  | 'role'
  | 'scribe'
  | 'remove'
  | 'merge'
  | ChoosingAct

/** What whoever leads does with ballots, with what was written alone, and with decisions; taken back by `choosing-undo.ts`. */
const choosingActs = [
  'ballot-open',
  'ballot-until',
  'ballot-close',
  'ballot-round',
  'ballot-count',
  'reveal',
  'skip',
  'decide',
] as const
export type ChoosingAct = (typeof choosingActs)[number]

export const isChoosingAct = (act: string): act is ChoosingAct => choosingActs.some((each) => each === act)

/** Which part of the state an act is about: it can be taken back while that part stands as the act left it. */
const partOf: { readonly [Name in ActName]?: readonly (keyof SessionState)[] } = {
  close: ['status'],
  step: ['activityId'],
  timer: ['activityId'],
  follow: ['follow'],
  hide: ['resultHidden', 'namesHidden'],
  screen: ['screen'],
  tables: ['tables'],
  floor: ['floor'],
  present: ['presentIds'],
}

export type NewAct = {
  readonly act: ActName
  readonly activity?: string | null
  readonly detail?: JsonObject
  /** What stood there before and is needed to take it back, of an act that changes something else than the session. */
  readonly before?: JsonObject
}

/** What an act changed, before and after, as it is kept for taking it back; of the session itself, or of what `of` names. */
type Change = { readonly of: Changed | null; readonly before: JsonObject; readonly after: JsonObject }

/** Something beside the session that an act changed: one person, the lock of one document, or cards that it made. */
export type Changed = { readonly kind: 'person' | 'document' | 'cards'; readonly id: string }

export type ActRow = {
  readonly number: number
  readonly at: number
  readonly participant: string | null
  readonly act: string
  readonly activity: string | null
  readonly detail: JsonObject
  readonly change: Change | null
  /** The same as it was kept, whatever the act was about. */
  readonly before: JsonObject
  readonly undone: boolean
}

/** All acts of a session, oldest first. */
export const actsOf = async (tables: Tables, workspace: string, session: string): Promise<readonly ActRow[]> => {
  const rows = await tables.read(
    db
      .selectFrom('session_act')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('session', '=', session)
      .orderBy('number')
      .compile(),
  )
  return rows.map(({ number, at, participant, act, activity, detail, before, undone }) => ({
    number,
    at,
    participant,
    act,
    activity,
    detail: jsonOf(detail) ?? {},
    change: changeOf(before),
    before: (before === null ? null : jsonOf(before)) ?? {},
    undone: undone === 1,
  }))
}

type Where = { readonly workspace: string; readonly session: string }
type Who = { readonly participant: string | null; readonly at: number }
type States = { readonly before: SessionState; readonly after: SessionState }

/** The line of a new act of a session, with what it changed. */
export const actRow = (where: Where, who: Who, act: NewAct, { before, after }: States): CompiledQuery =>
  lineOf(where, who, act, partOf[act.act] ? { of: null, ...changed(before, after) } : null)

/** The line of an act on something beside the session. */
export const outsideActRow = (where: Where, who: Who, act: NewAct, change: Change): CompiledQuery =>
  lineOf(where, who, act, change)

/** The line of an act on a ballot, on cards or on a decision; who did it is nobody when it happened by itself. */
export const choosingActRow = (where: Where, who: Who, act: NewAct): CompiledQuery =>
  lineOf(where, who, act, act.before ?? null)

/** The cards that a merge made and that its undoing would take away; `null` for any other act, and for one undone. */
export const mergedBy = ({ change, undone }: ActRow): readonly string[] | null => {
  if (change?.of?.kind !== 'cards' || undone) return null
  const { cards = null } = change.after
  return Array.isArray(cards) ? cards.filter((id) => typeof id === 'string') : []
}

const lineOf = (
  where: Where,
  who: Who,
  { act, activity = null, detail = {} }: NewAct,
  kept: Change | JsonObject | null,
): CompiledQuery =>
  db
    .insertInto('session_act')
    .values((expression) => ({
      ...where,
      ...who,
      // Counted where it is written, so that two acts at once are two lines.
      number: expression
        .selectFrom('session_act')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('number'))
        .where('workspace', '=', where.workspace)
        .where('session', '=', where.session),
      act,
      activity,
      detail: JSON.stringify(detail),
      before: kept && JSON.stringify(kept),
    }))
    .compile()

export const undoneRow = (workspace: string, session: string, number: number): CompiledQuery =>
  db
    .updateTable('session_act')
    .set({ undone: 1 })
    .where('workspace', '=', workspace)
    .where('session', '=', session)
    .where('number', '=', number)
    .compile()

/** The state without an act, or `null` when something that came later stands in its way. */
export const withoutAct = (state: SessionState, row: ActRow): JsonObject | null => {
  const { change, act, undone } = row
  if (change?.of) return null
  const parts = Object.hasOwn(partOf, act) ? partOf[act as ActName] : undefined // the names of the table itself
  if (!change || undone || !parts) return null
  const now = asJson(state)
  const stands = parts.every((part) => !(part in change.after) || same(now[part], change.after[part]))
  const timersStand = act !== 'timer' || timersOf(change.after).every(([id, timer]) => same(timersIn(now)[id], timer))
  if (!stands || !timersStand) return null
  // A clock that was not there before the act is left as it is.
  return { ...now, ...change.before, timers: { ...timersIn(now), ...timersIn(change.before) } }
}

const changed = (before: SessionState, after: SessionState): Pick<Change, 'before' | 'after'> => {
  const [old, next] = [asJson(before), asJson(after)]
  const names = Object.keys(next).filter((name) => name !== 'timers' && !same(old[name], next[name]))
  const only = (state: JsonObject): JsonObject => ({
    ...Object.fromEntries(names.map((name) => [name, state[name] ?? null])),
    timers: Object.fromEntries(
      Object.entries(timersIn(state)).filter(([id]) => !same(timersIn(old)[id], timersIn(next)[id])),
    ),
  })
  return { before: only(old), after: only(next) }
}

const timersIn = (state: JsonObject): JsonObject => (isJsonObject(state['timers']) ? state['timers'] : {})
const timersOf = (state: JsonObject) => Object.entries(timersIn(state))
const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

// States hold JSON and nothing else; their type says so only to people.
const asJson = (state: SessionState): JsonObject => JSON.parse(JSON.stringify(state)) as JsonObject

const jsonOf = (text: string): JsonObject | null => {
  const parsed: unknown = JSON.parse(text)
  return isJsonObject(parsed) ? parsed : null
}

const changeOf = (text: string | null): Change | null => {
  const { of = null, before = null, after = null } = (text === null ? null : jsonOf(text)) ?? {}
  return isJsonObject(before) && isJsonObject(after) ? { of: changedOf(of), before, after } : null
}

const changedOf = (of: Json): Changed | null => {
  if (!isJsonObject(of)) return null
  const { kind = null, id = null } = of
  return (kind === 'person' || kind === 'document' || kind === 'cards') && typeof id === 'string' ? { kind, id } : null
}
