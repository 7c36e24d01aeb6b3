import { Check, MessageCircle } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Agenda, Step } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Marker, Ring } from '#ui/marker.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Facts } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { answeredCall, callOf } from './answered-call.ts'
import { Clock, TimeLine } from './clock.tsx'
import { HandButton } from './hand.tsx'
import { Reminder } from './reminder.tsx'
import { Round, RoundFoot } from './round.tsx'
import { AnonymityLine, AtTables, StepBody } from './step-body.tsx'
import { sessionStrings } from './strings.ts'
import { ClosedSession, WaitingSession } from './waiting.tsx'

export type PhoneProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof sessionShape>
  /** The step that runs. */
  readonly step: Step | null
  readonly promise: string
  readonly question: string
  /** What was made of late, newest first. */
  readonly contributions: Facts['contributions']
  readonly saved: ReactNode
  readonly menu: ReactNode
  /** What stands between the sky and the step: a call to come along, a word of the facilitator. */
  readonly notice?: ReactNode
}

/** A session as a participant has it in the hand: one thing at a time. */
export const Phone = (props: PhoneProps) => {
  const { session, agenda, promise } = props
  const { status } = session.live
  const isRound = agenda.session.mode === 'async'
  const [chosen, setChosen] = useState<string | null>(null)
  // In a round over days a person chooses the step, else it is the one that runs.
  const step = isRound ? (agenda.steps.find(({ id }) => id === chosen) ?? null) : props.step
  useArriving(session)
  const call = callOf(session.live)
  useEffect(() => answeredCall.set(call), [call])
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] bg-land text-ink">
      <Sky {...props} step={step} />
      {status === 'live' && isRound && !step ? (
        <Round agenda={agenda} promise={promise} contributions={props.contributions} onChoose={setChosen} />
      ) : status === 'live' && step ? (
        <RunningStep {...props} step={step} />
      ) : status === 'closed' ? (
        <ClosedSession agenda={agenda} />
      ) : (
        <WaitingSession {...props} present={session.live.present} />
      )}
      {status === 'live' && step && isRound ? <RoundFoot onBack={() => setChosen(null)} /> : null}
      {status === 'live' && step && !isRound ? <Foot session={session} step={step} /> : null}
    </div>
  )
}

const Sky = ({ agenda, session, step, saved, menu }: PhoneProps) => {
  const strings = useStrings(sessionStrings)
  const { me, perspectives } = useWorkplace()
  const group = perspectives.find(({ id }) => id === me.perspective)
  const at = step ? agenda.steps.findIndex(({ id }) => id === step.id) : -1
  const timer = session.live.status === 'live' && step ? runningTimer({ ...session.live, activityId: step.id }) : null
  return (
    <header className="bg-land">
      <div className="sky-gradient px-4 pt-2 pb-1.5 sm:px-7">
        <div className="flex min-h-11 items-center gap-2.5">
          {group ? <Marker slot={group.marker} size={20} name={group.title} /> : <Ring size={20} />}
          <strong className="min-w-0 truncate font-strong">{me.name}</strong>
          <span className="ml-auto flex shrink-0 items-center gap-1">
            {saved}
            {menu}
          </span>
        </div>
        <p className="flex min-h-11 items-end justify-between gap-3">
          <span className="pb-1 text-sm font-label text-ink-2">
            {at >= 0 ? strings.stepOf(at + 1, agenda.steps.length) : agenda.session.title}
          </span>
          <Clock timer={timer} step={step?.id ?? null} announces className="text-3xl font-light" />
        </p>
      </div>
      <TimeLine timer={timer} className="h-[10px]" />
    </header>
  )
}

