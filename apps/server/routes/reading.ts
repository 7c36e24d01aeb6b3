import type { Services } from '../services.ts'
import { gatherWorkspace } from '../workspaces/exporting.ts'
import type { Entrance } from './entering.ts'
import { done, good, refused, type Handlers } from './knock.ts'

type Reading = Pick<Handlers, 'makeReadingLink' | 'revokeReadingLink' | 'readLetter'>

/** The letter to those who took part, for whoever has its link: read, and nothing else. */
export const reading = (services: Services, { audit, refuseGuessing, wrongCode }: Entrance): Reading => {
  const { capabilities, workspaces, storage, rooms, clock, quotas, tellers } = services
  return {
    makeReadingLink: async ({ inside: { state, me } }) => {
      const secret = await capabilities.newReadingSecret(state.id)
      await audit({ workspace: state.id, action: 'reading-link-made', object: null, result: 'done', actor: me.id })
      return good({ secret })
    },

    revokeReadingLink: async ({ inside: { state, me } }) => {
      await capabilities.revokeReading(state.id)
      await audit({ workspace: state.id, action: 'reading-link-revoked', object: null, result: 'done', actor: me.id })
      return done
    },

    readLetter: async ({ body, visitor }) => {
      const waits = refuseGuessing(visitor)
      if (waits) return waits
      const workspace = await capabilities.readableBy(body.secret)
      const state = workspace === null ? null : await workspaces.get(workspace)
      if (!state) return wrongCode(visitor)
      // A whole hall may open it at once, from one address.
      const retryAfter = quotas.joins.take(`read.${state.id}`)
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const gathered = await gatherWorkspace({ tables: storage.tables, rooms }, state)
      if (!gathered.ok) return refused('unavailable')
      const locale = body.lang ?? state.language
      const letter = await tellers.letter(gathered.value, { locale, at: clock.now() })
      return good({ ...letter, language: locale, blocks: letter.blocks.map((block) => ({ ...block })) })
    },
  }
}
