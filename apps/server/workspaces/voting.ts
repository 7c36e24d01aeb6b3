import { createHash } from 'node:crypto'
import { sql, type CompiledQuery } from 'kysely'
import type { Choice } from '#domain/choosing/methods.ts'
import { StorageError, type ExpectedWrite, type Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import type { Ballot } from './ballots.ts'

/** Under which name a secret choice is kept: its device alone can say it again. */
export const keyOfReceipt = (ballot: string, receipt: string): string =>
  createHash('sha256').update(`${ballot}:${receipt}`).digest('hex')

type Where = { readonly tables: Tables; readonly workspace: string; readonly ballot: Ballot }

/** A vote; in a secret ballot `key` is that of a receipt, in an open one the participant's. */
export type Vote = {
  readonly participant: string
  readonly key: string
  readonly perspective: string
  readonly choice: Choice
  readonly note: string
}

/**
 * Keeps a vote: the first of a participant, or a change by whoever holds its key. `stale`: the ballot changed since it was
 * read. `elsewhere`: this participant voted under another key, so that the choice cannot be found, and stands.
 */
export const castVote = async (where: Where, vote: Vote): Promise<'kept' | 'stale' | 'elsewhere'> => {
  const { workspace, ballot } = where
  const { participant, key, perspective, note } = vote
  const choice = JSON.stringify(vote.choice)
  const keep = sql`
    INSERT INTO choice (workspace, ballot, receipt_hash, perspective, choice)
    SELECT ${workspace}, ${ballot.id}, ${key}, ${perspective}, ${choice}
    WHERE NOT EXISTS (
      SELECT 1 FROM voted WHERE workspace = ${workspace} AND ballot = ${ballot.id} AND participant = ${participant}
    ) OR EXISTS (
      SELECT 1 FROM choice WHERE workspace = ${workspace} AND ballot = ${ballot.id} AND receipt_hash = ${key}
    )
    ON CONFLICT (workspace, ballot, receipt_hash)
    DO UPDATE SET perspective = excluded.perspective, choice = excluded.choice`
  const voted = db
    .insertInto('voted')
    .values({ workspace, ballot: ballot.id, participant })
    .onConflict((conflict) => conflict.doNothing())
  const writes = [
    stillAt(where),
    { query: keep.compile(db), expect: 1 },
    voted.compile(),
    ...noteRows(workspace, ballot.id, key, note),
  ]
  if (await tried(where, writes)) return 'kept'
  return (await isStill(where)) ? 'elsewhere' : 'stale'
}

/** People without a device, as a scribe enters them or a show of hands counts them. */
export type Entered = {
  /** Made by the scribe's device: whoever holds it can change or take back the entry. */
  readonly receipt: string
  readonly perspective: string
  readonly choice: Choice
  /** So many people chose this; none takes the entry back. */
  readonly people: number
  readonly note: string
}

/** As many hands as one entry can count. */
export const mostHands = 100

const keysOf = (ballot: string, receipt: string): readonly string[] =>
  Array.from({ length: mostHands }, (_, at) => keyOfReceipt(ballot, `${receipt}:${at}`))

/** Whether an entry stands just as it is said here. */
export const isEntered = async (
  { tables, workspace, ballot }: Where,
  { receipt, perspective, choice, people, note }: Entered,
): Promise<boolean> => {
  const keys = keysOf(ballot.id, receipt)
  const votes = db.selectFrom('choice').select(['perspective', 'choice']).where('workspace', '=', workspace)
  const notes = db.selectFrom('choice_note').select('text').where('workspace', '=', workspace)
  const [kept, said] = await Promise.all([
    tables.read(votes.where('ballot', '=', ballot.id).where('receipt_hash', 'in', keys).compile()),
    tables.read(
      notes
        .where('ballot', '=', ballot.id)
        .where('receipt_hash', '=', keys[0] ?? '')
        .compile(),
    ),
  ])
  const text = JSON.stringify(choice)
  const isSame = kept.every((row) => row.perspective === perspective && row.choice === text)
  return kept.length === people && isSame && (said[0]?.text ?? '') === (people === 0 ? '' : note)
}

/** Keeps an entry, over whatever its receipt said before; `false` when the ballot changed since it was read. */
export const enterVotes = (
  where: Where,
  { receipt, perspective, choice, people, note }: Entered,
  also: readonly CompiledQuery[] = [],
): Promise<boolean> => {
  const { workspace, ballot } = where
  const keys = keysOf(ballot.id, receipt)
  const rows = keys.slice(0, people).map((key) => ({
    workspace,
    ballot: ballot.id,
    receipt_hash: key,
    perspective,
    choice: JSON.stringify(choice),
  }))
  const before = db.deleteFrom('choice').where('workspace', '=', workspace).where('ballot', '=', ballot.id)
  return tried(where, [
    stillAt(where),
    before.where('receipt_hash', 'in', keys).compile(),
    ...(rows.length === 0 ? [] : [db.insertInto('choice').values(rows).compile()]),
    ...noteRows(workspace, ballot.id, keys[0] ?? '', people === 0 ? '' : note),
    ...also,
  ])
}

const noteRows = (workspace: string, ballot: string, key: string, text: string): readonly CompiledQuery[] => {
  const own = db.deleteFrom('choice_note').where('workspace', '=', workspace).where('ballot', '=', ballot)
  const row = { workspace, ballot, receipt_hash: key, text }
  return [
    own.where('receipt_hash', '=', key).compile(),
    ...(text === '' ? [] : [db.insertInto('choice_note').values(row).compile()]),
  ]
}

// Every close is a new version, so that a vote either comes before it, in its count, or not at all.
const stillAt = ({ workspace, ballot: { id, version } }: Where): ExpectedWrite => {
  const query = db
    .updateTable('record')
    .set({ version })
    .where('workspace', '=', workspace)
    .where('collection', '=', 'ballots')
    .where('id', '=', id)
    .where('version', '=', version)
  return { query: query.compile(), expect: 1 }
}

const isStill = async ({ tables, workspace, ballot: { id, version } }: Where): Promise<boolean> => {
  const query = db.selectFrom('record').select('version').where('workspace', '=', workspace).where('id', '=', id)
  const [row] = await tables.read(query.where('collection', '=', 'ballots').compile())
  return row?.version === version
}

const tried = async (
  { tables, workspace, ballot: { id: name, body } }: Where,
  writes: readonly (CompiledQuery | ExpectedWrite)[],
): Promise<boolean> => {
  try {
    if (body.settings.secret) await tables.writeVotes({ workspace, name, session: null }, writes)
    else await tables.write(writes)
    return true
  } catch (error) {
    if (error instanceof StorageError && error.kind === 'conflict') return false
    throw error
  }
}
