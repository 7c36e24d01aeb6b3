import type { Json } from '#crdt/json.ts'
import { roles } from '#domain/participant.ts'
import type { CompiledQuery } from 'kysely'
import { db } from '../storage/tables.ts'
import { freeName, isLastFacilitator } from './people.ts'
import type { ActRow, Changed, NewAct } from './session-acts.ts'
import type { Member, WorkspaceState } from './state.ts'

type Part = 'perspective' | 'role' | 'canRecord' | 'removed' | 'locked'
type Values = { readonly [Name in Part]?: string | boolean }

/** An act on a person or a document, as it goes into the log of the session that is led. */
export type OutsideAct = {
  readonly line: NewAct
  readonly change: { readonly of: Changed | null; readonly before: Values; readonly after: Values }
}

/** What a change of a person is in the log: one line for each thing that it changed. Their names are not kept there. */
export const actsOnPerson = (
  person: Member,
  next: {
    readonly name?: unknown
    readonly perspective?: string | undefined
    readonly role?: string | undefined
    readonly canRecord?: boolean | undefined
  },
): readonly OutsideAct[] => {
  const { id: participant, perspective, role, canRecord } = person
  const of = { kind: 'person', id: participant } as const
  const acts: OutsideAct[] = []
  if (next.name !== undefined && next.name !== person.name)
    acts.push({ line: { act: 'rename', detail: { participant } }, change: { of, before: {}, after: {} } })
  if (next.perspective !== undefined && next.perspective !== perspective)
    acts.push({
      line: { act: 'regroup', detail: { participant, perspective: next.perspective } },
      change: { of, before: { perspective }, after: { perspective: next.perspective } },
    })
  if (next.role !== undefined && next.role !== role)
    acts.push({
      line: { act: 'role', detail: { participant, role: next.role } },
      change: { of, before: { role }, after: { role: next.role } },
    })
  if (next.canRecord !== undefined && next.canRecord !== canRecord)
    acts.push({
      line: { act: 'scribe', detail: { participant, canRecord: next.canRecord } },
      change: { of, before: { canRecord }, after: { canRecord: next.canRecord } },
    })
  return acts
}

/** Taking somebody out, as a line of the log. */
export const removingOf = (participant: string): OutsideAct => ({
  line: { act: 'remove', detail: { participant } },
  change: { of: { kind: 'person', id: participant }, before: { removed: false }, after: { removed: true } },
})

/** Locking or opening a document, as a line of the log. */
export const lockingOf = (document: string, locked: boolean): OutsideAct => ({
  line: { act: locked ? 'lock' : 'unlock', detail: { document } },
  change: { of: { kind: 'document', id: document }, before: { locked: !locked }, after: { locked } },
})

/** Whether an act on a person or a document can be taken back: what it changed stands as the act left it. */
export const standsOutside = (state: WorkspaceState, { change, undone }: ActRow): boolean => {
  if (!change?.of || change.of.kind === 'cards' || undone) return false
  const { of, after, before } = change
  const now: { readonly [name: string]: Json | undefined } | undefined =
    of.kind === 'person' ? state.members.get(of.id) : state.documents.get(of.id)
  const parts = Object.keys(after)
  if (!now || parts.length === 0 || parts.some((part) => now[part] !== after[part])) return false
  if (now['removed'] === true && !('removed' in after)) return false
  return !('role' in before) || before['role'] === 'facilitator' || !isLastFacilitator(state, of.id)
}

/** What takes an act on a person or a document back; ask `standsOutside` before. */
export const undoneOutside = (state: WorkspaceState, { of, before }: NonNullable<ActRow['change']>, now: number) => {
  if (!of) return []
  if (of.kind === 'document')
    return [lockRow(state.id, of.id, before['locked'] === true ? { at: now, by: null } : null)]
  const { name } = state.members.get(of.id) ?? {}
  const { perspective, canRecord } = before
  const role = roles.find((one) => one === before['role'])
  const set = {
    ...(typeof perspective === 'string' ? { perspective } : {}),
    ...(role ? { role } : {}),
    ...(typeof canRecord === 'boolean' ? { can_record: canRecord ? 1 : 0 } : {}),
    // Somebody may have taken the name in the meantime.
    ...(before['removed'] === false
      ? { removed_at: null, ...(name ? { name: freeName(state, name, of.id) } : {}) }
      : {}),
  }
  return [
    db
      .updateTable('participant')
      .set((row) => ({ ...set, authz_version: row('authz_version', '+', 1) }))
      .where('workspace', '=', state.id)
      .where('id', '=', of.id)
      .compile(),
  ]
}

/** Locks a document, or opens it. */
export const lockRow = (
  workspace: string,
  document: string,
  lock: { readonly at: number; readonly by: string | null } | null,
): CompiledQuery =>
  db
    .updateTable('document')
    .set({ locked_at: lock?.at ?? null, locked_by: lock?.by ?? null })
    .where('workspace', '=', workspace)
    .where('id', '=', document)
    .compile()
