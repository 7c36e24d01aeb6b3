import { Check, Radio } from 'lucide-react'
import { useLocation } from 'wouter'
import type { SharedDocument } from '#crdt/document.ts'
import { runningTimer } from '#domain/live-session.ts'
import { can } from '#domain/permissions.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import type { Artefact } from '../../api/use-facts.ts'
import { useSession, useSessions, type SessionHandle } from '../../api/use-session.ts'
import { answeredCall, callOf } from './answered-call.ts'
import { CallBar } from './call-bar.tsx'
import { Clock, TimeLine } from './clock.tsx'
import { focusPlaces, focusTargets } from './focus-target.ts'
import { Reminder } from './reminder.tsx'
import { sessionStrings } from './strings.ts'
import { useAgenda } from './use-agenda.ts'
import { useFollow } from './use-follow.ts'
import { useStepFocus } from './use-step-focus.ts'

type SessionBarProps = {
  readonly document: SharedDocument<typeof workspaceShape>
  readonly artefacts: readonly Artefact[]
}

/** Above every page while a session is live: which step runs, how long it takes, and the call to come along. */
export const SessionBar = ({ document, artefacts }: SessionBarProps) => {
  const { workspaceId } = useWorkplace()
  const live = useSessions(workspaceId)?.find(({ status, activityId }) => status === 'live' && activityId !== null)
  return live ? <RunningBar session={live.id} document={document} artefacts={artefacts} /> : null
}

const RunningBar = ({ session: id, document, artefacts }: SessionBarProps & { readonly session: string }) => {
  const { workspaceId } = useWorkplace()
  const known = useSession(workspaceId, id)
  if (known.state !== 'known') return null
  return <StepBar session={known.value} document={document} artefacts={artefacts} />
}

const StepBar = ({ session, document, artefacts }: SessionBarProps & { readonly session: SessionHandle }) => {
  const strings = useStrings(sessionStrings)
  const { workspaceId, me, directory } = useWorkplace()
  const [path, navigate] = useLocation()
  const { live, mine, send } = session
  const agenda = useAgenda(document, live.id)
  const step = agenda?.steps.find(({ id }) => id === live.activityId)
  const leads = can(me.role, 'lead-session')
  const address = `/w/${workspaceId}/session/${live.id}`
  const targets = step ? focusTargets(step, artefacts, directory) : []
  const here = targets.find(({ artefact }) => path === `/w/${workspaceId}/a/${artefact.id}`)
  const isHere = here !== undefined
  useStepFocus(step && here ? focusPlaces(step, here.artefact) : [])
  const follow = leads || me.role === 'observer' ? 'release' : live.follow
  const call = callOf(live)
  const go = () => navigate(address)
  // Whoever has just joined stands on the home page and has never been called before.
  const isFresh = answeredCall.use() === '' && path === `/w/${workspaceId}`
  const following = useFollow({ follow, call, isHere: isHere || leads, isFresh, go })
  if (!agenda || !step) return null
  const at = agenda.steps.indexOf(step)
  return (
    <div data-region className="bg-land text-ink">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 sm:px-7">
        <Radio size={18} aria-hidden className="shrink-0" />
        <p className="min-w-0 flex-1 leading-tight max-sm:basis-40">
          <span className="text-xs text-ink-2">{strings.stepOf(at + 1, agenda.steps.length)}</span>
          <strong className="block truncate font-strong">{step.title}</strong>
        </p>
        <Clock timer={runningTimer(live)} step={live.activityId} announces className="text-xl font-light" />
        {leads ? (
          <a href={`${address}/lead`} className={buttonClass({ size: 'dense', variant: 'live' })}>
            {strings.session}
          </a>
        ) : (
          <>
            <Button
              size="dense"
              aria-pressed={mine.ready}
              icon={<Check size={18} aria-hidden />}
              onClick={() => void send('takePart', { body: { ready: { activity: step.id, ready: !mine.ready } } })}
            >
              {mine.ready ? strings.isReady : strings.ready}
            </Button>
            <a href={address} className={buttonClass({ size: 'dense', variant: 'quiet' })}>
              {strings.toStep}
            </a>
          </>
        )}
      </div>
      <TimeLine timer={runningTimer(live)} className="h-[6px]" />
      <CallBar following={following} title={step.title} hold={follow === 'hold'} onGo={go} />
      {leads ? null : <Reminder live={live} isReady={mine.ready} />}
    </div>
  )
}
