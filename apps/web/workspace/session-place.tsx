import { EllipsisVertical } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Route, Switch } from 'wouter'
import { can } from '#domain/permissions.ts'
import { sessionShape } from '#domain/session.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { DeskProvider, useWorkplace } from '#react/workplace.tsx'
import { Popover } from '#ui/popover.tsx'
import type { Facts } from '../api/use-facts.ts'
import { useSession } from '../api/use-session.ts'
import { useStatus } from '../features/saving/use-status.ts'
import { ArtefactsContext } from '../features/sessions/artefacts-context.ts'
import { Hall } from '../features/sessions/hall.tsx'
import { Lead } from '../features/sessions/lead.tsx'
import type { LeadProps } from '../features/sessions/lead-props.ts'
import { Phone } from '../features/sessions/phone.tsx'
import { ScriptEditor } from '../features/sessions/script-editor.tsx'
import { SessionLog } from '../features/sessions/session-log.tsx'
import { type Whereabouts } from '../features/sessions/stuck.ts'
import { StepPartsContext } from '../features/sessions/step-part.ts'
import { useAgenda } from '../features/sessions/use-agenda.ts'
import { stepParts } from '../pages/session/step-parts.ts'
import { useTitle } from '../shell/navigation.ts'
import { GonePart } from './artefact-page.tsx'
import { Leave, Notices, Saved } from './frame.tsx'
import { Menu } from './menu.tsx'
import { LoadingLand, NoWayIn } from './states.tsx'
import { frameStrings } from './strings.ts'
import { useRoom, type Room } from './use-room.ts'

const ManagePerson = lazy(async () => ({
  default: (await import('../features/people/manage-person.tsx')).ManagePerson,
}))

const managePerson: LeadProps['managePerson'] = (person, onClose) => (
  <Suspense>
    <ManagePerson person={person} onClose={onClose} />
  </Suspense>
)

type SessionPlaceProps = {
  readonly facts: Facts
  readonly workspace: Room<typeof workspaceShape>
  readonly session: string
  readonly title: string
  readonly people: Whereabouts
}

/** The three places of a session: in the hand of a participant, with whoever leads, and on the screen in the hall. */
export const SessionPlace = ({ facts, workspace, session: id, title, people }: SessionPlaceProps) => {
  const { workspaceId, author, me } = useWorkplace()
  const known = useSession(workspaceId, id)
  const room = useRoom({ workspaceId, documentId: id, shape: sessionShape, author })
  const agenda = useAgenda(workspace.document, id)
  const question = useContent(workspace.document, (content) => content.question)
  const place = useContent(workspace.document, (content) => content.place)
  const shared = useContent(workspace.document, (content) => content.influencePromise)
  const [leaving, setLeaving] = useState(false)
  useTitle(agenda?.session.title, title)
  const readable = useStatus(workspace.connection, (status) => status.readable) ?? false
  const isOut = useStatus(workspace.connection, ({ state }) => state === 'ended') ?? false
  const documents = useMemo(() => [workspace, ...(room ? [room] : [])], [workspace, room])
  const connections = useMemo(() => documents.map(({ connection }) => connection), [documents])
  if (known.state === 'refused')
    return known.refusal.code === 'not-found' ? <GonePart /> : <NoWayIn refusal={known.refusal} retry={known.retry} />
  if (known.state === 'loading' || !room || !readable) return <LoadingLand />
  if (!agenda) return <GonePart />
  const session = known.value
  const promise = agenda.session.influencePromise || shared
  const saved = <Saved connections={connections} />
  const menu = <SessionMenu onLeave={() => setLeaving(true)} />
  const notice = <Notices documents={documents} connections={connections} artefact={null} mayWrite />
  // Who was taken out sees no more of the session; words that were under way can still be copied.
  if (isOut) return <main className="min-h-dvh bg-land">{notice}</main>
  const parts = { agenda, session, desk: room.desk, promise, saved, menu, notice }
  const step = agenda.steps.find(({ id: own }) => own === session.live.activityId) ?? null
  return (
    <StepPartsContext value={stepParts}>
      <ArtefactsContext value={facts.artefacts}>
        <DeskProvider value={room.desk}>
          <>
            <Switch>
              <Route path="/w/:workspace/session/:session/screen">
                <Hall agenda={agenda} session={session} desk={room.desk} workspace={facts.workspace} title={title} />
              </Route>
              <Route path="/w/:workspace/session/:session/lead">
                {can(me.role, 'lead-session') ? (
                  <Lead
                    {...parts}
                    facts={facts}
                    people={people}
                    workspaceTitle={title}
                    place={place}
                    script={workspace.desk}
                    managePerson={managePerson}
                  />
                ) : (
                  <Phone {...parts} step={step} question={question} contributions={facts.contributions} />
                )}
              </Route>
              <Route path="/w/:workspace/session/:session/script">
                <DeskProvider value={workspace.desk}>
                  <ScriptEditor agenda={agenda} session={session} desk={workspace.desk} sharedPromise={shared} />
                </DeskProvider>
              </Route>
              <Route path="/w/:workspace/session/:session/log">
                <SessionLog agenda={agenda} session={session} />
              </Route>
              <Route path="/w/:workspace/session/:session">
                <Phone {...parts} step={step} question={question} contributions={facts.contributions} />
              </Route>
              <Route>
                <GonePart />
              </Route>
            </Switch>
            {leaving ? (
              <Leave connections={connections} workspaceId={workspaceId} onClose={() => setLeaving(false)} />
            ) : null}
          </>
        </DeskProvider>
      </ArtefactsContext>
    </StepPartsContext>
  )
}

const SessionMenu = ({ onLeave }: { readonly onLeave: () => void }) => {
  const strings = useStrings(frameStrings)
  return (
    <Popover
      near
      label={strings.menu}
      button={<EllipsisVertical size={22} aria-hidden />}
      buttonClass="focus-ring grid size-11 cursor-pointer place-items-center rounded-control hover:bg-ink/7"
      className="max-h-[calc(100dvh-6rem)] w-[min(20rem,calc(100vw-1.5rem))] overflow-y-auto"
    >
      <Menu onLeave={onLeave} />
    </Popover>
  )
}
