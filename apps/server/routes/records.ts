import { collections, isCollection, problemsIn, readRecord, type CollectionName, type Origin } from '#domain/records.ts'
import { can } from '#domain/permissions.ts'
import { newId } from '#kernel/id.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import type { Services } from '../services.ts'
import { asksConditions } from '../workspaces/ballot-acts.ts'
import { ballotById } from '../workspaces/ballots.ts'
import { drawnOf, type Member, type WorkspaceState } from '../workspaces/state.ts'
import {
  deleteRecord,
  insertRecord,
  recordById,
  recordsOf,
  updateRecord,
  type StoredRecord,
} from '../workspaces/records.ts'
import type { BallotHouse } from './ballot-house.ts'
import { done, good, refused, type Handlers, type Refused } from './knock.ts'

/** Comments, decisions and the like: rows that people add to, change and take away by the policy of their collection. */
export const records = (
  { storage: { tables }, rooms, clock, turns }: Services,
  { line }: Pick<BallotHouse, 'line'>,
): Pick<Handlers, 'allRecords' | 'records' | 'addRecord' | 'changeRecord' | 'removeRecord'> => {
  const told = (workspace: string, collection: string): void =>
    rooms.broadcast(workspace, { type: 'change', topic: 'records', data: { collection } })

  // Who opposed was asked first what they need to go along, or it is on record why not.
  const conditionsFirst = async (
    state: WorkspaceState,
    collection: CollectionName,
    { ballotId }: StoredRecord['value'],
  ): Promise<Refused | null> => {
    if (collection !== 'decisions' || typeof ballotId !== 'string') return null
    const ballot = await ballotById(tables, state.id, ballotId)
    const deps = { tables, workspace: state.id, drawn: drawnOf(state), now: clock.now() }
    if (!ballot || !(await asksConditions(deps, ballot))) return null
    return refused('conflict', { errors: [{ field: 'ballotId', code: 'conditions-first' }] })
  }

  const originOf = (me: Member, anonymous: boolean): Origin => {
    const at = new Date(clock.now()).toISOString()
    // Without a name, the hour would tell who it was.
    return anonymous ? { byId: null, by: '', at: at.slice(0, 10) } : { byId: me.id, by: me.perspective, at }
  }

  // What people say to each other about the work is not for a wall.
  const mayRead = (me: Member, collection: CollectionName): boolean => collection !== 'comments' || can(me.role, 'read')
  const readable = async (state: WorkspaceState, collection: CollectionName) =>
    (await recordsOf(tables, state.id, collection))
      .filter((record) => readRecord(collection, record))
      .map(asAnswer(collection))

  return {
    allRecords: async ({ inside: { state, me } }) => {
      const names = Object.keys(collections).filter(isCollection)
      const own = names.filter((name) => mayRead(me, name))
      const lists = await Promise.all(own.map(async (name) => [name, await readable(state, name)] as const))
      return good({ collections: Object.fromEntries(lists) })
    },

    records: async ({ inside: { state, me }, params: { collection } }) => {
      if (!isCollection(collection)) return refused('not-found')
      if (!mayRead(me, collection)) return refused('forbidden')
      return good({ records: await readable(state, collection) })
    },

    addRecord: async ({ inside: { state, me }, params: { collection }, body }) => {
      if (!isCollection(collection)) return refused('not-found')
      const { add, anonymous } = collections[collection]
      if (!can(me.role, add)) return refused('forbidden')
      const id = body.id ?? newId(prefixes[collection])
      const origin = originOf(me, anonymous && body.anonymous === true)
      const sound = checked(collection, id, body.value)
      if (!sound.ok) return sound
      const early = await conditionsFirst(state, collection, sound.value)
      if (early) return early
      return turns(`records.${state.id}`, async () => {
        // Sent twice because its answer was lost: it stands already.
        const known = await recordById(tables, state.id, collection, id)
        if (known) return isOwn(known, me) ? good(asAnswer(collection)(known)) : refused('conflict')
        const { sessionId = null } = sound.value
        const session = typeof sessionId === 'string' ? sessionId : null
        const decided = { session, act: 'decide', detail: { decision: id } } as const
        const also = collection === 'decisions' ? line(state, me.id, decided) : []
        await insertRecord(tables, state.id, collection, { id, value: sound.value, origin }, also)
        told(state.id, collection)
        return good(asAnswer(collection)({ id, version: 1, value: { ...sound.value, ...origin } }))
      })
    },

    changeRecord: async ({ inside: { state, me }, params: { collection, record: id }, body }) => {
      if (!isCollection(collection)) return refused('not-found')
      const record = await recordById(tables, state.id, collection, id)
      if (!record) return refused('not-found')
      if (!mayChange(collection, record, me, Object.keys(body.value))) return refused('forbidden')
      if (record.version !== body.version) return refused('conflict')
      const sound = checked(collection, id, { ...record.value, ...body.value })
      if (!sound.ok) return sound
      const early = await conditionsFirst(state, collection, body.value)
      if (early) return early
      // What a file held beside what we know stays, and so does who wrote it.
      const { byId, by, at } = record.value
      const next = { ...record.value, ...sound.value, ...present({ byId, by, at }) }
      await updateRecord(tables, state.id, collection, { ...record, value: next })
      told(state.id, collection)
      return good(asAnswer(collection)({ id, version: record.version + 1, value: next }))
    },

    removeRecord: async ({ inside: { state, me }, params: { collection, record: id } }) => {
      if (!isCollection(collection)) return refused('not-found')
      const record = await recordById(tables, state.id, collection, id)
      if (!record) return refused('not-found')
      if (!isOwn(record, me) && !can(me.role, collections[collection].removeAny)) return refused('forbidden')
      await deleteRecord(tables, state.id, collection, id)
      told(state.id, collection)
      return done
    },
  }
}

const prefixes: Readonly<Record<CollectionName, string>> = {
  comments: 'co',
  glossary: 'gl',
  checkDismissals: 'cd',
  decisions: 'de',
  actions: 'act',
  openPoints: 'op',
}

const isOwn = ({ value }: StoredRecord, me: Member): boolean => value['byId'] === me.id

const mayChange = (name: CollectionName, record: StoredRecord, me: Member, fields: readonly string[]): boolean => {
  const { add, changeAny, shared } = collections[name]
  if (isOwn(record, me) || can(me.role, changeAny)) return true
  return can(me.role, add) && fields.every((field) => shared.includes(field))
}

/** What a record may hold, or what is wrong with which field. */
const checked = (
  name: CollectionName,
  id: string,
  raw: StoredRecord['value'],
): { readonly ok: true; readonly value: StoredRecord['value'] } | Refused => {
  const read = readRecord(name, { id, version: 1, value: raw })
  if (read) {
    const { byId: _, by: __, at: ___, ...value } = read.value
    // What a schema gave is JSON: it came as JSON and was only trimmed.
    return { ok: true, value }
  }
  return refused('invalid-input', { errors: problemsIn(name, raw) })
}

const asAnswer =
  (name: CollectionName) =>
  (record: StoredRecord): AnswerOf<'addRecord'> => {
    const read = readRecord(name, record)
    return { id: record.id, version: record.version, value: { ...read?.value } }
  }

const present = (origin: {
  readonly [name: string]: StoredRecord['value'][string] | undefined
}): StoredRecord['value'] =>
  Object.fromEntries(Object.entries(origin).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
