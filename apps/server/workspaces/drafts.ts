import { randomInt } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import { openDocument } from '#crdt/document.ts'
import { shownPerspective, shuffled, strictest, type Anonymity } from '#domain/choosing/anonymity.ts'
import { sessionShape } from '#domain/session.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { Clock } from '../clock.ts'
import type { Rooms } from '../rooms-contract.ts'
import type { Maker, Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import type { WorkspaceState } from './state.ts'

/** What somebody wrote before it is shown to all; only they can read it. */
export type Draft = {
  readonly id: string
  readonly text: string
  readonly promise: Anonymity
  /** The group of whoever said it to a scribe; `null` when it is the writer's own. */
  readonly perspective: string | null
}
type Row = Draft & { readonly participant: string; readonly session: string }

export const draftsOf = ({ read }: Tables, workspace: string, activity: string): Promise<readonly Row[]> =>
  read(
    db
      .selectFrom('draft')
      .select(['id', 'text', 'promise', 'perspective', 'participant', 'session'])
      .where('workspace', '=', workspace)
      .where('activity', '=', activity)
      .compile(),
  )

/** How many texts one person may have waiting in one step. */
export const mostDrafts = 60

/** Keeps a text of one's own; an empty one is taken away. */
export const putDraft = async (
  { write }: Tables,
  workspace: string,
  activity: string,
  { id, participant, session, text, promise, perspective }: Row,
): Promise<void> => {
  const own = { workspace, activity, participant, id }
  if (text === '') {
    const gone = db.deleteFrom('draft').where('workspace', '=', workspace).where('activity', '=', activity)
    await write([gone.where('participant', '=', participant).where('id', '=', id).compile()])
    return
  }
  await write([
    db
      .insertInto('draft')
      .values({ ...own, session, text, promise, perspective })
      .onConflict((conflict) =>
        conflict.columns(['workspace', 'activity', 'participant', 'id']).doUpdateSet({ text, promise }),
      )
      .compile(),
  ])
}

type Deps = { readonly tables: Tables; readonly rooms: Pick<Rooms, 'write'>; readonly clock: Clock }

type Reveal = {
  readonly session: string
  readonly activity: string
  /** What the agenda says now; a promise that was stricter when somebody wrote holds for all. */
  readonly anonymity: Anonymity | null
  /** Show it although fewer than three people wrote. */
  readonly evenFew: boolean
  /** What is written when so many cards are shown, such as a line in the log. */
  readonly lineOf: (cards: number) => readonly CompiledQuery[]
}

const fewestWriters = 3

/**
 * Shows everything that was written in a step at once, in an order that tells nothing, as the server's own writing. Without
 * names no row and no trace says who wrote what; the drafts are gone, and what was on the disk of them is written over.
 */
export const revealDrafts = async (
  { tables, rooms, clock }: Deps,
  state: WorkspaceState,
  { session, activity, anonymity, evenFew, lineOf }: Reveal,
): Promise<Result<number, 'nothing-written' | 'too-few' | 'no-session'>> => {
  const drafts = await draftsOf(tables, state.id, activity)
  if (drafts.length === 0) return refuse('nothing-written')
  const kept = strictest(anonymity, ...drafts.map(({ promise }) => promise))
  const writers = new Set(drafts.map(({ participant }) => participant))
  if (kept !== 'none' && writers.size < fewestWriters && !evenFew) return refuse('too-few')
  const perspectiveOf = ({ participant, perspective }: Row) =>
    perspective ?? state.members.get(participant)?.perspective ?? ''
  // Whoever wrote for others counts as one in each group, since how many told them is not known.
  const writersIn = new Map<string, Set<string>>()
  for (const draft of drafts) {
    const group = perspectiveOf(draft)
    writersIn.set(group, (writersIn.get(group) ?? new Set()).add(draft.participant))
  }
  const byPerspective = new Map([...writersIn].map(([group, { size }]) => [group, size]))
  const cards = shuffled(drafts, randomInt).map((draft) => ({
    ...draft,
    by: shownPerspective(kept, perspectiveOf(draft), byPerspective),
  }))
  // What nobody may know is not noted either: the server's rows name a maker only in a step with names.
  const makers = cards.map(({ id, participant, perspective, by }): Omit<Maker, 'documentId'> => {
    const named = kept === 'none' && perspective === null
    return {
      itemId: id,
      participant: named ? participant : null,
      perspective: by || null,
      session,
      activity,
      at: clock.now(),
    }
  })
  const written = await rooms.write(state.id, session, { participantId: null, perspective: null, makers }, (ydoc) => {
    const opened = openDocument(ydoc, sessionShape)
    opened.change({ perspective: '' }, (draft) => {
      // A stop between showing and forgetting shows nothing twice.
      for (const { id, text, by } of cards)
        if (!draft.cards.has(id)) draft.cards.add({ text, activityId: activity }, { id, by })
    })
    opened.close()
  })
  if (!written.ok) return refuse('no-session')
  const ids = cards.map(({ id }) => id)
  await tables.write([forgetting(state.id, activity, ids), ...lineOf(cards.length)])
  if (kept !== 'none') await tables.tidy()
  return ok(cards.length)
}

const forgetting = (workspace: string, activity: string, ids: readonly string[]): CompiledQuery => {
  const gone = db.deleteFrom('draft').where('workspace', '=', workspace).where('activity', '=', activity)
  return gone.where('id', 'in', ids).compile()
}
