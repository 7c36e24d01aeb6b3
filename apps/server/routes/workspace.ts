import { openDocument } from '#crdt/document.ts'
import { isArtefactKind } from '#artefacts/models.ts'
import { isForHall } from '#domain/directory.ts'
import { can } from '#domain/permissions.ts'
import { workspaceShape, type Workspace } from '#domain/workspace.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import { newJoinCode } from '../identity/secrets.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { entriesOf } from '../workspaces/directory.ts'
import { titleOf, type Member, type WorkspaceState } from '../workspaces/state.ts'
import type { Entrance } from './entering.ts'
import { done, good, refused, type Handlers } from './knock.ts'

type OfWorkspace = Pick<
  Handlers,
  'workspace' | 'changeWorkspace' | 'rotateJoinCode' | 'makeFacilitatorLink' | 'directory' | 'activity'
>

const mostContributions = 30

/** The workspace itself: what it is, who may come in, and what happened lately. */
export const ofWorkspace = (services: Services, { audit }: Entrance): OfWorkspace => {
  const { storage, rooms, workspaces, capabilities, addresses } = services

  const change = async (
    id: string,
    values: { joining?: 'open' | 'closed'; keep_days?: number; language?: 'nl' | 'en'; join_code?: string },
  ) => {
    await storage.tables.write([db.updateTable('workspace').set(values).where('id', '=', id).compile()])
    await workspaces.refresh(id)
    rooms.broadcast(id, { type: 'change', topic: 'workspace' })
  }

  const leftoversOf = async (id: string): Promise<number> => {
    const count = db.selectFrom('leftover').select(db.fn.countAll<number>().as('count')).where('workspace', '=', id)
    return (await storage.tables.read(count.compile()))[0]?.count ?? 0
  }

  return {
    workspace: async ({ inside: { state, me } }) => {
      const content = await rooms.read(state.id, 'workspace', (ydoc) => {
        const opened = openDocument(ydoc, workspaceShape)
        const read = opened.content()
        opened.close()
        return read
      })
      if (!content.ok) return refused(content.reason === 'gone' ? 'not-found' : 'unavailable')
      const { all, secure } = addresses()
      return good({
        workspace: {
          ...factsOf(state, me, content.value),
          addresses: [...all],
          leftovers: await leftoversOf(state.id),
        },
        perspectives: [...state.perspectives],
        artefacts: [...state.documents.values()].filter(({ kind }) => isArtefactKind(kind)),
        me: {
          id: me.id,
          name: me.name,
          perspective: me.perspective,
          role: me.role,
          canRecord: me.canRecord,
          stakeholderId: me.stakeholderId,
        },
        role: me.role,
        secureCookie: secure,
      })
    },

    changeWorkspace: async ({ inside: { state, me }, body }) => {
      const { joining, keepDays, language } = body
      if (joining === undefined && keepDays === undefined && language === undefined) return done
      await change(state.id, {
        ...(joining ? { joining } : {}),
        ...(keepDays ? { keep_days: keepDays } : {}),
        ...(language ? { language } : {}),
      })
      await audit({
        workspace: state.id,
        action: 'workspace-changed',
        object: joining ?? null,
        result: 'done',
        actor: me.id,
      })
      return done
    },

    rotateJoinCode: async ({ inside: { state, me } }) => {
      const joinCode = newJoinCode()
      await change(state.id, { join_code: joinCode })
      await audit({ workspace: state.id, action: 'join-code-rotated', object: null, result: 'done', actor: me.id })
      return good({ joinCode })
    },

    makeFacilitatorLink: async ({ inside: { state, me } }) => {
      const secret = await capabilities.newFacilitatorSecret(state.id)
      await audit({ workspace: state.id, action: 'facilitator-link-made', object: null, result: 'done', actor: me.id })
      return good({ secret })
    },

    directory: async ({ inside: { state, me } }) => {
      const all = await entriesOf(storage.tables, state.id)
      const entries = can(me.role, 'read') ? all : all.filter(isForHall)
      // The same data: the answer's type only says that nobody else holds it.
      return good({ entries: entries as AnswerOf<'directory'>['entries'] })
    },

    activity: async ({ inside: { state, me } }) => {
      // Who made what, and of which quote, is not for a wall.
      if (!can(me.role, 'read')) return good({ contributions: [] })
      const rows = await storage.tables.read(
        db
          .selectFrom('item_maker')
          .innerJoin('directory', (join) =>
            join
              .onRef('directory.workspace', '=', 'item_maker.workspace')
              .onRef('directory.document', '=', 'item_maker.document')
              .onRef('directory.id', '=', 'item_maker.item'),
          )
          .select(['item', 'item_maker.document as documentId', 'label', 'kind', 'perspective', 'participant', 'at'])
          .where('item_maker.workspace', '=', state.id)
          .orderBy('at', 'desc')
          .limit(mostContributions)
          .compile(),
      )
      return good({
        contributions: rows.map(({ item, participant, ...rest }) => ({
          ...rest,
          itemId: item,
          participantId: participant,
        })),
      })
    },
  }
}

const factsOf = (state: WorkspaceState, me: Member, content: Workspace) => ({
  id: state.id,
  title: content.title || titleOf(state),
  question: content.question,
  place: content.place,
  language: state.language,
  participationLevel: content.participationLevel,
  influencePromise: content.influencePromise,
  joining: state.joining,
  joinCode: can(me.role, 'manage-joining') ? state.joinCode : null,
  keepDays: state.keepDays,
})
