import { can } from '#domain/permissions.ts'
import { isPart } from '#export/report/form.ts'
import type { Services } from '../services.ts'
import { gatherWorkspace } from '../workspaces/exporting.ts'
import type { Entrance } from './entering.ts'
import { good, refused, wrongField, type Handlers } from './knock.ts'

/** Files of what is here now. */
export const exporting = (services: Services, { audit }: Entrance): Pick<Handlers, 'export'> => {
  const { exporters, quotas, storage, rooms, clock, addresses } = services
  return {
    export: async ({ inside: { state, me }, query }) => {
      const exporter = exporters[query.format]
      if (!exporter) return wrongField('format', 'not-made-yet')
      const names = query.names === '1'
      const asked = query.parts?.split(',') ?? []
      const parts = asked.filter(isPart)
      if (parts.length < asked.length) return wrongField('parts', 'unknown-part')
      const [origin] = addresses().all
      if (names && !can(me.role, 'export-names')) return refused('forbidden')
      const retryAfter = quotas.exports.take(`${state.id}.${me.id}`)
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const gathered = await gatherWorkspace({ tables: storage.tables, rooms }, state)
      if (!gathered.ok) return refused('unavailable')
      const file = await exporter(gathered.value, {
        artefact: query.artefact,
        lens: query.lens,
        compatible: query.compatible === '1',
        locale: query.lang ?? state.language,
        names,
        draft: query.draft === '1',
        panel: query.panel === '1',
        level: query.level ?? 'standard',
        kind: query.kind ?? 'report',
        licence: query.licence ?? 'by',
        ...(query.session === undefined ? {} : { session: query.session }),
        ...(parts.length === 0 ? {} : { parts }),
        ...(origin === undefined ? {} : { origin }),
        at: clock.now(),
      })
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
