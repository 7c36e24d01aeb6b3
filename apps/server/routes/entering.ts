import { timingSafeEqual } from 'node:crypto'
import { cleanName, type Role } from '#domain/participant.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import type { AuditEntry } from '../storage/storage.ts'
import type { Membership } from '../identity/sessions.ts'
import { hashSecret } from '../identity/secrets.ts'
import type { Services } from '../services.ts'
import { addPerson, headcount, perspectiveIn } from '../workspaces/people.ts'
import { titleOf, type WorkspaceState } from '../workspaces/state.ts'
import { refused, type Refused, type Visitor } from './knock.ts'

export type Newcomer = { readonly name: string; readonly perspective: string; readonly role: Role }

/** What the ways in have in common: counting wrong guesses, making a person, giving tokens. */
export const createEntrance = (services: Services) => {
  const { sessions, capabilities, workspaces, failures, storage, clock, config, turns, rooms } = services

  const audit = (entry: Omit<AuditEntry, 'at' | 'origin'>) =>
    storage.audit.append({ ...entry, at: clock.now(), origin: null })

  /** Refuses while too many guesses were wrong. */
  const refuseGuessing = ({ address }: Visitor): Refused | null => {
    const retryAfter = failures.waitOf(address)
    return retryAfter > 0 ? refused('too-many-attempts', { retryAfter }) : null
  }

  /** Counts a wrong guess. */
  const wrongCode = ({ address }: Visitor): Refused => {
    failures.count(address)
    return refused('unknown-code')
  }

  const refuseWithoutCreateCode = (visitor: Visitor, given: string | undefined): Refused | null => {
    const { createCode } = config
    if (createCode === undefined) return null
    const waits = refuseGuessing(visitor)
    if (waits) return waits
    if (given !== undefined && isSame(given, createCode)) return null
    // Not having been asked yet is no guess.
    if (given) failures.count(visitor.address)
    return refused('create-code-required')
  }

  /** The token that the visitor's browser goes on with: its own, when that is one of ours, else a new one. */
  const deviceToken = async (visitor: Visitor, membership: Membership): Promise<string | undefined> => {
    if (visitor.isProgram) return undefined
    const known = visitor.token !== undefined && (await sessions.memberships(visitor.token)).length > 0
    return sessions.open(membership, 'device', known ? visitor.token : undefined)
  }

  /** Adds a person; one after the other, so that no two get the same name and the workspace never overflows. */
  const addNewcomer = (workspaceId: string, { name, perspective, role }: Newcomer) =>
    turns(workspaceId, async () => {
      const state = await workspaces.refresh(workspaceId)
      if (!state) return refused('not-found')
      if (headcount(state) >= config.limits.participants) return refused('workspace-full')
      const person = await addPerson(storage.tables, clock, state, {
        name: cleanName(name) ?? '',
        perspective: perspectiveIn(state, perspective),
        role,
      })
      await workspaces.refresh(workspaceId)
      rooms.broadcast(workspaceId, { type: 'change', topic: 'people' })
      return { ok: true as const, person }
    })

  /** What somebody gets who is in. */
  const entered = async (state: WorkspaceState, person: AnswerOf<'join'>['participant']): Promise<AnswerOf<'join'>> => {
    const membership = { workspace: state.id, participant: person.id }
    return {
      workspace: { id: state.id, title: titleOf(state) },
      participant: person,
      token: await sessions.open(membership, 'bearer'),
      returnCode: await capabilities.newReturnCode(membership),
    }
  }

  return { audit, refuseGuessing, wrongCode, refuseWithoutCreateCode, deviceToken, addNewcomer, entered }
}

export type Entrance = ReturnType<typeof createEntrance>

// Compared as hashes: of one length, and in a time that tells nothing.
const isSame = (given: string, wanted: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(given)), Buffer.from(hashSecret(wanted)))

/** What somebody who leads is called until they say so themselves. */
export const facilitatorName = { nl: 'Begeleider', en: 'Facilitator' } as const
