import { lazy, Suspense, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { can } from '#domain/permissions.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useContent } from '#react/use-content.ts'
import { useLocale } from '#react/use-strings.tsx'
import type { Connection } from '#client/connect.ts'
import type { Status } from '#client/status.ts'
import type { Facts } from '../api/use-facts.ts'
import { ConnectionNotice } from '../features/saving/connection-notice.tsx'
import { SavedLine } from '../features/saving/saved-line.tsx'
import { useStatuses, worstOf } from '../features/saving/use-status.ts'
import { Horizon, SkipLink } from '../shell/plain-page.tsx'
import { Header } from './header.tsx'
import { Menu } from './menu.tsx'
import { PhoneNav } from './phone-nav.tsx'
import { placesOf } from './places.ts'
import { PresenceStack } from './presence-stack.tsx'
import { Rail } from './rail.tsx'
import { useRegions } from './use-regions.ts'
import type { Room } from './use-room.ts'

const LeaveDialog = lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog }))

/** What the frame must know of a document that is open on the page. */
export type OpenDocument = { readonly connection: Connection; readonly restart: () => void }

type FrameProps = {
  readonly facts: Facts
  readonly workspace: Room<typeof workspaceShape>
  /** All documents that are open; the artefact of the page last. */
  readonly documents: readonly OpenDocument[]
  readonly artefact: OpenDocument | null
  readonly present: ReadonlySet<string>
  readonly isAway: (participant: string) => boolean
  /** The map needs the room of the rail. */
  readonly narrow: boolean
  /** The step of a session that is live. */
  readonly session: ReactNode
  readonly children: ReactNode
}

/** What stands around every page of a workspace: sky, line, rail and land. */
export const Frame = (props: FrameProps) => {
  const { facts, workspace, documents, artefact, present, isAway, narrow, session, children } = props
  const locale = useLocale()
  const [path] = useLocation()
  const [leaving, setLeaving] = useState(false)
  const title = useContent(workspace.document, (content) => content.title) || facts.workspace.title
  const place = useContent(workspace.document, (content) => content.place)
  const workspaceId = facts.workspace.id
  const here = useMemo(
    () => facts.people.filter(({ id }) => id === facts.me.id || present.has(id)),
    [facts.people, facts.me.id, present],
  )
  const connections = useMemo(() => documents.map(({ connection }) => connection), [documents])
  useRegions()

  const places = placesOf({ workspaceId, artefacts: facts.artefacts, path, locale })
  const menu = (rest: typeof places = []) => <Menu places={rest} onLeave={() => setLeaving(true)} />
  const wide = !narrow
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto [@media(max-height:30rem)]:h-auto [@media(max-height:30rem)]:min-h-dvh">
      <SkipLink />
      <Header
        href={`/w/${workspaceId}`}
        title={title}
        place={place}
        people={<PresenceStack present={here} perspectives={facts.perspectives} isAway={isAway} />}
        saved={<Saved connections={connections} />}
        menu={menu()}
      />
      <Horizon />
      {session}
      <Notices
        documents={documents}
        connections={connections}
        artefact={artefact}
        mayWrite={can(facts.me.role, 'write-artefact')}
      />
      <div
        className={`grid min-h-0 flex-1 print:block sm:grid-cols-[4.4375rem_minmax(0,1fr)] ${wide ? 'lg:grid-cols-[13.6875rem_minmax(0,1fr)]' : ''}`}
      >
        <Rail places={places} wide={wide} perspectives={facts.perspectives} present={here} />
        <div
          id="content"
          key={path}
          data-region
          tabIndex={-1}
          className="min-h-0 min-w-0 overflow-y-auto bg-ditch print:overflow-visible outline-none [@media(max-height:30rem)]:h-[30rem]"
        >
          {children}
        </div>
      </div>
      <PhoneNav places={places} menu={menu} />
      {leaving ? <Leave workspaceId={workspaceId} connections={connections} onClose={() => setLeaving(false)} /> : null}
    </div>
  )
}

// A status changes with every key, so each thing that tells of it looks for itself, and the frame rests.
type WatchingProps = { readonly connections: readonly Connection[] }

/** The saved state of all open documents in words. */
export const Saved = ({ connections }: WatchingProps) => {
  const worst = useStatuses(connections, worstOf)
  return worst ? <SavedLine status={worst} /> : null
}

/** Asks before this device forgets its way in; says how much is not saved yet. */
export const Leave = ({
  connections,
  ...rest
}: WatchingProps & { readonly workspaceId: string; onClose: () => void }) => {
  const unsaved = useStatuses(connections, (statuses) => worstOf(statuses)?.unsaved ?? 0)
  return (
    <Suspense>
      <LeaveDialog unsaved={unsaved} {...rest} />
    </Suspense>
  )
}

type NoticesProps = WatchingProps & Pick<FrameProps, 'documents' | 'artefact'> & { readonly mayWrite: boolean }

/** One line at a time: what stops somebody first, else what holds for the artefact of this page. */
export const Notices = ({ documents, connections, artefact, mayWrite }: NoticesProps) => {
  const alarming = useStatuses(connections, (statuses) => {
    const worst = worstOf(statuses)
    return worst && alarms.has(worst.state) ? statuses.indexOf(worst) : -1
  })
  const shown = documents[alarming] ?? artefact ?? documents[0]
  return shown ? (
    <Notice key={documents.indexOf(shown)} shown={shown} mayEverWrite={shown !== artefact || mayWrite} />
  ) : null
}

const Notice = ({ shown, mayEverWrite }: { readonly shown: OpenDocument; readonly mayEverWrite: boolean }) => {
  const { connection, restart } = shown
  return (
    <ConnectionNotice
      status={useSyncExternalStore(connection.subscribe, connection.status)}
      unsavedWords={connection.unsavedWords}
      onGoOn={restart}
      mayEverWrite={mayEverWrite}
    />
  )
}

const alarms: ReadonlySet<Status['state']> = new Set(['offline', 'refused', 'ended'])
