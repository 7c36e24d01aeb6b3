import { useMemo } from 'react'
import type { SharedDocument } from '#crdt/document.ts'
import { agendaOf, type Agenda } from '#domain/agenda.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useContent } from '#react/use-content.ts'

/** The agenda of a session as it stands now; `null` when the session was taken away. */
export const useAgenda = (document: SharedDocument<typeof workspaceShape>, session: string): Agenda | null => {
  const sessions = useContent(document, (content) => content.sessions)
  const stages = useContent(document, (content) => content.stages)
  const activities = useContent(document, (content) => content.activities)
  return useMemo(() => agendaOf({ sessions, stages, activities }, session), [sessions, stages, activities, session])
}
