import { jsonObjects, rowToJson, type Json, type JsonObject } from '#crdt/json.ts'
import type { Row, RowFields } from '#crdt/shape.ts'
import { sessionShape } from '#domain/session.ts'
import { workspaceShape } from '#domain/workspace.ts'
import { questionKey } from '../rows.ts'
import type { ExportedSession, WorkspaceSnapshot } from '../snapshot.ts'
import { resultId } from './read-sessions.ts'
import { originOf } from './write-rows.ts'

const { sessions, activities } = workspaceShape
const { cards, clusters, groupResults } = sessionShape

/** The sessions as they stand in a file: agenda, what tables brought back, and what the server holds of them. */
export const filedSessions = (snapshot: WorkspaceSnapshot): JsonObject[] =>
  snapshot.workspace.sessions.map((row) => {
    const { id } = row
    const body = bodyOf(snapshot, 'sessions', id)
    const own = snapshot.workspace.stages.filter(({ sessionId }) => sessionId === id)
    const content = snapshot.sessions.find((session) => session.id === id)
    return {
      id,
      ...rowToJson(sessions.fields, row),
      ...originOf(snapshot, row),
      ...body,
      ...(body['exitQuestions'] === undefined ? {} : { exitQuestions: questionsOf(snapshot, id, body) }),
      stages: own.map((stage) => filedStage(snapshot, stage, content)),
    }
  })

const bodyOf = ({ records }: WorkspaceSnapshot, collection: string, id: string): JsonObject =>
  records.find((record) => record.collection === collection && record.id === id)?.body ?? {}

const questionsOf = ({ exitAnswers }: WorkspaceSnapshot, session: string, body: JsonObject): readonly JsonObject[] =>
  jsonObjects(body['exitQuestions']).map((question) => {
    const answers =
      typeof question['id'] === 'string' ? exitAnswers.get(questionKey(session, question['id'])) : undefined
    return answers ? { ...question, answers: { ...answers } } : question
  })

type Stage = WorkspaceSnapshot['workspace']['stages'][number]
type Activity = WorkspaceSnapshot['workspace']['activities'][number]

const filedStage = (snapshot: WorkspaceSnapshot, stage: Stage, written: ExportedSession | undefined): JsonObject => ({
  id: stage.id,
  title: stage.title,
  order: stage.order,
  ...originOf(snapshot, stage),
  activities: snapshot.workspace.activities
    .filter(({ stageId }) => stageId === stage.id)
    .map((activity) => filedActivity(snapshot, activity, written)),
})

const filedActivity = (
  snapshot: WorkspaceSnapshot,
  row: Activity,
  written: ExportedSession | undefined,
): JsonObject => {
  const { stageId: _, window, artefacts, ...fields } = rowToJson(activities.fields, row)
  const results = (written?.content.groupResults ?? []).filter(({ activityId }) => activityId === row.id)
  return {
    id: row.id,
    ...fields,
    artefacts: jsonObjects(artefacts).map(withoutEmptyLists),
    ...(window === null || window === undefined ? {} : { when: window }),
    facilitatorNote: '',
    ...bodyOf(snapshot, 'activities', row.id),
    groupResults: results.map((result) => filedResult(snapshot, row.id, result)),
    ...originOf(snapshot, row),
  }
}

const withoutEmptyLists = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !(Array.isArray(value) && value.length === 0)))

const filedResult = (
  snapshot: WorkspaceSnapshot,
  activity: string,
  row: ExportedSession['content']['groupResults'][number],
): JsonObject => {
  const { activityId: _, ...fields } = rowToJson(groupResults.fields, row)
  return {
    ...(row.id === resultId(activity, fields['groupId']) ? {} : { id: row.id }),
    ...fields,
    ...originOf(snapshot, row),
  }
}

/** Cards and clusters as lists of their own; each says in which session it was written. */
export const filedCards = (snapshot: WorkspaceSnapshot): { readonly cards: Json; readonly clusters: Json } => {
  const filed = (sessionId: string, fields: RowFields, row: Row<string, RowFields>): JsonObject => ({
    id: row.id,
    sessionId,
    ...rowToJson(fields, row),
    ...originOf(snapshot, row),
  })
  return {
    cards: snapshot.sessions.flatMap(({ id, content }) => content.cards.map((row) => filed(id, cards.fields, row))),
    clusters: snapshot.sessions.flatMap(({ id, content }) =>
      content.clusters.map((row) => filed(id, clusters.fields, row)),
    ),
  }
}
