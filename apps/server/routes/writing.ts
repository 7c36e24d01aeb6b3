import { openDocument } from '#crdt/document.ts'
import { strictest, type Anonymity } from '#domain/choosing/anonymity.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type { Services } from '../services.ts'
import { draftsOf, mostDrafts, putDraft, revealDrafts } from '../workspaces/drafts.ts'
import { giveBackCard } from '../workspaces/giving-back.ts'
import { retireDocument } from '../workspaces/retiring.ts'
import { takeCard } from '../workspaces/taking.ts'
import type { WorkspaceState } from '../workspaces/state.ts'
import type { BallotHouse } from './ballot-house.ts'
import { done, good, refused, wrongField, type Handlers } from './knock.ts'

type Writing = Pick<Handlers, 'drafts' | 'putDraft' | 'revealDrafts' | 'takeCard' | 'giveBackCard'>

const gatherMs = 400

/** What people write for themselves until it is shown together, and where its words go after that. */
export const writing = (services: Services, { line }: Pick<BallotHouse, 'line'>): Writing => {
  const { storage, rooms, clock, turns } = services
  const { tables } = storage
  const waiting = new Set<string>()
  // Numbers only, and together: who wrote when is nobody's business.
  const tellSoon = (workspace: string, activity: string): void => {
    const key = `${workspace}.${activity}`
    if (waiting.has(key)) return
    waiting.add(key)
    clock.after(gatherMs, () => {
      waiting.delete(key)
      rooms.broadcast(workspace, { type: 'change', topic: 'ballots', data: { writing: activity } })
    })
  }

  const anonymityOf = async (state: WorkspaceState, activity: string): Promise<Anonymity | null> => {
    const read = await rooms.read(state.id, 'workspace', (ydoc) => {
      const opened = openDocument(ydoc, workspaceShape)
      const found = opened.content().activities.find(({ id }) => id === activity)
      opened.close()
      return found?.anonymity ?? null
    })
    return read.ok ? read.value : 'secret'
  }
  const isSession = (state: WorkspaceState, id: string): boolean => state.documents.get(id)?.kind === 'session'

  return {
    drafts: async ({ inside: { state, me }, params: { activity } }) => {
      const all = await draftsOf(tables, state.id, activity)
      const people = new Set(all.map(({ participant }) => participant)).size
      return good({
        own: all.flatMap(({ id, text, perspective, participant }) =>
          participant === me.id ? [{ id, text, perspective }] : [],
        ),
        progress: me.role === 'facilitator' ? { people, texts: all.length } : null,
      })
    },

    putDraft: async ({ inside: { state, me }, params: { activity, draft: id }, body }) => {
      const { session, text, promise, perspective = null } = body
      if (!isSession(state, session)) return refused('not-found')
      if (perspective !== null && !me.canRecord) return refused('forbidden')
      if (perspective !== null && !state.perspectives.some((group) => group.id === perspective))
        return wrongField('perspective', 'unknown')
      return turns(`draft.${state.id}.${me.id}`, async () => {
        const own = (await draftsOf(tables, state.id, activity)).filter(({ participant }) => participant === me.id)
        const known = own.find((draft) => draft.id === id)
        if (text !== '' && !known && own.length >= mostDrafts) return wrongField('text', 'too-many')
        const kept = strictest(promise, known?.promise ?? null, await anonymityOf(state, activity))
        await putDraft(tables, state.id, activity, {
          id,
          participant: me.id,
          session,
          text,
          promise: kept,
          perspective,
        })
        tellSoon(state.id, activity)
        return done
      })
    },

    revealDrafts: async ({ inside: { state, me }, params: { activity }, body: { session, evenFew = false } }) => {
      if (!isSession(state, session)) return refused('not-found')
      return turns(`reveal.${state.id}.${activity}`, async () => {
        const anonymity = await anonymityOf(state, activity)
        const lineOf = (cards: number) => line(state, me.id, { session, act: 'reveal', activity, detail: { cards } })
        const reveal = { session, activity, anonymity, evenFew, lineOf }
        const shown = await revealDrafts({ tables, rooms, clock }, state, reveal)
        if (!shown.ok) return refused('conflict', { errors: [{ field: 'writing', code: shown.reason }] })
        tellSoon(state.id, activity)
        return good({ shown: shown.value })
      })
    },

    takeCard: async ({ inside: { state }, params: { session, card }, body }) => {
      if (!isSession(state, session)) return refused('not-found')
      const { kind, place, document = null, under = null } = body
      return turns(`take.${state.id}.${card}`, async () => {
        const fresh = (await services.workspaces.get(state.id)) ?? state
        const taken = await takeCard({ storage, rooms, clock }, fresh, { session, card, kind, place, document, under })
        if (!taken.ok) return refused('conflict', { errors: [{ field: 'card', code: taken.reason }] })
        if (!fresh.documents.has(taken.value.document)) {
          await services.workspaces.refresh(state.id)
          rooms.broadcast(state.id, { type: 'change', topic: 'artefacts' })
        }
        return good(taken.value)
      })
    },

    giveBackCard: async ({ inside: { state }, params: { session, card }, body: { document, place } }) => {
      if (!isSession(state, session)) return refused('not-found')
      return turns(`take.${state.id}.${card}`, async () => {
        const fresh = (await services.workspaces.get(state.id)) ?? state
        const given = await giveBackCard({ rooms, tables }, fresh, { session, card, document, place })
        if (!given.ok) return refused('conflict', { errors: [{ field: 'card', code: given.reason }] })
        if (given.value.goes !== null) await retireDocument(services, state.id, given.value.goes)
        return done
      })
    },
  }
}
