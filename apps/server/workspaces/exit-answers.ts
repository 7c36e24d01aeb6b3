import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { sql } from 'kysely'
import { StorageError, type Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { recordById } from './records.ts'

/** A question at the end of a session, answered from 1 to 5. */
export type ExitQuestion = { readonly id: string; readonly text: string }

/** The questions of every session that asks none of its own: could say it, was heard, sees it back. */
const usual: { readonly nl: readonly ExitQuestion[]; readonly en: readonly ExitQuestion[] } = {
  nl: [
    { id: 'exq-1', text: 'Ik kon zeggen wat ik wilde.' },
    { id: 'exq-2', text: 'Er is naar mij geluisterd.' },
    { id: 'exq-3', text: 'Ik zie mijn inbreng terug.' },
  ],
  en: [
    { id: 'exq-1', text: 'I could say what I wanted.' },
    { id: 'exq-2', text: 'People listened to me.' },
    { id: 'exq-3', text: 'I can see what I brought in.' },
  ],
}

/** What a session asks at its end. */
export const exitQuestionsOf = async (
  tables: Tables,
  { id, language }: { readonly id: string; readonly language: 'nl' | 'en' },
  session: string,
): Promise<readonly ExitQuestion[]> => {
  const record = await recordById(tables, id, 'sessions', session)
  const asked = questionsIn(record?.value)
  return asked.length > 0 ? asked : usual[language]
}

const questionsIn = (record: JsonObject | undefined): readonly ExitQuestion[] =>
  jsonObjects(record?.['exitQuestions']).flatMap(({ id = null, text = null }) =>
    typeof id === 'string' && typeof text === 'string' ? [{ id, text }] : [],
  )

/** Puts the usual questions in the record of a session, so that its file and report have their words. */
export const keepQuestions = async (
  tables: Tables,
  workspace: string,
  session: string,
  questions: readonly ExitQuestion[],
): Promise<void> => {
  const record = await recordById(tables, workspace, 'sessions', session)
  if (questionsIn(record?.value).length > 0) return
  const body = JSON.stringify({ ...record?.value, exitQuestions: questions })
  await tables.write([
    db
      .insertInto('record')
      .values({ workspace, collection: 'sessions', id: session, ord: session, body })
      .onConflict((conflict) => conflict.columns(['workspace', 'collection', 'id']).doUpdateSet({ body }))
      .compile(),
  ])
}

/** Who answered stands apart from what was answered, under a name that no ballot can have. */
const exitName = (session: string): string => `exit.${session}`

export const hasAnswered = async (
  { read }: Tables,
  workspace: string,
  session: string,
): Promise<ReadonlySet<string>> => {
  const query = db.selectFrom('voted').select('participant').where('workspace', '=', workspace)
  const rows = await read(query.where('ballot', '=', exitName(session)).compile())
  return new Set(rows.map(({ participant }) => participant))
}

type Answers = {
  readonly participant: string
  /** The name of this device's receipt. */
  readonly key: string
  readonly perspective: string
  readonly values: { readonly [question: string]: number }
}

/** Keeps somebody's answers, or a change of them by the same device; `false` when they answered on another one. */
export const answerExit = async (
  { writeVotes }: Tables,
  workspace: string,
  session: string,
  { participant, key, perspective, values }: Answers,
): Promise<boolean> => {
  const ballot = exitName(session)
  const kept = Object.entries(values).map(([question, value]) => ({
    query: sql`
      INSERT INTO exit_answer (workspace, session, question, receipt_hash, perspective, value)
      SELECT ${workspace}, ${session}, ${question}, ${key}, ${perspective}, ${JSON.stringify(value)}
      WHERE NOT EXISTS (
        SELECT 1 FROM voted WHERE workspace = ${workspace} AND ballot = ${ballot} AND participant = ${participant}
      ) OR EXISTS (
        SELECT 1 FROM exit_answer WHERE workspace = ${workspace} AND session = ${session} AND receipt_hash = ${key}
      )
      ON CONFLICT (workspace, session, question, receipt_hash) DO UPDATE SET value = excluded.value`.compile(db),
    expect: 1,
  }))
  const answered = db
    .insertInto('voted')
    .values({ workspace, ballot, participant })
    .onConflict((conflict) => conflict.doNothing())
  try {
    await writeVotes({ workspace, name: ballot, session }, [...kept, answered.compile()])
    return true
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'conflict') return false
    throw error
  }
}