const RunningStep = ({ session, step, desk, notice }: PhoneProps & { readonly step: Step }) => {
  const strings = useStrings(sessionStrings)
  const { me } = useWorkplace()
  const title = useFocusOnChange(step.id)
  return (
    <main id="content" className="overflow-y-auto overscroll-contain">
      {notice}
      <Reminder live={session.live} isReady={session.mine.ready} />
      <div className="mx-auto grid max-w-[44rem] content-start gap-4 px-4 pt-4 pb-8 sm:px-7">
        <div className="grid gap-2">
          <h1 ref={title} tabIndex={-1} className="text-sm font-label text-ink-2 outline-none">
            {step.title}
          </h1>
          <p className="text-[1.4375rem]/[1.25] font-[420] tracking-[-.015em] whitespace-pre-line">{step.prompt}</p>
          {step.expectedOutput ? (
            <p className="text-sm text-ink-2">
              <span className="font-label">{strings.goal}: </span>
              {step.expectedOutput}
            </p>
          ) : null}
        </div>
        <TableLine session={session} step={step} />
        {session.live.floor === me.id ? (
          <Notice tone="look" role="alert" title={strings.floor} />
        ) : session.mine.hand ? (
          <p className="flex items-center gap-2 text-sm text-ink-2">
            <MessageCircle size={18} aria-hidden />
            {session.mine.hand === 'speak' ? strings.speakAsked : strings.helpAsked}
          </p>
        ) : null}
        <AtTables session={session} step={step} place="phone" desk={desk} />
        <StepBody session={session} step={step} place="phone" desk={desk} />
        <AnonymityLine step={step} hidden={session.live.namesHidden} />
      </div>
    </main>
  )
}

// Where people sit, in steps that are done in groups.
const TableLine = ({ session, step }: { readonly session: SessionHandle; readonly step: Step }) => {
  const strings = useStrings(sessionStrings)
  const { me, people } = useWorkplace()
  const table = session.live.tables.find(({ memberIds }) => memberIds.includes(me.id))
  if (!table || step.workForm !== 'group') return null
  const names = people.flatMap(({ id, name }) =>
    id !== me.id && table.memberIds.includes(id) && name !== null ? name : [],
  )
  return (
    <p className="border-l-[3px] border-water pl-3 text-sm">
      <strong className="font-strong">{strings.yourTable(table.title)}</strong>
      {names.length > 0 ? <span className="block text-ink-2">{strings.withPeople(names.join(', '))}</span> : null}
    </p>
  )
}

const Foot = ({ session, step }: { readonly session: SessionHandle; readonly step: Step }) => {
  const strings = useStrings(sessionStrings)
  const { ready, present } = session.live
  const isReady = session.mine.ready
  return (
    <footer className="border-t-[3px] border-ditch bg-land pb-[env(safe-area-inset-bottom)] [@media(max-height:30rem)]:static">
      <div className="mx-auto grid max-w-[44rem] gap-1.5 px-4 pt-2 pb-3 sm:px-7">
        <p className="text-center text-sm text-ink-2 tabular-nums" role="status">
          {isReady ? `${strings.isReady}. ` : ''}
          {present > 0 ? strings.readyCount(ready, present) : ''}
        </p>
        <div className="flex gap-2">
          <Button
            variant={isReady ? 'default' : 'main'}
            size="large"
            className="min-w-0 flex-1"
            icon={isReady ? undefined : <Check size={22} aria-hidden />}
            onClick={() => void session.send('takePart', { body: { ready: { activity: step.id, ready: !isReady } } })}
          >
            {isReady ? strings.notReady : strings.ready}
          </Button>
          <HandButton session={session} />
        </div>
      </div>
    </footer>
  )
}

// Being on this page is being here; said once for as long as the session runs.
const useArriving = (session: SessionHandle): void => {
  const { me } = useWorkplace()
  const isMissing = session.live.status === 'live' && me.role === 'contributor' && !session.mine.present
  const { send } = session
  useEffect(() => {
    if (isMissing) void send('takePart', { body: { present: true } })
  }, [isMissing, send])
}

/** At a new step the focus goes to its title, unless somebody is writing. */
const useFocusOnChange = (step: string) => {
  const title = useRef<HTMLHeadingElement>(null)
  const last = useRef(step)
  useEffect(() => {
    if (last.current === step) return
    last.current = step
    if (!document.activeElement?.matches('input, textarea, [contenteditable="true"]')) title.current?.focus()
  }, [step])
  return title
}
