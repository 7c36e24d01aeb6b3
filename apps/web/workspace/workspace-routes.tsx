import { lazy, Suspense, useMemo, useState } from 'react'
import { Route, Switch, useRoute } from 'wouter'
import { views } from '#artefacts/views.ts'
import type { evidenceShape } from '#domain/evidence.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useContent } from '#react/use-content.ts'
import { DeskProvider } from '#react/workplace.tsx'
import type { Facts } from '../api/use-facts.ts'
import { useStatus } from '../features/saving/use-status.ts'
import { Question } from '../features/home/question.tsx'
import { ArtefactPage, GonePart } from './artefact-page.tsx'
import { LoadingPart } from './states.tsx'
import { Frame, type OpenDocument } from './frame.tsx'
import type { Room } from './use-room.ts'
import { isKind } from '../api/kinds.ts'
import { knownKind } from '../shell/recent.ts'
import { useTellWhere, useWhere } from './use-where.ts'

// Each page comes when somebody goes there. Who begins at the overview gets it beside the facts that it shows.
const loadHome = () => import('../pages/home.tsx')
const began = globalThis.location?.pathname ?? ''
if (/^\/w\/[^/]+\/?$/.test(began)) void loadHome()
// And whoever opens a document that this device has seen before gets the page of its kind.
const [, openedIn = '', openedAt = ''] = /^\/w\/([^/]+)\/a\/([^/]+)$/.exec(began) ?? []
const seen = knownKind(openedIn, openedAt) ?? ''
if (isKind(seen)) views[seen].fetch()
const HomePage = lazy(async () => ({ default: (await loadHome()).HomePage }))
const ChoosePage = lazy(async () => ({ default: (await import('../pages/choose.tsx')).ChoosePage }))
const ExperimentsPage = lazy(async () => ({ default: (await import('../pages/experiments.tsx')).ExperimentsPage }))
const KindPage = lazy(async () => ({ default: (await import('../pages/kind.tsx')).KindPage }))
const OutcomesPage = lazy(async () => ({ default: (await import('../pages/outcomes.tsx')).OutcomesPage }))
const PeoplePage = lazy(async () => ({ default: (await import('../pages/people.tsx')).PeoplePage }))
const SessionsPage = lazy(async () => ({ default: (await import('../pages/session/sessions.tsx')).SessionsPage }))
const SessionPlace = lazy(async () => ({ default: (await import('./session-place.tsx')).SessionPlace }))
const SessionBar = lazy(async () => ({ default: (await import('../features/sessions/session-bar.tsx')).SessionBar }))
const SettingsPage = lazy(async () => ({ default: (await import('../pages/settings.tsx')).SettingsPage }))

type WorkspaceRoutesProps = {
  readonly facts: Facts
  readonly workspace: Room<typeof workspaceShape>
  readonly evidence: Room<typeof evidenceShape>
  /** The others who have the workspace open. */
  readonly present: ReadonlySet<string>
}

/** The pages of a workspace inside their frame. */
export const WorkspaceRoutes = ({ facts, workspace, evidence, present }: WorkspaceRoutesProps) => {
  const [opened, setOpened] = useState<OpenDocument | null>(null)
  const [, params] = useRoute('/w/:workspace/a/:artefact')
  const artefact = facts.artefacts.find(({ id }) => id === params?.artefact)
  const { presence } = workspace.desk
  const { presentIn, isAway } = useWhere(presence)
  const title = useContent(workspace.document, (content) => content.title) || facts.workspace.title
  const offline = useStatus(workspace.connection, ({ state }) => state === 'offline') ?? false
  const [, session] = useRoute('/w/:workspace/session/:session/*?')
  useTellWhere(presence, artefact?.id ?? session?.session)
  const documents = useMemo(() => [workspace, evidence, ...(opened ? [opened] : [])], [workspace, evidence, opened])
  const question = (
    <DeskProvider value={workspace.desk}>
      <Question workspace={workspace.document} canWrite={workspace.desk.canWrite} />
    </DeskProvider>
  )
  // A session is a page of its own, without the frame.
  if (session)
    return (
      <Suspense fallback={<LoadingPart />}>
        <SessionPlace
          key={session.session}
          facts={facts}
          workspace={workspace}
          session={session.session}
          title={title}
          people={{ present, presentIn, isAway }}
        />
      </Suspense>
    )
  return (
    <Frame
      facts={facts}
      workspace={workspace}
      documents={documents}
      artefact={opened}
      present={present}
      isAway={isAway}
      narrow={artefact?.kind === 'stakeholder-map'}
      session={
        <Suspense>
          <SessionBar document={workspace.document} artefacts={facts.artefacts} />
        </Suspense>
      }
    >
      <Suspense fallback={<LoadingPart />}>
        <Switch>
          <Route path="/w/:workspace">
            <HomePage facts={facts} title={title} question={question} present={present} presentIn={presentIn} />
          </Route>
          <Route path="/w/:workspace/a/:artefact">
            {artefact ? (
              <ArtefactPage
                key={artefact.id}
                kind={artefact.kind}
                artefact={artefact}
                workspaceTitle={title}
                onOpen={setOpened}
              />
            ) : (
              <GonePart />
            )}
          </Route>
          <Route path="/w/:workspace/all/experiment-plan">
            <ExperimentsPage facts={facts} title={title} />
          </Route>
          <Route path="/w/:workspace/all/:kind">
            {({ kind }) =>
              isKind(kind) ? <KindPage kind={kind} facts={facts} title={title} presentIn={presentIn} /> : <GonePart />
            }
          </Route>
          <Route path="/w/:workspace/choose">
            <ChoosePage title={title} />
          </Route>
          <Route path="/w/:workspace/outcomes">
            <OutcomesPage title={title} leftovers={facts.workspace.leftovers} offline={offline} />
          </Route>
          <Route path="/w/:workspace/sessions">
            <SessionsPage desk={workspace.desk} title={title} />
          </Route>
          <Route path="/w/:workspace/people">
            <PeoplePage facts={facts} title={title} present={present} />
          </Route>
          <Route path="/w/:workspace/settings">
            <SettingsPage facts={facts} title={title} desk={workspace.desk} />
          </Route>
          <Route>
            <GonePart />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  )
}
