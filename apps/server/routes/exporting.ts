import { can } from '#domain/permissions.ts'
import { isPart } from '#export/report/form.ts'
import type { Services } from '../services.ts'
import { db } from '../storage/tables.ts'
import { gatherWorkspace } from '../workspaces/exporting.ts'
import type { Entrance } from './entering.ts'
import { good, refused, wrongField, type Handlers } from './knock.ts'

const mostListed = 50
const withNames = 'with names'

/** Files of what is here now, and which were made before. */
export const exporting = (
  services: Services,
  { audit }: Entrance,
): Pick<Handlers, 'export' | 'exportsMade' | 'outcomes'> => {
  const { capabilities, exporters, tellers, quotas, storage, rooms, clock, addresses } = services
  return {
    outcomes: async ({ inside: { state }, query: { session } }) => {
      const gathered = await gatherWorkspace({ tables: storage.tables, rooms }, state)
      if (!gathered.ok) return refused('unavailable')
      const counts = await tellers.counts(gathered.value, session === undefined ? {} : { session })
      const sessions = gathered.value.workspace.sessions.map(({ id, title, date }) => ({ id, title, date }))
      return good({ sessions, counts })
    },
    exportsMade: async ({ inside: { state, me } }) => {
      const query = db.selectFrom('audit').select(['at', 'object', 'result', 'actor']).where('workspace', '=', state.id)
      const rows = await storage.tables.read(
        query.where('action', '=', 'exported').orderBy('at', 'desc').limit(mostListed).compile(),
      )
      return good({
        readingSince: can(me.role, 'manage-joining') ? await capabilities.readingSince(state.id) : null,
        exports: rows.map(({ at, object, result, actor }) => ({
          at,
          format: object ?? '',
          participantId: actor,
          names: result === withNames,
        })),
      })
    },
    export: async ({ inside: { state, me }, query }) => {
      const exporter = exporters[query.format]
      if (!exporter) return wrongField('format', 'not-made-yet')
      const names = query.names === '1'
      const asked = query.parts?.split(',') ?? []
      const parts = asked.filter(isPart)
      if (parts.length < asked.length) return wrongField('parts', 'unknown-part')
      const [origin] = addresses().all
      if (names && !can(me.role, 'export-names')) return refused('forbidden')
      // Looking first is no making, and must not use up what somebody may make.
      const preview = query.inline === '1'
      const retryAfter = quotas.exports.take(`${state.id}.${me.id}${preview ? '.preview' : ''}`)
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
        action: preview ? 'export-previewed' : 'exported',
        object: query.format,
        result: names ? withNames : 'without names',
        actor: me.id,
      })
      return good({ ...file, inline: preview })
    },
  }
}
