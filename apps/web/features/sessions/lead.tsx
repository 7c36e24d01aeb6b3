import { useEffect, useRef, useState } from 'react'
import { stepAfter, type Step } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import { secondsLeft } from '#domain/timer.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Notice } from '#ui/notice.tsx'
import { AgendaSaid } from './agenda-said.tsx'
import { DayLine } from './day-line.tsx'
import { focusTargets } from './focus-target.ts'
import { LeadAgenda } from './lead-agenda.tsx'
import { LeadHall } from './lead-hall.tsx'
import { LeadHands } from './lead-hands.tsx'
import { LeadJump } from './lead-jump.tsx'
import { LeadHead } from './lead-head.tsx'
import { LeadNow } from './lead-now.tsx'
import type { LeadProps } from './lead-props.ts'
import { LeadParking } from './lead-parking.tsx'
import { LeadPrompt } from './lead-prompt.tsx'
import { LeadReady } from './lead-ready.tsx'
import { leadStrings } from './lead-strings.ts'
import { LeadSwitches } from './lead-switches.tsx'
import { useLeadProblem } from './start-dialog.tsx'
import { AtTables, StepBody } from './step-body.tsx'
import { lookingAlong, stuckIn } from './stuck.ts'
import { TablesPanel } from './tables-panel.tsx'
import { useAgendaActs } from './use-agenda-acts.ts'
import { useLock } from './use-lock.ts'
import { useLeadKeys } from './use-lead-keys.ts'
import { useSecond } from './use-timer.ts'

/** Where a session is led from: the script, the step that runs, and what the room needs. */
export const Lead = (props: LeadProps) => {
  const { agenda, session, desk, facts } = props
  const strings = useStrings(leadStrings)
  const { workspaceId, directory } = useWorkplace()
  const { live, send } = session
  const [refusal, setRefusal] = useState<string>()
  const [said, setSaid] = useState('')
  const [managing, setManaging] = useState<string | null>(null)
  const managed = facts.people.find(({ id }) => id === managing)
  const problem = useLeadProblem()
  const step = agenda.steps.find(({ id }) => id === live.activityId) ?? null
  const isLive = live.status === 'live'
  const focused = step ? focusTargets(step, facts.artefacts, directory).map(({ artefact }) => artefact) : []
  const targets = [...new Set(focused)]
  const lock = useLock(targets, facts.artefacts)
  const places = [live.id, ...targets.map(({ id }) => id)]
  const presentIds = session.leading?.presentIds ?? []
  const looking = lookingAlong(
    live,
    presentIds,
    places.flatMap((place) => props.people.presentIn(place)),
  )
  const move = async ({ id }: Step) => {
    const answer = await send('moveToStep', { body: { activity: id } })
    setRefusal(answer.ok ? undefined : problem(answer))
  }
  const list = useRef<HTMLOListElement>(null)
  const acts = useAgendaActs({ agenda, desk: props.script, list })
  const next = stepAfter(agenda.steps, live.activityId)
  useLeadKeys({ session, next, lock, onMove: (to) => void move(to), enabled: isLive })
  useSaid(said, () => setSaid(''))
  const address = `/w/${workspaceId}/session/${live.id}`
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_auto_minmax(0,1fr)] bg-ditch text-ink xl:h-dvh">
      <LeadHead {...props} address={address} onRefused={setRefusal} />
      <DayLine agenda={agenda} live={live} />
      <div>
        <div role="alert">{refusal ? <Notice tone="bad">{refusal}</Notice> : null}</div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
      <main
        id="content"
        className="grid min-h-0 gap-ditch border-t-[3px] border-ditch bg-ditch max-lg:[@media(min-height:30.01rem)]:[--foot:calc(3.2rem+env(safe-area-inset-bottom))] max-lg:[&_*]:scroll-my-16 lg:grid-cols-[18.25rem_minmax(0,1fr)] xl:grid-cols-[18.25rem_minmax(0,1fr)_22.25rem]"
      >
        <div className="order-3 min-h-0 xl:overflow-y-auto bg-land lg:order-1">
          <LeadAgenda
            agenda={agenda}
            session={session}
            onMove={(to) => void move(to)}
            address={address}
            acts={acts}
            list={list}
            canWrite={props.script.canWrite}
          />
        </div>
        <div id="step" className="order-1 min-h-0 xl:overflow-y-auto bg-land lg:order-2">
          <div className="parcels @container grid-cols-[minmax(0,1fr)] content-start border-b-[3px] border-ditch">
            <LeadNow agenda={agenda} session={session} step={step} onMove={(to) => void move(to)} />
            {step && isLive ? <LeadPrompt session={session} step={step} address={address} desk={desk} /> : null}
            {isLive ? <LeadSwitches session={session} lock={lock} looking={looking} onSaid={setSaid} /> : null}
            {step && isLive ? (
              <div className="parcel px-4 py-4 empty:hidden sm:px-7">
                <StepBody session={session} step={step} place="lead" desk={desk} />
              </div>
            ) : null}
            {step && isLive ? (
              <div className="parcel px-4 py-4 empty:hidden sm:px-7">
                <AtTables session={session} step={step} place="lead" desk={desk} />
              </div>
            ) : null}
            {isLive ? <Ready {...props} places={places} onSaid={setSaid} /> : null}
            <TablesPanel session={session} people={facts.people} onManage={setManaging} />
          </div>
        </div>
        <aside
          aria-label={strings.questions}
          className="order-2 min-h-0 xl:overflow-y-auto bg-land lg:order-3 lg:max-xl:col-span-2"
        >
          <div className="parcels grid-cols-[minmax(0,1fr)] border-b-[3px] border-ditch">
            <LeadHands session={session} people={facts.people} />
            <LeadHall session={session} step={step} address={address} />
            <LeadParking session={live.id} />
          </div>
        </aside>
      </main>
      <AgendaSaid {...acts} />
      <LeadJump hands={live.hands} />
      {managed ? props.managePerson(managed, () => setManaging(null)) : null}
    </div>
  )
}

type RoomProps = LeadProps & { readonly places: readonly string[]; readonly onSaid: (words: string) => void }

const Ready = ({ session, facts, people, places, onSaid }: RoomProps) => {
  const timer = runningTimer(session.live)
  const now = useSecond(timer?.status === 'running')
  const whole = timer ? timer.durationSec + timer.extraSec : 0
  const isLate = timer !== null && whole > 0 && secondsLeft(timer, now) < Math.max(60, whole / 5)
  const { presentIds = [], readyIds = [] } = session.leading ?? {}
  const stuck = stuckIn(facts.people, { presentIds, readyIds, places, isLate }, people)
  return <LeadReady session={session} people={facts.people} stuck={stuck} onSaid={onSaid} />
}

// The same words can be said twice when they were taken back in between.
const useSaid = (said: string, forget: () => void): void => {
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(forget, 4000)
    return () => clearTimeout(timer)
  })
}
