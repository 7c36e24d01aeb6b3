import { can } from '#domain/permissions.ts'
import type { Services } from '../services.ts'
import { gatherWorkspace } from '../workspaces/exporting.ts'
import type { Entrance } from './entering.ts'
import { good, refused, wrongField, type Handlers } from './knock.ts'

/** Files of what is here now. */
export const exporting = (services: Services, { audit }: Entrance): Pick<Handlers, 'export'> => {
  const { exporters, quotas, storage, rooms, clock } = services
  return {
    export: async ({ inside: { state, me }, query }) => {
      const exporter = exporters[query.format]
      if (!exporter) return wrongField('format', 'not-made-yet')
      const names = query.names === '1'
      if (names && !can(me.role, 'export-names')) return refused('forbidden')
      const retryAfter = quotas.exports.take(`${state.id}.${me.id}`)
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const gathered = await gatherWorkspace({ tables: storage.tables, rooms }, state)
      if (!gathered.ok) return refused('unavailable')
      const { artefact, lens, lang, draft, compatible } = query
      const of = { artefact, lens, compatible: compatible === '1' }
      const wish = { ...of, locale: lang ?? state.language, names, draft: draft === '1', at: clock.now() }
      const file = await exporter(gathered.value, wish)
      if (!file) return wrongField('artefact', 'no-such-artefact')
      await audit({
        workspace: state.id,
        action: 'exported',
        object: query.format,
        result: names ? 'with names' : 'without names',
        actor: me.id,
      })
      return good({ ...file, inline: query.inline === '1' })
    },
  }
}
