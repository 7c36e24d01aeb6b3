import { isJsonObject, jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { phaseOf, readBallot, type BallotBody } from '#domain/choosing/ballot.ts'
import type { Choice } from '#domain/choosing/methods.ts'
import { resultOf, type BallotResult } from '#domain/choosing/result.ts'
import { tallyFromJson, tallyOf, type CastVote, type Tally } from '#domain/choosing/tally.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { recordById, recordsOf, type StoredRecord } from './records.ts'

/** A ballot as the server keeps it; `stored` is its record with what a file held beside what we know. */
export type Ballot = {
  readonly id: string
  readonly version: number
  readonly body: BallotBody
  readonly stored: JsonObject
}

/** All ballots of a workspace that can be read, in the order in which they were made. */
export const ballotsOf = async (tables: Tables, workspace: string): Promise<readonly Ballot[]> =>
  (await recordsOf(tables, workspace, 'ballots')).flatMap((record) => ballotIn(record) ?? [])

export const ballotById = async (tables: Tables, workspace: string, id: string): Promise<Ballot | null> => {
  const record = await recordById(tables, workspace, 'ballots', id)
  return record && ballotIn(record)
}

const ballotIn = ({ id, version, value }: StoredRecord): Ballot | null => {
  const body = readBallot(value)
  return body && { id, version, body, stored: value }
}

/** The votes of a ballot, or of one of its earlier rounds, without anything that tells whose they are. */
export const votesOf = async ({ read }: Tables, workspace: string, ballot: string): Promise<readonly CastVote[]> => {
  const query = db.selectFrom('choice').select(['perspective', 'choice']).where('workspace', '=', workspace)
  const rows = await read(query.where('ballot', '=', ballot).compile())
  return rows.map(({ perspective, choice }) => ({ perspective: perspective ?? '', choice: choiceIn(choice) }))
}

const choiceIn = (text: string): Choice => {
  const parsed: unknown = JSON.parse(text)
  const entries = Object.entries(isJsonObject(parsed) ? parsed : {})
  return Object.fromEntries(
    entries.flatMap(([option, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[option, value]] : [],
    ),
  )
}

/** Under which name the votes of an earlier round stand; ids have no dot, so it meets no other ballot. */
export const roundName = (ballot: string, round: number): string => `${ballot}.${round}`

/** What came of one round: its tally, and the words beside it. */
export type Round = Pick<BallotBody, 'notes' | 'needs'> & {
  readonly round: number
  readonly closedAt: string | null
  readonly tally: Tally | null
}

export type CountingDeps = {
  readonly tables: Tables
  readonly workspace: string
  /** Perspectives in drawn order. */
  readonly drawn: readonly string[]
  readonly now: number
}

/** What may be told of a ballot now: nothing of a hidden one while it is open. */
export const tallyNow = async (deps: CountingDeps, ballot: Ballot): Promise<Tally | null> => {
  const phase = phaseOf(ballot.body, deps.now)
  if (phase === 'prepared' || (phase === 'open' && ballot.body.settings.hideUntilClosed)) return null
  return countOf(deps, ballot, ballot.id, ballot.stored['tally'])
}

/** The closed rounds before this one, oldest first. */
export const roundsOf = (deps: CountingDeps, ballot: Ballot): Promise<readonly Round[]> => {
  const filed = jsonObjects(ballot.stored['history'])
  return Promise.all(
    ballot.body.history.map(async ({ round, closedAt, notes, needs }, at) => {
      const tally = await countOf(deps, ballot, roundName(ballot.id, round), filed[at]?.['tally'])
      return { round, closedAt, notes, needs, tally }
    }),
  )
}

// Votes that are still there are counted; else what was published when they went.
const countOf = async (
  { tables, workspace, drawn }: CountingDeps,
  { body }: Ballot,
  name: string,
  published: Json | undefined,
): Promise<Tally | null> => {
  const votes = await votesOf(tables, workspace, name)
  return votes.length > 0 ? tallyOf(votes, drawn, body.settings.secret) : tallyFromJson(published)
}

/** What a closed ballot came to; `null` while it is open or when nothing is known of its votes. */
export const resultNow = async (deps: CountingDeps, ballot: Ballot): Promise<BallotResult | null> => {
  if (phaseOf(ballot.body, deps.now) !== 'closed') return null
  const tally = await tallyNow(deps, ballot)
  return tally && resultOf(ballot.body, tally)
}
