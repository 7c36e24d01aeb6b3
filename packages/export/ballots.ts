import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { tallyFromJson, type Tally } from '#domain/choosing/tally.ts'
import { roundKey, type ChoiceRow } from './rows.ts'
import type { ExportedBallot, ExportedRecord } from './snapshot.ts'
import { tallyOf } from './tally.ts'

/** A ballot with what may be said of its votes: a tally of each closed round. */
export const ballotOf = (
  { id, body }: ExportedRecord,
  choices: readonly ChoiceRow[],
  drawn: readonly string[],
): ExportedBallot => {
  const { tally, history, ...own } = body
  const settings = own['settings']
  const secret = settings !== undefined && isJsonObject(settings) && settings['secret'] === true
  // Nothing leaves an open ballot: a tally of half a vote would steer the other half.
  const countOf = (key: string, closed: boolean, published: Json | undefined) => {
    const cast = choices.filter(({ ballot }) => ballot === key)
    if (!closed) return null
    return cast.length > 0 ? tallyOf(cast, drawn, secret) : tallyFromJson(published)
  }
  return {
    id,
    body: own,
    tally: countOf(id, typeof own['closedAt'] === 'string', tally),
    history: jsonObjects(history).map(({ tally: past, ...round }, at) => {
      const number = typeof round['round'] === 'number' ? round['round'] : at + 1
      return { body: round, tally: countOf(roundKey(id, number), true, past) }
    }),
  }
}

/**
 * Words beside a vote, and what people need to go along, name their group only where that group stands alone in the
 * result of that round; a backup keeps them all.
 */
export const toldBy = (ballot: ExportedBallot, backup: boolean): ExportedBallot => {
  if (backup) return ballot
  const { tally, history } = ballot
  return {
    ...ballot,
    body: wordsOf(ballot.body, tally),
    history: history.map((round) => ({ ...round, body: wordsOf(round.body, round.tally) })),
  }
}

const wordsOf = (body: JsonObject, tally: Tally | null): JsonObject => {
  const alone = new Set((tally ?? []).flatMap(({ perspectives }) => (perspectives.length === 1 ? perspectives : [])))
  const told = (raw: Json) =>
    jsonObjects(raw).map((note) =>
      typeof note['perspective'] === 'string' && alone.has(note['perspective']) ? note : { ...note, perspective: '' },
    )
  const spoken = ['notes', 'needs'].flatMap((name) =>
    body[name] === undefined ? [] : [[name, told(body[name])] as const],
  )
  return spoken.length === 0 ? body : { ...body, ...Object.fromEntries(spoken) }
}
