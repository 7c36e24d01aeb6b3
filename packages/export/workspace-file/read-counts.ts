import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { randomSymbols } from '#kernel/id.ts'
import {
  roundKey,
  type ChoiceRow,
  type EstimateRow,
  type ExitAnswerRow,
  type RecordRow,
  type VotedRow,
} from '../rows.ts'
import { identified, ordersFor, type Reading } from './reading.ts'

/** What people chose, estimated and answered, each apart from the thing that it is about. */
export type Counts = {
  readonly choice: ChoiceRow[]
  readonly voted: VotedRow[]
  readonly estimate: EstimateRow[]
  readonly exit_answer: ExitAnswerRow[]
  readonly records: RecordRow[]
}

/** A random name for a choice: the people of a file have no device that could hold a receipt. */
const receipt = (): string => randomSymbols('0123456789abcdef', 64)

/** The ballots of a file as rows, and their votes as choices without a person beside voters without a choice. */
export const readBallots = (file: JsonObject, reading: Reading, counts: Counts): void => {
  const list = identified(['ballots'], jsonObjects(file['ballots']), reading)
  const orders = ordersFor(list.length)
  list.forEach(({ id, object }, at) => {
    const { id: _, votes = null, history, ...body } = object
    readVotes(id, votes, ['ballots', id, 'votes'], reading, counts)
    const rounds = jsonObjects(history).map((past, place) => {
      const { votes: earlier = null, ...round } = past
      const number = typeof round['round'] === 'number' ? round['round'] : place + 1
      readVotes(roundKey(id, number), earlier, ['ballots', id, 'history', String(place), 'votes'], reading, counts)
      return { ...round, round: number }
    })
    const filed = { ...inOurWords(body), ...(history === undefined ? {} : { history: rounds }) }
    counts.records.push({ collection: 'ballots', id, ord: orders[at] ?? '', body: JSON.stringify(filed) })
  })
}

const readVotes = (ballot: string, votes: Json, path: readonly string[], reading: Reading, counts: Counts): void => {
  if (votes === null) return
  // A vote that cannot be read is reported and not kept: what is kept comes back in a file.
  if (!isJsonObject(votes)) return reading.keep(path, null)
  const before = new Set(counts.voted.flatMap((row) => (row.ballot === ballot ? [row.participant] : [])))
  for (const [participant, choice] of Object.entries(votes)) {
    if (!isChoice(choice) || before.has(participant)) {
      reading.keep([...path, participant], null)
      continue
    }
    const perspective = reading.context.perspectiveOf(participant) || null
    counts.choice.push({ ballot, receipt_hash: receipt(), perspective, choice: JSON.stringify(choice) })
    counts.voted.push({ ballot, participant })
  }
}

// Files of the first days had other words for the same.
const inOurWords = (body: JsonObject): JsonObject => {
  const { method, settings } = body
  return {
    ...body,
    ...(method === 'gradients' ? { method: 'gradients8' } : {}),
    ...(settings !== undefined && isJsonObject(settings) && settings['threshold'] === 'noneAbove6'
      ? { settings: { ...settings, threshold: 'noneAbove5' } }
      : {}),
  }
}

const isChoice = (raw: Json): raw is JsonObject =>
  isJsonObject(raw) && Object.values(raw).every((value) => typeof value === 'number' || typeof value === 'string')

/** The own estimates of people, and the summaries of a file that holds no estimates any more. */
export const readEstimates = (
  file: JsonObject,
  maps: readonly { readonly id: string }[],
  reading: Reading,
  counts: Counts,
): void => {
  const stakeholders = identified([], jsonObjects(file['stakeholders']), { ...reading, keep: () => {} })
  for (const { id: stakeholder, object } of stakeholders) {
    const map = (maps.find(({ id }) => id === object['mapId']) ?? maps[0])?.id
    const estimates = object['estimates'] ?? null
    if (map === undefined || !isJsonObject(estimates)) continue
    const summaries: Record<string, Json> = {}
    for (const [key, given] of Object.entries(estimates)) {
      if (isSummary(given)) summaries[key] = given
      else if (isJsonObject(given)) counts.estimate.push(...estimatesOf({ map, stakeholder, participant: key }, given))
      else reading.keep(['stakeholders', stakeholder, 'estimates', key], null)
    }
    if (Object.keys(summaries).length === 0) continue
    counts.records.push({ collection: 'estimates', id: stakeholder, ord: '', body: JSON.stringify(summaries) })
  }
}

const estimatesOf = (whose: Omit<EstimateRow, 'attribute' | 'value'>, given: JsonObject): EstimateRow[] =>
  Object.entries(given).flatMap(([attribute, value]) =>
    typeof value === 'number' ? [{ ...whose, attribute, value }] : [],
  )

/** What people answered at the end of a session, or the summaries of it. */
export const readExitAnswers = (file: JsonObject, reading: Reading, counts: Counts): void => {
  for (const session of jsonObjects(file['sessions'])) {
    if (typeof session['id'] !== 'string') continue
    for (const { id, answers = null } of jsonObjects(session['exitQuestions'])) {
      if (typeof id !== 'string' || !isJsonObject(answers)) continue
      const about = { session: session['id'], question: id }
      if (isSummary(answers)) {
        const body = JSON.stringify({ ...about, ...answers })
        counts.records.push({ collection: 'exitAnswers', id: `${about.session}--${id}`, ord: '', body })
      } else counts.exit_answer.push(...answersOf(about, answers, reading))
    }
  }
}

const answersOf = (about: Pick<ExitAnswerRow, 'session' | 'question'>, answers: JsonObject, { context }: Reading) =>
  Object.entries(answers).flatMap(([participant, value]): ExitAnswerRow[] => {
    if (typeof value !== 'number') return []
    const perspective = context.perspectiveOf(participant) || null
    return [{ ...about, receipt_hash: receipt(), perspective, value: JSON.stringify(value) }]
  })

const isSummary = (raw: Json): raw is JsonObject => isJsonObject(raw) && typeof raw['n'] === 'number' && 'median' in raw
