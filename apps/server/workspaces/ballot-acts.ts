import { jsonObjects, type Json, type JsonObject } from '#crdt/json.ts'
import { shuffled } from '#domain/choosing/anonymity.ts'
import { phaseOf } from '#domain/choosing/ballot.ts'
import { tallyOf, type Tally } from '#domain/choosing/tally.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { randomInt } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { ExpectedWrite } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { ballotById, resultNow, roundName, tallyNow, votesOf, type Ballot, type CountingDeps } from './ballots.ts'

/** What is written with an act or not at all, such as its line in the log of a session. */
type Also = readonly CompiledQuery[]

/** Makes a ballot. */
export const insertBallot = async (
  { tables, workspace }: CountingDeps,
  id: string,
  { body, order }: { readonly body: JsonObject; readonly order: string },
  also: Also = [],
): Promise<void> => {
  const row = { workspace, collection: 'ballots', id, ord: order, body: JSON.stringify(body) }
  await tables.write([db.insertInto('record').values(row).compile(), ...also])
}

/** Writes over the version that was read; a conflict when somebody was before. */
export const overBallot = (workspace: string, { id, version }: Ballot, stored: JsonObject): ExpectedWrite => {
  const query = db
    .updateTable('record')
    .set({ body: JSON.stringify(stored), version: version + 1 })
    .where('workspace', '=', workspace)
    .where('collection', '=', 'ballots')
    .where('id', '=', id)
    .where('version', '=', version)
  return { query: query.compile(), expect: 1 }
}

const write = ({ tables, workspace }: CountingDeps, ballot: Ballot, stored: JsonObject, also: Also = []) =>
  tables.write([overBallot(workspace, ballot, stored), ...also])

export const changeBallot = async (
  deps: CountingDeps,
  ballot: Ballot,
  change: JsonObject,
  also: Also = [],
): Promise<void> => {
  await write(deps, ballot, { ...ballot.stored, ...change }, also)
}

/**
 * Closes a ballot for good: first nothing more is taken, then what was taken is counted, and of a vote nothing is left but
 * its place in the count. A stop in between is finished by the next one who looks.
 */
export const closeBallot = async (deps: CountingDeps, ballot: Ballot, also: Also = []): Promise<void> => {
  const { closesAt, closedAt } = ballot.body
  const due = closesAt !== null && Date.parse(closesAt) <= deps.now ? closesAt : new Date(deps.now).toISOString()
  if (closedAt === null) await changeBallot(deps, ballot, { closedAt: due, counted: false }, also)
  const closed = await ballotById(deps.tables, deps.workspace, ballot.id)
  if (closed && !isCounted(closed)) await count(deps, closed)
}

/** Whether the votes of a closed ballot went into its tally. */
const isCounted = ({ stored }: Ballot): boolean => stored['counted'] !== false

/** Closes what is due and counts what a stop left uncounted; says which ballots that were. */
export const settleBallots = async (
  deps: CountingDeps,
  ballots: readonly Ballot[],
  lineOf: (ballot: Ballot) => Also,
): Promise<readonly string[]> => {
  const due = ballots.filter(
    (ballot) => phaseOf(ballot.body, deps.now) === 'closed' && (ballot.body.closedAt === null || !isCounted(ballot)),
  )
  for (const ballot of due) await closeBallot(deps, ballot, lineOf(ballot))
  return due.map(({ id }) => id)
}

const count = async (deps: CountingDeps, ballot: Ballot): Promise<void> => {
  const { tables, workspace, drawn } = deps
  const votes = await votesOf(tables, workspace, ballot.id)
  const tally = tallyOf(votes, drawn, ballot.body.settings.secret)
  const notes = await notesOf(deps, ballot, tally)
  const { counted: _, ...stored } = ballot.stored
  const filed = { ...stored, tally: tallyToJson(tally), notes: [...ballot.body.notes, ...notes] }
  const gone = [db.deleteFrom('choice'), db.deleteFrom('choice_note')].map((query) =>
    query.where('workspace', '=', workspace).where('ballot', '=', ballot.id).compile(),
  )
  await write(deps, ballot, filed, gone)
  await tables.tidy()
}

