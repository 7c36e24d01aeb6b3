import { newId } from '#kernel/id.ts'
import type { Clock } from '../clock.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { hashSecret, newSecret } from './secrets.ts'
import type { Membership } from './sessions.ts'

type Hall = { readonly workspace: string; readonly session: string }

/** Links with which a computer in the hall shows the screen of one session: one at a time, and nobody's. */
export type HallLinks = {
  /** A new link; what the earlier one of this session let in is out. Answers the screens that go. */
  readonly make: (hall: Hall) => Promise<{ readonly secret: string; readonly gone: readonly string[] }>
  /** Takes the link away, and everything that it let in. */
  readonly revoke: (hall: Hall) => Promise<readonly string[]>
  /** As what a screen comes in, and which session it shows; `null` for a link that does not work. */
  readonly open: (secret: string) => Promise<(Membership & { readonly session: string }) | null>
}

export const createHallLinks = (tables: Tables, clock: Clock): HallLinks => {
  const screensOf = async ({ workspace, session }: Hall): Promise<readonly string[]> => {
    const query = db.selectFrom('capability').select('participant').where('workspace', '=', workspace)
    const rows = await tables.read(query.where('kind', '=', 'hall').where('session', '=', session).compile())
    return rows.flatMap(({ participant }) => participant ?? [])
  }
  const dropped = ({ workspace, session }: Hall, screens: readonly string[]) => [
    db
      .deleteFrom('capability')
      .where('workspace', '=', workspace)
      .where('kind', '=', 'hall')
      .where('session', '=', session)
      .compile(),
    ...screens.map((id) =>
      db
        .updateTable('participant')
        .set((row) => ({ removed_at: clock.now(), authz_version: row('authz_version', '+', 1) }))
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .compile(),
    ),
  ]
  return {
    make: async (hall) => {
      const gone = await screensOf(hall)
      const secret = newSecret()
      const { workspace, session } = hall
      const participant = newId<'Participant'>('p')
      const [now, nothing] = [clock.now(), null]
      await tables.write([
        ...dropped(hall, gone),
        db
          .insertInto('participant')
          .values({
            workspace,
            id: participant,
            name: nothing,
            perspective: nothing,
            role: 'screen',
            stakeholder_id: nothing,
            consent: nothing,
            joined_at: now,
            removed_at: nothing,
          })
          .compile(),
        db
          .insertInto('capability')
          .values({
            hash: hashSecret(secret),
            kind: 'hall',
            workspace,
            participant,
            session,
            created_at: now,
            revoked_at: nothing,
            used_at: nothing,
          })
          .compile(),
      ])
      return { secret, gone }
    },
    revoke: async (hall) => {
      const gone = await screensOf(hall)
      await tables.write(dropped(hall, gone))
      return gone
    },
    open: async (secret) => {
      const query = db.selectFrom('capability').select(['workspace', 'participant', 'session'])
      const [found] = await tables.read(
        query
          .where('hash', '=', hashSecret(secret.trim()))
          .where('kind', '=', 'hall')
          .where('revoked_at', 'is', null)
          .compile(),
      )
      if (!found || found.participant === null || found.session === null) return null
      return { workspace: found.workspace, participant: found.participant, session: found.session }
    },
  }
}
