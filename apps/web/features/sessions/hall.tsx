import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { stepAfter, stepKind, type Agenda, type Step, type StepKind } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import { can } from '#domain/permissions.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import type { Facts } from '../../api/use-facts.ts'
import type { SessionHandle } from '../../api/use-session.ts'
import { BrandMark } from '../../shell/brand.tsx'
import { Clock, TimeLine } from './clock.tsx'
import { JoinPoster, LargeCode } from './hall-code.tsx'
import { HallWork } from './hall-work.tsx'
import { AtTables, StepBody } from './step-body.tsx'
import { sessionStrings } from './strings.ts'

type HallProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof sessionShape>
  readonly workspace: Facts['workspace']
  readonly title: string
}

/** The screen in the hall: a poster that everybody can read from their chair, and that names nobody. */
export const Hall = (props: HallProps) => {
  const { agenda, session, desk, workspace } = props
  const { live } = session
  const isOver = live.status === 'closed'
  const step = isOver ? null : (agenda.steps.find(({ id }) => id === live.activityId) ?? null)
  const [blanked, setBlanked] = useState(false)
  const [codeShown, setCodeShown] = useState(false)
  useHallKeys(
    props,
    step,
    () => setBlanked((was) => !was),
    () => setCodeShown((was) => !was),
  )
  const showsCode = live.screen === 'code' || codeShown || live.status === 'planned'
  // The land is wide where a step shows something on it.
  const showsWork = !showsCode && live.status === 'live' && (live.screen === 'map' || live.screen === 'result')
  const isFull = showsCode || (step !== null && showing.has(stepKind(step)))
  if (blanked || (live.screen === 'blank' && live.status === 'live'))
    return <main className="h-dvh bg-line" aria-label={agenda.session.title} />
  return (
    <main
      className={`grid h-dvh grid-cols-[minmax(0,1fr)] overflow-hidden bg-land text-ink ${showsWork ? 'grid-rows-[auto_auto_minmax(0,1fr)]' : isFull ? 'grid-rows-[minmax(0,5fr)_auto_minmax(0,4fr)]' : 'grid-rows-[minmax(0,1fr)_auto_auto]'}`}
    >
      {showsWork ? <LowSky {...props} step={step} /> : <HighSky {...props} step={step} showsCode={showsCode} />}
      <TimeLine timer={clockOf(live)} className="h-[20px]" />
      <div className="min-h-0 overflow-hidden px-[3.4vw] py-[3vh]">
        {showsCode && workspace.joinCode !== null ? (
          <LargeCode workspace={workspace} code={workspace.joinCode} />
        ) : step ? (
          <HallBody session={session} step={step} desk={desk} />
        ) : null}
      </div>
    </main>
  )
}

type SkyProps = HallProps & { readonly step: Step | null }

const HighSky = ({
  agenda,
  session: { live },
  workspace,
  title,
  step,
  showsCode,
}: SkyProps & { readonly showsCode: boolean }) => {
  const strings = useStrings(sessionStrings)
  return (
    <div className="sky-gradient grid min-h-0 grid-cols-[minmax(0,1fr)_auto] gap-x-[3vw] px-[3.4vw] pt-[3vh]">
      <div className="flex min-h-0 min-w-0 flex-col">
        <p className="flex items-center gap-[1.2vw] text-[max(28px,1.6vw)]">
          <BrandMark size={44} />
          <strong className="font-strong">{title}</strong>
          {step ? <span>{strings.stepOf(agenda.steps.indexOf(step) + 1, agenda.steps.length)}</span> : null}
        </p>
        <h1
          className={`mt-[2.4vh] font-[380] tracking-[-.03em] ${long(step?.prompt) ? 'text-[max(36px,3.2vw)]/[1.12]' : 'text-[max(44px,5vw)]/[1.05]'}`}
        >
          {step?.prompt || step?.title || (live.status === 'closed' ? strings.closed : agenda.session.title)}
        </h1>
        <p className="mt-auto flex items-end gap-[3vw]">
          <Clock
            timer={clockOf(live)}
            step={live.activityId}
            className="text-[max(96px,10.8vw)]/[.92] font-light tracking-[-.045em]"
          />
          {live.present > 0 ? (
            <span className="flex items-center gap-[1vw] pb-[1.6vh] text-[max(34px,1.9vw)] tabular-nums">
              <CircleCheck size={44} aria-hidden className="text-grass" />
              {strings.readyCount(live.ready, live.present)}
            </span>
          ) : null}
        </p>
      </div>
      {workspace.joinCode === null || workspace.joining !== 'open' || showsCode ? null : (
        <JoinPoster workspace={workspace} code={workspace.joinCode} />
      )}
    </div>
  )
}

// Where the work is what people look at, the sky is one line.
const LowSky = ({ agenda, session: { live }, title, step }: SkyProps) => {
  const strings = useStrings(sessionStrings)
  return (
    <div className="sky-gradient flex items-center gap-[3vw] px-[3.4vw] py-[1.5vh]">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-[1.2vw] text-[28px]">
          <BrandMark size={38} />
          <strong className="font-strong">{title}</strong>
          {step ? <span>{strings.stepOf(agenda.steps.indexOf(step) + 1, agenda.steps.length)}</span> : null}
        </p>
        <h1 className="truncate text-[40px]/[1.3] font-[420]">{step?.title ?? agenda.session.title}</h1>
      </div>
      <Clock timer={clockOf(live)} step={live.activityId} className="text-[96px]/[1] font-light tracking-[-.045em]" />
    </div>
  )
}

const clockOf = (live: SessionHandle['live']) => (live.status === 'live' ? runningTimer(live) : null)

const showing: ReadonlySet<StepKind> = new Set(['write', 'ballot', 'decide', 'exit', 'break'])

const long = (prompt: string | undefined): boolean => (prompt?.length ?? 0) > 90

const HallBody = ({ session, step, desk }: Pick<HallProps, 'session' | 'desk'> & { readonly step: Step }) => (
  <div className="grid h-full grid-rows-[minmax(0,auto)] content-start gap-[2vh]">
    {step.expectedOutput && session.live.screen === 'prompt' ? (
      <p className="max-w-[50ch] text-[max(34px,1.9vw)]/[1.3] text-ink-2">{step.expectedOutput}</p>
    ) : null}
    {session.live.screen === 'map' ? (
      <HallWork step={step} />
    ) : (
      <>
        <StepBody session={session} step={step} place="screen" desk={desk} />
        <AtTables session={session} step={step} place="screen" desk={desk} />
      </>
    )}
  </div>
)

// A clicker in the hall is Page Down and Page Up; whoever leads may carry it.
const useHallKeys = (props: HallProps, step: Step | null, onBlank: () => void, onCode: () => void): void => {
  const { me } = useWorkplace()
  const { agenda, session } = props
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return
      const key = event.key.toLowerCase()
      if (key === 'b') return onBlank()
      if (key === 'q') return onCode()
      if (!can(me.role, 'lead-session') || session.live.status !== 'live') return
      const before = step ? agenda.steps[agenda.steps.indexOf(step) - 1] : undefined
      const to =
        event.key === 'PageDown'
          ? stepAfter(agenda.steps, step?.id ?? null)
          : event.key === 'PageUp'
            ? before
            : undefined
      if (!to) return
      event.preventDefault()
      void session.send('moveToStep', { body: { activity: to.id } })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
}
