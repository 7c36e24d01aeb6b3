import { jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { phaseOf } from '#domain/choosing/ballot.ts'
import type { CompiledQuery } from 'kysely'
import type { ExpectedWrite } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { overBallot, renameVoters } from './ballot-acts.ts'
import { ballotById, roundName, type Ballot, type CountingDeps } from './ballots.ts'
import { recordById, recordsOf } from './records.ts'
import { isChoosingAct, type ActRow, type ChoosingAct } from './session-acts.ts'

/** What is written to take an act back, and the ballot that it is about; `null` when it is about a decision. */
type UndoPlan = {
  readonly ballot: string | null
  readonly writes: readonly (CompiledQuery | ExpectedWrite)[]
}
type Undoing = (deps: CountingDeps, row: ActRow) => Promise<UndoPlan | null>

/**
 * How an act is taken back, or `null` when it cannot: what people saw stays seen, what was counted stays counted, and
 * what somebody voted on since stands.
 */
export const undoOf: Undoing = async (deps, row) =>
  (isChoosingAct(row.act) ? undoings[row.act] : undefined)?.(deps, row) ?? null

const ballotIn = ({ tables, workspace }: CountingDeps, { detail }: ActRow): Promise<Ballot | null> =>
  typeof detail['ballot'] === 'string' ? ballotById(tables, workspace, detail['ballot']) : Promise.resolve(null)

/** A ballot that is open, in which nobody voted. */
const untouchedIn: (deps: CountingDeps, row: ActRow) => Promise<Ballot | null> = async (deps, row) => {
  const ballot = await ballotIn(deps, row)
  if (!ballot || phaseOf(ballot.body, deps.now) !== 'open') return null
  const votes = await deps.tables.read(anyVote(deps.workspace, ballot.id).compile())
  return votes.length === 0 ? ballot : null
}

const anyVote = (workspace: string, ballot: string) =>
  db.selectFrom('choice').select('ballot').where('workspace', '=', workspace).where('ballot', '=', ballot).limit(1)

// A vote changes no version, so that it is asked for again in the write itself.
const whileUntouched = (workspace: string, ballot: Ballot): ExpectedWrite => {
  const query = db
    .updateTable('record')
    .set({ version: ballot.version })
    .where('workspace', '=', workspace)
    .where('collection', '=', 'ballots')
    .where('id', '=', ballot.id)
    .where((on) => on.not(on.exists(anyVote(workspace, ballot.id))))
  return { query: query.compile(), expect: 1 }
}

const open: Undoing = async (deps, row) => {
  const ballot = await untouchedIn(deps, row)
  if (!ballot || ballot.body.history.length > 0) return null
  const prepared = { ...ballot.stored, openedAt: null }
  const { workspace } = deps
  return {
    ballot: ballot.id,
    writes: [whileUntouched(workspace, ballot), overBallot(workspace, ballot, prepared)],
  }
}

const round: Undoing = async (deps, row) => {
  const ballot = await untouchedIn(deps, row)
  const past = jsonObjects(ballot?.stored['history'] ?? null)
  const last = past.at(-1)
  if (!ballot || !last) return null
  const { openedAt = null, closesAt = null, skip = null } = row.before
  const { round: number, ...told } = last
  const closed: JsonObject = { ...ballot.stored, ...told, openedAt, closesAt, skip, history: past.slice(0, -1) }
  const { workspace } = deps
  return {
    ballot: ballot.id,
    writes: [
      whileUntouched(workspace, ballot),
      overBallot(workspace, ballot, closed),
      renameVoters(workspace, roundName(ballot.id, Number(number)), ballot.id),
    ],
  }
}

const until: Undoing = async (deps, row) => {
  const ballot = await ballotIn(deps, row)
  const { closesAt = null, after = null } = row.before
  const stands = ballot && phaseOf(ballot.body, deps.now) === 'open' && ballot.body.closesAt === after
  if (!stands || isOver(closesAt, deps.now)) return null
  return { ballot: ballot.id, writes: [overBallot(deps.workspace, ballot, { ...ballot.stored, closesAt })] }
}

const isOver = (closesAt: Json, now: number): boolean => typeof closesAt === 'string' && Date.parse(closesAt) <= now

const skip: Undoing = async (deps, row) => {
  const ballot = await ballotIn(deps, row)
  const { skip: before = null, at = null } = row.before
  if (!ballot || ballot.body.skip === null || ballot.body.skip.at !== at) return null
  const decisions = await recordsOf(deps.tables, deps.workspace, 'decisions')
  if (decisions.some(({ value }) => value['ballotId'] === ballot.id)) return null
  return { ballot: ballot.id, writes: [overBallot(deps.workspace, ballot, { ...ballot.stored, skip: before })] }
}

const decide: Undoing = async ({ tables, workspace }, { detail }) => {
  const id = typeof detail['decision'] === 'string' ? detail['decision'] : ''
  const record = await recordById(tables, workspace, 'decisions', id)
  // What was answered or changed since is more than this act made.
  if (record?.version !== 1) return null
  const gone = db
    .deleteFrom('record')
    .where('workspace', '=', workspace)
    .where('collection', '=', 'decisions')
    .where('id', '=', id)
    .where('version', '=', 1)
  return { ballot: null, writes: [{ query: gone.compile(), expect: 1 }] }
}

const undoings: { readonly [Act in ChoosingAct]?: Undoing } = {
  'ballot-open': open,
  'ballot-round': round,
  'ballot-until': until,
  skip,
  decide,
}
