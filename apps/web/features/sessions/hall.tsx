import { CircleCheck } from 'lucide-react'
import type { Agenda } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import type { Desk } from '#react/workplace.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { BrandMark } from '../../shell/brand.tsx'
import { Clock, TimeLine } from './clock.tsx'
import { StepBody } from './step-body.tsx'
import { sessionStrings } from './strings.ts'

type HallProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof sessionShape>
  readonly workspaceTitle: string
}

/** The screen in the hall: a poster that everybody can read from their chair, and that names nobody. */
export const Hall = ({ agenda, session, desk, workspaceTitle }: HallProps) => {
  const strings = useStrings(sessionStrings)
  const { live } = session
  const step = agenda.steps.find(({ id }) => id === live.activityId) ?? null
  const timer = live.status === 'live' ? runningTimer(live) : null
  return (
    <main className="grid h-dvh grid-rows-[6fr_auto_5fr] bg-land text-ink">
      <div className="sky-gradient flex flex-col px-[4vw] pt-[3vh]">
        <p className="flex items-center gap-5 text-[28px]">
          <BrandMark size={44} />
          <strong className="font-strong">{workspaceTitle}</strong>
          {step ? <span>{strings.stepOf(agenda.steps.indexOf(step) + 1, agenda.steps.length)}</span> : null}
        </p>
        <h1 className="mt-[3vh] max-w-[22ch] text-[clamp(2.75rem,5vw,6rem)]/[1.05] font-[380] tracking-[-.03em]">
          {step?.prompt || step?.title || agenda.session.title}
        </h1>
        <p className="mt-auto flex items-end gap-12">
          <Clock timer={timer} step={live.activityId} className="text-[clamp(5rem,11vw,13rem)]/[.95] font-light" />
          {live.present > 0 ? (
            <span className="flex items-center gap-4 pb-[2vh] text-[34px] tabular-nums">
              <CircleCheck size={44} aria-hidden className="text-grass" />
              {strings.readyCount(live.ready, live.present)}
            </span>
          ) : null}
        </p>
      </div>
      <TimeLine timer={timer} className="h-[20px]" />
      <div className="overflow-hidden px-[4vw] py-[3vh]">
        {step ? <StepBody session={session} step={step} place="screen" desk={desk} /> : null}
      </div>
    </main>
  )
}
