import { agendaFile } from '#export/agenda/agenda-file.ts'
import type { Services } from '../services.ts'
import { gatherWorkspace } from '../workspaces/exporting.ts'
import type { Entrance } from './entering.ts'
import { good, refused, type Handlers } from './knock.ts'

/** The rules that stand in the way of trials, as a memo for who can change them. It counts as an export. */
export const agenda = (services: Services, { audit }: Entrance): Pick<Handlers, 'agenda'> => {
  const { quotas, storage, rooms, clock } = services
  return {
    agenda: async ({ inside: { state, me }, query: { format, lang } }) => {
      const retryAfter = quotas.exports.take(`${state.id}.${me.id}`)
      if (retryAfter > 0) return refused('too-many-requests', { retryAfter })
      const gathered = await gatherWorkspace({ tables: storage.tables, rooms }, state)
      if (!gathered.ok) return refused('unavailable')
      const file = await agendaFile(gathered.value, { format, locale: lang ?? state.language, at: clock.now() })
      await audit({
        workspace: state.id,
        action: 'exported',
        object: `agenda ${format}`,
        result: 'without names',
        actor: me.id,
      })
      return good({ ...file, inline: false })
    },
  }
}
