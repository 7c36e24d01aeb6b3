import { useCallback, useMemo } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { artefactKinds } from '#artefacts/models.ts'
import { createDirectory } from '#domain/directory.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { WorkplaceProvider, type Workplace } from '#react/workplace.tsx'
import { useFacts, type Facts } from '../api/use-facts.ts'
import { rememberWorkspace } from '../shell/recent.ts'
import { WorkspaceRoutes } from './workspace-routes.tsx'
import { useRoom } from './use-room.ts'
import { usePresent } from './use-presence-map.ts'
import { LoadingLand, NoWayIn } from './states.tsx'

/** Everything under `/w/:workspace`: the facts over HTTP, the shared documents over sockets, and the page in between. */
export const WorkspacePage = ({ workspaceId }: { workspaceId: string }) => {
  const facts = useFacts(workspaceId)
  if (facts.state === 'loading') return <LoadingLand />
  if (facts.state === 'refused') return <NoWayIn code={facts.code} retry={facts.retry} />
  return <OpenWorkspace workspaceId={workspaceId} facts={facts.value} />
}

const OpenWorkspace = ({ workspaceId, facts }: { workspaceId: string; facts: Facts }) => {
  const queries = useQueryClient()
  const { me } = facts
  // The identity of the author is the origin of its changes, so it must outlive renders.
  const author = useMemo(() => ({ perspective: me.perspective }), [me.perspective])
  const onEvent = useCallback(
    (event: RoomEvent) => {
      if (event.type === 'change' || event.type === 'lock') void queries.invalidateQueries({ queryKey: ['workspace', workspaceId] })
    },
    [queries, workspaceId],
  )
  const workspace = useRoom({ workspaceId, documentId: 'workspace', shape: workspaceShape, author, onEvent })
  const evidence = useRoom({ workspaceId, documentId: 'evidence', shape: evidenceShape, author })
  const present = usePresent(workspace?.desk.presence)
  const directory = useMemo(() => createDirectory(facts.directory), [facts.directory])
  const evidenceDesk = evidence?.desk
  const workplace = useMemo(
    (): Workplace | null =>
      evidenceDesk
        ? {
            workspaceId,
            me,
            author,
            perspectives: facts.perspectives,
            people: facts.people,
            directory,
            evidence: evidenceDesk.document,
            evidenceDesk,
            linkTo: (documentId, item) => `/w/${workspaceId}/a/${documentId}${item ? `#${item}` : ''}`,
          }
        : null,
    [workspaceId, me, author, facts.perspectives, facts.people, directory, evidenceDesk],
  )
  if (!workspace || !evidence || !workplace) return <LoadingLand />
  rememberWorkspace({ workspace: workspaceId, title: facts.workspace.title })
  const artefacts = facts.artefacts.toSorted((a, b) => artefactKinds.indexOf(a.kind) - artefactKinds.indexOf(b.kind) || a.order - b.order)
  return (
    <WorkplaceProvider value={workplace}>
      <WorkspaceRoutes facts={{ ...facts, artefacts }} workspace={workspace} evidence={evidence} present={present} />
    </WorkplaceProvider>
  )
}