const tallyToJson = (tally: Tally): Json =>
  tally.map(({ perspectives, n, options }) => ({ perspectives: [...perspectives], n, options: { ...options } }))

// Words name their group only where that group stands alone in the result, and come in an order that tells nothing.
const notesOf = async ({ tables, workspace }: CountingDeps, { id }: Ballot, tally: Tally) => {
  const rows = await tables.read(
    db
      .selectFrom('choice_note')
      .innerJoin('choice', (join) =>
        join
          .onRef('choice.workspace', '=', 'choice_note.workspace')
          .onRef('choice.ballot', '=', 'choice_note.ballot')
          .onRef('choice.receipt_hash', '=', 'choice_note.receipt_hash'),
      )
      .select(['choice.perspective', 'choice_note.text'])
      .where('choice_note.workspace', '=', workspace)
      .where('choice_note.ballot', '=', id)
      .compile(),
  )
  return shuffled(
    rows.map(({ perspective, text }) => ({ perspective: toldGroup(tally, perspective ?? ''), text })),
    randomInt,
  )
}

const toldGroup = (tally: Tally, perspective: string): string =>
  tally.some(({ perspectives }) => perspectives.length === 1 && perspectives[0] === perspective) ? perspective : ''

/** Opens the next round of a closed ballot; what came of this one stays as history. */
export const openNextRound = async (
  deps: CountingDeps,
  ballot: Ballot,
  also: Also = [],
): Promise<Result<null, 'not-closed' | 'no-more-rounds'>> => {
  if (phaseOf(ballot.body, deps.now) !== 'closed') return refuse('not-closed')
  const { stored, body } = ballot
  const round = body.history.length + 1
  const { closedAt = null, tally = [], notes = [], needs = [], skip: _, ...asked } = stored
  const history = jsonObjects(stored['history'])
  const { workspace } = deps
  const counted = await tallyNow(deps, ballot)
  const past = { round, closedAt, tally: counted ? tallyToJson(counted) : tally, notes, needs }
  const gone = [db.deleteFrom('choice'), db.deleteFrom('choice_note')].map((query) =>
    query.where('workspace', '=', workspace).where('ballot', '=', ballot.id).compile(),
  )
  const voters = renameVoters(workspace, ballot.id, roundName(ballot.id, round))
  const opened = { openedAt: new Date(deps.now).toISOString(), closesAt: null, closedAt: null, notes: [] }
  await write(deps, ballot, { ...asked, ...opened, history: [...history, past] }, [...gone, voters, ...also])
  return ok(null)
}

/** That people voted stands under another name, such as that of an earlier round. */
export const renameVoters = (workspace: string, from: string, to: string): CompiledQuery =>
  db.updateTable('voted').set({ ballot: to }).where('workspace', '=', workspace).where('ballot', '=', from).compile()

/** Adds what somebody needs to go along, without who; refused when nobody opposed. */
export const addNeed = async (
  deps: CountingDeps,
  ballot: Ballot,
  perspective: string,
  text: string,
): Promise<Result<null, 'not-closed' | 'nobody-opposed'>> => {
  const result = await resultNow(deps, ballot)
  if (!result) return refuse('not-closed')
  if (result.opposed === 0) return refuse('nobody-opposed')
  const tally = (await tallyNow(deps, ballot)) ?? []
  const need = { perspective: toldGroup(tally, perspective), text }
  const { needs } = ballot.body
  // Sent twice because its answer was lost: it stands already.
  if (needs.some((known) => known.text === text && known.perspective === need.perspective)) return ok(null)
  await changeBallot(deps, ballot, { needs: [...shuffled([...needs, need], randomInt)] })
  return ok(null)
}

/** Whether somebody opposed, and neither was asked what they need nor was it put on record why not. */
export const asksConditions = async (deps: CountingDeps, ballot: Ballot): Promise<boolean> => {
  const result = await resultNow(deps, ballot)
  return result !== null && result.opposed > 0 && ballot.body.needs.length === 0 && ballot.body.skip === null
}
