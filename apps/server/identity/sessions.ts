import type { Clock } from '../clock.ts'
import type { Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { hashSecret, newSecret } from './secrets.ts'

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs
/** A device is known for 30 days after its last visit, and never longer than 90 days after it came in. */
const idleMs = 30 * dayMs
const longestMs = 90 * dayMs

/** One person in one workspace. */
export type Membership = { readonly workspace: string; readonly participant: string }

/** Which device or program is which person. One device may be in several workspaces under one token. */
export type Sessions = {
  /** Makes a token, or the given one, stand for a person: a cookie's for a device, a bearer's for a program. */
  readonly open: (membership: Membership, kind: 'device' | 'bearer', token?: string) => Promise<string>
  /** The persons behind a token, one for each workspace. */
  readonly memberships: (token: string) => Promise<readonly Membership[]>
  readonly leave: (token: string, workspace: string) => Promise<void>
}

export const createSessions = (tables: Tables, clock: Clock): Sessions => {
  // Once an hour is enough to know that a device is still used.
  const prolong = async (hash: string): Promise<void> => {
    const now = clock.now()
    await tables.write([
      db
        .updateTable('session_token')
        .set({ last_seen: now, expires_at: now + idleMs })
        .where('hash', '=', hash)
        .where('revoked_at', 'is', null)
        .compile(),
    ])
  }
  return {
    open: async ({ workspace, participant }, kind, token = newSecret()) => {
      const now = clock.now()
      const hash = hashSecret(token)
      await tables.write([
        db.deleteFrom('session_token').where('hash', '=', hash).where('workspace', '=', workspace).compile(),
        db
          .insertInto('session_token')
          .values({
            hash,
            kind,
            workspace,
            participant,
            created_at: now,
            last_seen: now,
            expires_at: now + idleMs,
            revoked_at: null,
          })
          .compile(),
      ])
      return token
    },
    memberships: async (token) => {
      const now = clock.now()
      const hash = hashSecret(token)
      const rows = await tables.read(
        db
          .selectFrom('session_token')
          .select(['workspace', 'participant', 'last_seen'])
          .where('hash', '=', hash)
          .where('revoked_at', 'is', null)
          .where('expires_at', '>', now)
          .where('created_at', '>', now - longestMs)
          .compile(),
      )
      if (rows.some(({ last_seen }) => last_seen < now - hourMs)) await prolong(hash)
      return rows
    },
    leave: async (token, workspace) => {
      await tables.write([
        db
          .deleteFrom('session_token')
          .where('hash', '=', hashSecret(token))
          .where('workspace', '=', workspace)
          .compile(),
      ])
    },
  }
}
