import { isArtefactKind } from '#artefacts/models.ts'
import { can } from '#domain/permissions.ts'
import { orderBetween } from '#kernel/order.ts'
import { parseRoom } from '#protocol/room-name.ts'
import type { CompiledQuery, Updateable } from 'kysely'
import type { Services } from '../services.ts'
import { db, type Database } from '../storage/tables.ts'
import { createArtefact } from '../workspaces/creating.ts'
import { lockingOf, lockRow } from '../workspaces/outside-acts.ts'
import { retireDocument } from '../workspaces/retiring.ts'
import { accessOf, type DocumentRow, type WorkspaceState } from '../workspaces/state.ts'
import type { Entrance } from './entering.ts'
import type { SessionHouse } from './session-house.ts'
import { done, good, refused, wrongField, type Handlers } from './knock.ts'

type OfArtefacts = Pick<Handlers, 'createArtefact' | 'changeArtefact' | 'removeArtefact' | 'ticket'>

/** The list of artefacts, their locks, and the tickets to their rooms. */
export const artefacts = (services: Services, { audit }: Entrance, house: SessionHouse): OfArtefacts => {
  const { workspaces, rooms, storage, clock, tickets, turns } = services

  const update = (workspace: string, id: string, values: Updateable<Database['document']>): CompiledQuery =>
    db.updateTable('document').set(values).where('workspace', '=', workspace).where('id', '=', id).compile()

  const changed = async (workspace: string, documentId: string) => {
    await workspaces.refresh(workspace)
    rooms.broadcast(workspace, { type: 'change', topic: 'artefacts', documentId })
  }

  const orderAt = async (workspace: string, id: string, index: number): Promise<string> => {
    const others = await storage.tables.read(
      db
        .selectFrom('document')
        .select(['id', 'ord', 'kind'])
        .where('workspace', '=', workspace)
        .where('removed_at', 'is', null)
        .where('id', '!=', id)
        .orderBy('ord')
        .compile(),
    )
    const list = others.filter(({ kind }) => isArtefactKind(kind))
    return orderBetween(
      list[index - 1]?.ord ?? (index === 0 ? null : (list.at(-1)?.ord ?? null)),
      list[index]?.ord ?? null,
    )
  }

  return {
    createArtefact: async ({ inside: { state }, body: { kind, title } }) => {
      if (!isArtefactKind(kind)) return wrongField('kind', 'unknown-kind')
      const wish = { kind, title: title ?? '', language: state.language }
      const id = await turns(state.id, () => createArtefact(services, state.id, wish))
      await changed(state.id, id)
      return good({ id })
    },

    changeArtefact: async ({ inside: { state, me }, params, body: { title, locked, order } }) =>
      turns(state.id, async () => {
        const found = artefactIn(state, params.artefact)
        if (!found) return refused('not-found')
        const values = {
          ...(title === undefined ? {} : { title }),
          ...(order === undefined ? {} : { ord: await orderAt(state.id, found.id, order) }),
        }
        const locks = locked !== undefined && locked !== found.locked
        const log = await house.logOutside(state, me, locks ? [lockingOf(found.id, locked)] : [])
        const rows = [
          ...(Object.keys(values).length > 0 ? [update(state.id, found.id, values)] : []),
          ...(locks ? [lockRow(state.id, found.id, locked ? { at: clock.now(), by: me.id } : null)] : []),
          ...log.rows,
        ]
        if (rows.length === 0) return done
        await storage.tables.write(rows)
        await changed(state.id, found.id)
        if (!locks) return done
        await log.tell()
        rooms.broadcast(state.id, { type: 'lock', documentId: found.id, locked }, found.id)
        await audit({
          workspace: state.id,
          action: locked ? 'locked' : 'unlocked',
          object: found.id,
          result: 'done',
          actor: me.id,
        })
        return done
      }),

    removeArtefact: async ({ inside: { state, me }, params }) => {
      const found = artefactIn(state, params.artefact)
      if (!found) return refused('not-found')
      await retireDocument(services, state.id, found.id)
      await audit({ workspace: state.id, action: 'artefact-removed', object: found.id, result: 'done', actor: me.id })
      return done
    },

    ticket: async ({ inside: { state, me }, params, visitor }) => {
      const room = parseRoom(params.room)
      if (!room.ok) return refused('not-found')
      const access = accessOf(state, room.value.documentId, me.id)
      if (!access) return refused('not-found')
      if (!access.read || !can(me.role, 'see-hall')) return refused('forbidden')
      const holder = { workspaceId: state.id, participantId: me.id, room: params.room }
      return good({ ticket: tickets.issue(holder, visitor.isProgram ? undefined : visitor.token) })
    },
  }
}

const artefactIn = (state: WorkspaceState, id: string): DocumentRow | undefined => {
  const found = state.documents.get(id)
  return found && isArtefactKind(found.kind) ? found : undefined
}
