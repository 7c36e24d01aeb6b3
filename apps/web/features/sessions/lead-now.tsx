import { ArrowRight, Minus, Pause, Play, Plus } from 'lucide-react'
import { stepAfter, type Agenda, type Step } from '#domain/agenda.ts'
import { runningTimer } from '#domain/live-session.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { Clock } from './clock.tsx'
import { LeadPace } from './lead-pace.tsx'
import { leadStrings } from './lead-strings.ts'

type LeadNowProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly step: Step | null
  /** Goes to a step; asks first when people are still voting. */
  readonly onMove: (step: Step) => void
}

/** The step that runs: its clock, and the way to the next one; before and after the session, which of the two it is. */
export const LeadNow = (props: LeadNowProps) =>
  props.session.live.status === 'live' ? <Running {...props} /> : <Still status={props.session.live.status} />

const Still = ({ status }: { status: 'planned' | 'closed' }) => {
  const strings = useStrings(leadStrings)
  const { workspaceId } = useWorkplace()
  return (
    <section aria-labelledby="now" className="parcel flex flex-wrap items-center gap-x-6 gap-y-3 px-4 py-4 sm:px-7">
      <h1 id="now" className="text-xl/[1.3] font-strong">
        {status === 'closed' ? strings.isClosed : strings.notBegun}
      </h1>
      {status === 'closed' ? (
        <a href={`/w/${workspaceId}/outcomes`} className={`${buttonClass({ size: 'dense' })} ml-auto`}>
          {strings.toOutcomes}
        </a>
      ) : null}
    </section>
  )
}

const Running = ({ agenda, session, step, onMove }: LeadNowProps) => {
  const strings = useStrings(leadStrings)
  const { live, send } = session
  const timer = runningTimer(live)
  const next = stepAfter(agenda.steps, live.activityId)
  const turn = (act: 'start' | 'pause') => void send('steerTimer', { body: { act } })
  const add = (minutes: number) => void send('steerTimer', { body: { act: 'add', seconds: minutes * 60 } })
  return (
    <section
      aria-labelledby="now"
      className="parcel grid items-center gap-x-6 gap-y-3 px-4 py-4 sm:px-7 @2xl:grid-cols-[minmax(15rem,1fr)_minmax(0,28rem)]"
    >
      <div className="min-w-0">
        <h1 id="now" className="font-strong">
          {step ? strings.now(step.title) : strings.notBegun}
        </h1>
        <Clock
          timer={timer}
          step={live.activityId}
          announces
          className="block text-[clamp(3.5rem,11cqi,6.5rem)]/[1] font-light whitespace-nowrap tracking-[-.045em]"
        />
        <LeadPace agenda={agenda} live={live} />
      </div>
      <div className="grid min-w-0 gap-2.5">
        <div className="grid grid-cols-3 gap-2 sm:grid-cols-[1fr_auto_1fr_1fr]">
          <Button
            size="dense"
            aria-label={strings.less}
            className="whitespace-nowrap"
            icon={<Minus size={16} aria-hidden />}
            onClick={() => add(-1)}
          >
            {strings.minus}
          </Button>
          {timer?.status === 'running' ? (
            <Button
              size="dense"
              className="whitespace-nowrap max-sm:order-first max-sm:col-span-3"
              icon={<Pause size={16} aria-hidden />}
              onClick={() => turn('pause')}
            >
              {strings.wait}
            </Button>
          ) : (
            <Button
              size="dense"
              className="whitespace-nowrap max-sm:order-first max-sm:col-span-3"
              icon={<Play size={16} aria-hidden />}
              onClick={() => turn('start')}
            >
              {timer?.status === 'idle' ? strings.startTime : strings.goOn}
            </Button>
          )}
          <Button
            size="dense"
            aria-label={strings.more(1)}
            className="whitespace-nowrap"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => add(1)}
          >
            {strings.plusOne}
          </Button>
          <Button
            size="dense"
            aria-label={strings.more(5)}
            className="whitespace-nowrap"
            icon={<Plus size={16} aria-hidden />}
            onClick={() => add(5)}
          >
            {strings.plusFive}
          </Button>
        </div>
        {next ? (
          <Button variant="main" size="large" onClick={() => onMove(next)}>
            {strings.next(next.title)}
            <ArrowRight size={20} aria-hidden />
          </Button>
        ) : (
          <p className="py-3 text-center text-ink-2">{strings.lastStep}</p>
        )}
      </div>
    </section>
  )
}
