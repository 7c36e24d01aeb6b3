import type { Clock } from '../clock.ts'
import { StorageError, type Tables } from '../storage/storage.ts'
import { db } from '../storage/tables.ts'
import { hashSecret, newReturnCode, newSecret, tidyCode } from './secrets.ts'
import type { Membership } from './sessions.ts'

/** Secrets that let somebody in: a facilitator link, and each person's return code. Independent, hashed, revocable. */
export type Capabilities = {
  /** A new return code; the person's earlier one stops working. */
  readonly newReturnCode: (membership: Membership) => Promise<string>
  /** Whose code this is, using it up; `null` for a code that is wrong or was used. */
  readonly redeemReturnCode: (typed: string) => Promise<Membership | null>
  readonly newFacilitatorSecret: (workspace: string) => Promise<string>
  /** The workspace that a facilitator link leads to. The link works until it is revoked. */
  readonly workspaceOf: (secret: string) => Promise<string | null>
  /** A link with which anybody reads the letter to those who took part; the earlier one stops working. */
  readonly newReadingSecret: (workspace: string) => Promise<string>
  /** The workspace whose letter a reading link shows; it lets nobody in. */
  readonly readableBy: (secret: string) => Promise<string | null>
  /** When the reading link that works now was made, in ms since 1970; `null` when there is none. */
  readonly readingSince: (workspace: string) => Promise<number | null>
  readonly revokeReading: (workspace: string) => Promise<void>
  /** Takes a person's return code away. */
  readonly revoke: (membership: Membership) => Promise<void>
}

export const createCapabilities = (tables: Tables, clock: Clock): Capabilities => {
  const find = async (secret: string) => {
    const query = db
      .selectFrom('capability')
      .selectAll()
      .where('hash', '=', hashSecret(secret))
      .where('revoked_at', 'is', null)
    return (await tables.read(query.compile()))[0]
  }

  const add = (
    secret: string,
    kind: 'facilitator' | 'return' | 'reader',
    workspace: string,
    participant: string | null,
  ) =>
    db
      .insertInto('capability')
      .values({
        hash: hashSecret(secret),
        kind,
        workspace,
        participant,
        created_at: clock.now(),
        revoked_at: null,
        used_at: null,
      })
      .compile()

  const dropReturnCode = ({ workspace, participant }: Membership) =>
    db
      .deleteFrom('capability')
      .where('workspace', '=', workspace)
      .where('participant', '=', participant)
      .where('kind', '=', 'return')
      .compile()

  const dropReading = (workspace: string) =>
    db.deleteFrom('capability').where('workspace', '=', workspace).where('kind', '=', 'reader').compile()

  return {
    newReadingSecret: async (workspace) => {
      const secret = newSecret()
      await tables.write([dropReading(workspace), add(secret, 'reader', workspace, null)])
      return secret
    },
    readableBy: async (secret) => {
      const found = await find(secret.trim())
      return found?.kind === 'reader' ? found.workspace : null
    },
    readingSince: async (workspace) => {
      const query = db.selectFrom('capability').select('created_at').where('workspace', '=', workspace)
      const [found] = await tables.read(query.where('kind', '=', 'reader').where('revoked_at', 'is', null).compile())
      return found?.created_at ?? null
    },
    revokeReading: async (workspace) => {
      await tables.write([dropReading(workspace)])
    },
    newReturnCode: async (membership) => {
      const code = newReturnCode()
      await tables.write([
        dropReturnCode(membership),
        add(code, 'return', membership.workspace, membership.participant),
      ])
      return code
    },
    redeemReturnCode: async (typed) => {
      const code = tidyCode(typed)
      const found = await find(code)
      if (found?.kind !== 'return' || found.participant === null || found.used_at !== null) return null
      const use = db
        .updateTable('capability')
        .set({ used_at: clock.now() })
        .where('hash', '=', hashSecret(code))
        .where('used_at', 'is', null)
      try {
        await tables.write([{ query: use.compile(), expect: 1 }])
      } catch (error) {
        // Two devices with one code: the first has it.
        if (error instanceof StorageError && error.kind === 'conflict') return null
        throw error
      }
      return { workspace: found.workspace, participant: found.participant }
    },
    newFacilitatorSecret: async (workspace) => {
      const secret = newSecret()
      await tables.write([add(secret, 'facilitator', workspace, null)])
      return secret
    },
    workspaceOf: async (secret) => {
      const found = await find(secret.trim())
      return found?.kind === 'facilitator' ? found.workspace : null
    },
    revoke: async (membership) => {
      await tables.write([dropReturnCode(membership)])
    },
  }
}
