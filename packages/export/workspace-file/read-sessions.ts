import { jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { sessionShape, type SessionDraft } from '#domain/session.ts'
import { sheetId } from '#domain/table-work.ts'
import { workspaceShape, type WorkspaceDraft } from '#domain/workspace.ts'
import { isId } from '#kernel/id.ts'
import type { RecordRow } from '../rows.ts'
import type { ImportedWorkspace } from './imported.ts'
import { identified, ordersFor, readRow, type Reading } from './reading.ts'

type SessionsOfFile = {
  /** Writes agenda and sessions into the workspace document. */
  readonly fill: (draft: WorkspaceDraft) => void
  readonly documents: ImportedWorkspace['sessions']
  readonly records: readonly RecordRow[]
}
type Fill<Draft> = (draft: Draft) => void
/** What belongs to one session, gathered from all over the file. */
type Parts = {
  readonly agenda: Fill<WorkspaceDraft>[]
  readonly written: Fill<SessionDraft>[]
  readonly records: RecordRow[]
}

const { sessions, stages, activities } = workspaceShape
const { cards, clusters, groupResults } = sessionShape

/** The sessions of a file: the agenda for the workspace document, what was written for theirs, the rest as rows. */
export const readSessions = (file: JsonObject, reading: Reading): SessionsOfFile => {
  const list = identified(['sessions'], jsonObjects(file['sessions']), reading)
  const orders = ordersFor(list.length)
  const writtenIn = readCards(file, new Set(list.map(({ id }) => id)), reading)
  const read = list.map(({ id, object }, at) => {
    const parts: Parts = { agenda: [], written: [...(writtenIn.get(id) ?? [])], records: [] }
    readSession(id, object, orders[at] ?? '', parts, reading)
    return { id, title: typeof object['title'] === 'string' ? object['title'] : '', parts }
  })
  return {
    fill: (draft) => read.forEach(({ parts }) => parts.agenda.forEach((fill) => fill(draft))),
    documents: read.map(({ id, title, parts }) => ({
      id,
      title,
      fill: (draft) => parts.written.forEach((fill) => fill(draft)),
    })),
    records: read.flatMap(({ parts }) => parts.records),
  }
}

const readSession = (id: string, object: JsonObject, order: string, parts: Parts, reading: Reading): void => {
  const { stages: parcels = null, presentIds, groups, exitQuestions, status, ...own } = object
  const { init, place } = readRow(sessions.fields, ['sessions'], { id, object: own, order }, reading)
  parts.agenda.push((draft) => draft.sessions.add(init, place))
  const body = withoutGaps({ status, presentIds, groups, exitQuestions: questionsIn(exitQuestions) })
  parts.records.push({ collection: 'sessions', id, ord: order, body: JSON.stringify(body) })
  readStages(id, jsonObjects(parcels), parts, reading)
}

const readStages = (sessionId: string, list: readonly JsonObject[], parts: Parts, reading: Reading): void => {
  const found = identified(['sessions', sessionId, 'stages'], list, reading)
  const given = found.map(({ object }) => object['order'] ?? null)
  const orders = given.every((order) => typeof order === 'string') ? given : ordersFor(found.length)
  found.forEach(({ id, object }, at) => {
    const { activities: steps = null, order: _, ...own } = object
    const path = ['sessions', sessionId, 'stages']
    const { init, place } = readRow(
      stages.fields,
      path,
      { id, object: { ...own, sessionId }, order: orders[at] ?? '' },
      reading,
    )
    parts.agenda.push((draft) => draft.stages.add(init, place))
    readActivities([...path, id, 'activities'], id, jsonObjects(steps), parts, reading)
  })
}

const readActivities = (
  path: readonly string[],
  stageId: string,
  list: readonly JsonObject[],
  parts: Parts,
  reading: Reading,
): void => {
  const found = identified(path, list, reading)
  const orders = ordersFor(found.length)
  found.forEach(({ id, object }, at) => {
    const { groupResults: results = null, facilitatorNote, timer, when = null, ...own } = object
    const order = orders[at] ?? ''
    // A file of the first days has another word for the same.
    const method = own['method'] === 'gradients' ? 'gradients8' : (own['method'] ?? null)
    const { init, place } = readRow(
      activities.fields,
      path,
      { id, object: { ...own, method, stageId, window: when }, order },
      reading,
    )
    parts.agenda.push((draft) => draft.activities.add(init, place))
    const body = withoutGaps({ facilitatorNote: facilitatorNote === '' ? undefined : facilitatorNote, timer })
    if (Object.keys(body).length > 0) {
      parts.records.push({ collection: 'activities', id, ord: order, body: JSON.stringify(body) })
    }
    readResults([...path, id, 'groupResults'], id, jsonObjects(results), parts, reading)
  })
}

/** The id of what a table brought back from a step, as a file writes it without one. */
export const resultId = (activityId: string, groupId: Json | undefined): string =>
  sheetId(activityId, typeof groupId === 'string' ? groupId : '')

const readResults = (
  path: readonly string[],
  activityId: string,
  list: readonly JsonObject[],
  parts: Parts,
  reading: Reading,
): void => {
  const found = identified(path, list, reading, ({ groupId }) => resultId(activityId, groupId))
  const orders = ordersFor(found.length)
  found.forEach(({ id, object }, at) => {
    const row = { id, object: { ...object, activityId }, order: orders[at] ?? '' }
    const { init, place } = readRow(groupResults.fields, path, row, reading)
    parts.written.push((draft) => draft.groupResults.add(init, place))
  })
}

// Cards stand in lists of their own; each says in which session it was written.
const readCards = (file: JsonObject, known: ReadonlySet<string>, reading: Reading) => {
  const writtenIn = new Map<string, Fill<SessionDraft>[]>()
  const take = (list: 'cards' | 'clusters', read: (row: FiledRow) => Fill<SessionDraft>) => {
    const found = identified([list], jsonObjects(file[list]), reading)
    const orders = ordersFor(found.length)
    found.forEach(({ id, object }, at) => {
      const { sessionId, ...own } = object
      if (typeof sessionId !== 'string' || !known.has(sessionId) || !isId(id))
        return reading.keep([list, String(at)], object)
      const fill = read({ id, object: own, order: orders[at] ?? '' })
      writtenIn.set(sessionId, [...(writtenIn.get(sessionId) ?? []), fill])
    })
  }
  take('clusters', (row) => {
    const { init, place } = readRow(clusters.fields, ['clusters'], row, reading)
    return (draft) => draft.clusters.add(init, place)
  })
  take('cards', (row) => {
    const { init, place } = readRow(cards.fields, ['cards'], row, reading)
    return (draft) => draft.cards.add(init, place)
  })
  return writtenIn
}
type FiledRow = { readonly id: string; readonly object: JsonObject; readonly order: string }

// What people answered is counted apart and never stands in the record of the session.
const questionsIn = (raw: Json | undefined): Json | undefined =>
  raw === undefined
    ? undefined
    : jsonObjects(raw).map((question) => {
        const { answers: _, ...asked } = question
        return asked
      })

const withoutGaps = (values: { readonly [name: string]: Json | undefined }): JsonObject =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
