import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { createDirectory } from '#domain/directory.ts'
import type { Role } from '#domain/participant.ts'
import { can } from '#domain/permissions.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type { RoomEvent } from '#protocol/events.ts'
import { WorkplaceProvider, type Workplace } from '#react/workplace.tsx'
import { tellSessionNews } from '../api/session-news.ts'
import { importsOf } from '../api/imports.ts'
import { useBallotSource } from '../api/use-ballot-source.ts'
import { speakForIn } from '../api/speak-for.ts'
import { useEstimates } from '../api/use-estimates.ts'
import { useFacts, type Facts } from '../api/use-facts.ts'
import { useRecords } from '../api/use-records.ts'
import { useRefresh } from '../api/use-refresh.ts'
import { isRecent, rememberWorkspace } from '../shell/recent.ts'
import { WorkspaceRoutes } from './workspace-routes.tsx'
import { useRemarks } from './use-remarks.ts'
import { useEarlyRooms, useRoom } from './use-room.ts'
import { usePresent } from './use-presence-map.ts'
import { kindNames } from '../api/kinds.ts'
import { LoadingLand, NoWayIn } from './states.tsx'
import '../shell/inside.css'

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5000 } } })

/** Everything under `/w/:workspace`: the facts over HTTP, the shared documents over sockets, and the page in between. */
export const WorkspacePage = ({ workspaceId }: { workspaceId: string }) => (
  <QueryClientProvider client={queries}>
    <KnownWorkspace workspaceId={workspaceId} />
  </QueryClientProvider>
)

const KnownWorkspace = ({ workspaceId }: { workspaceId: string }) => {
  const facts = useFacts(workspaceId)
  // Where somebody was before, the documents come while the facts do.
  useEarlyRooms(workspaceId, facts.state === 'loading' && isRecent(workspaceId))
  if (facts.state === 'loading') return <LoadingLand />
  if (facts.state === 'refused') return <NoWayIn refusal={facts.refusal} retry={facts.retry} />
  return <OpenWorkspace workspaceId={workspaceId} facts={facts.value} />
}

// How many voted in a hidden ballot is of interest to whoever leads; sixty phones need not read it again at each vote.
const isCountOfOthers = ({ topic, data }: { topic: string; data?: unknown }, role: Role): boolean =>
  topic === 'ballots' && !can(role, 'run-ballots') && typeof data === 'object' && data !== null && 'counts' in data

const OpenWorkspace = ({ workspaceId, facts }: { workspaceId: string; facts: Facts }) => {
  const refresh = useRefresh(workspaceId)
  const { me } = facts
  // The identity of the author is the origin of its changes, so it must outlive renders.
  const author = useMemo(() => ({ perspective: me.perspective }), [me.perspective])
  const greeted = useRef(false)
  const onEvent = useCallback(
    (event: RoomEvent) => {
      // Whoever comes back missed what was told in the meantime.
      const isBack = event.type === 'hello' && greeted.current
      if (event.type === 'hello') greeted.current = true
      if (event.type === 'change' && event.topic === 'session') tellSessionNews(event.data)
      else if (event.type === 'change' && !isCountOfOthers(event, me.role)) refresh(event.topic, event.data)
      else if (event.type === 'lock' || event.type === 'role' || isBack) {
        refresh('everything')
        tellSessionNews(undefined)
      }
    },
    [refresh, me.role],
  )
  const workspace = useRoom({ workspaceId, documentId: 'workspace', shape: workspaceShape, author, onEvent })
  const evidence = useRoom({ workspaceId, documentId: 'evidence', shape: evidenceShape, author })
  const present = usePresent(workspace?.desk.presence)
  const directory = useMemo(() => createDirectory(facts.directory), [facts.directory])
  const evidenceDesk = evidence?.desk
  const records = useRecords(workspaceId)
  const estimates = useEstimates(workspaceId)
  const ballots = useBallotSource(workspaceId)
  const remarks = useRemarks()
  const problem = facts.artefacts.find(({ kind }) => kind === 'problem-statement')?.id
  const workplace = useMemo(
    (): Workplace | null =>
      evidenceDesk
        ? {
            workspaceId,
            language: facts.workspace.language,
            me,
            author,
            perspectives: facts.perspectives,
            people: facts.people,
            directory,
            evidence: evidenceDesk.document,
            evidenceDesk,
            records,
            estimates,
            imports: importsOf(workspaceId),
            ballots,
            speakFor: speakForIn(workspaceId, me.id),
            remarks,
            linkTo: (documentId, item) => {
              // Evidence has no page of its own: it stands on that of the problem.
              const place = documentId === 'evidence' ? (problem ?? documentId) : documentId
              return `/w/${workspaceId}/a/${place}${item ? `#${item}` : ''}`
            },
          }
        : null,
    [
      workspaceId,
      facts.workspace.language,
      me,
      author,
      facts.perspectives,
      facts.people,
      directory,
      evidenceDesk,
      records,
      estimates,
      ballots,
      remarks,
      problem,
    ],
  )
  const { title } = facts.workspace
  const kinds = useMemo(() => Object.fromEntries(facts.artefacts.map(({ id, kind }) => [id, kind])), [facts.artefacts])
  useEffect(() => rememberWorkspace({ workspace: workspaceId, title, kinds }), [workspaceId, title, kinds])
  if (!workspace || !evidence || !workplace) return <LoadingLand />
  const artefacts = facts.artefacts.toSorted(
    (a, b) => kindNames.indexOf(a.kind) - kindNames.indexOf(b.kind) || a.order - b.order,
  )
  return (
    <WorkplaceProvider value={workplace}>
      <WorkspaceRoutes facts={{ ...facts, artefacts }} workspace={workspace} evidence={evidence} present={present} />
    </WorkplaceProvider>
  )
}
