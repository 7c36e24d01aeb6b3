import { Radio } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Agenda, Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import type { Desk } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { BrandMark } from '../../shell/brand.tsx'
import { LeadAgenda } from './lead-agenda.tsx'
import { LeadNow } from './lead-now.tsx'
import { leadStrings } from './lead-strings.ts'
import { PromiseDialog, useLeadProblem } from './start-dialog.tsx'
import { AnonymityLine, StepBody } from './step-body.tsx'

type LeadProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof sessionShape>
  readonly promise: string
  readonly workspaceTitle: string
  readonly place: string
  readonly home: string
  readonly saved: ReactNode
  readonly menu: ReactNode
}

/** Where a session is led from: the script, the step that runs, and what the room needs. */
export const Lead = (props: LeadProps) => {
  const { agenda, session, desk } = props
  const { live, send } = session
  const [refusal, setRefusal] = useState<string>()
  const problem = useLeadProblem()
  const step = agenda.steps.find(({ id }) => id === live.activityId) ?? null
  const move = async ({ id }: Step) => {
    const answer = await send('moveToStep', { body: { activity: id } })
    setRefusal(answer.ok ? undefined : problem(answer))
  }
  return (
    <div className="grid min-h-dvh grid-rows-[auto_auto_1fr] bg-ditch text-ink lg:h-dvh">
      <LeadHead {...props} onRefused={setRefusal} />
      <div role="alert">{refusal ? <Notice tone="bad">{refusal}</Notice> : null}</div>
      <main id="content" className="parcels min-h-0 border-t-[3px] border-ditch lg:grid-cols-[18.25rem_minmax(0,1fr)]">
        <div className="order-2 min-h-0 overflow-y-auto bg-land lg:order-1">
          <LeadAgenda agenda={agenda} session={session} onMove={(next) => void move(next)} />
        </div>
        <div className="parcels order-1 min-h-0 content-start overflow-y-auto bg-land lg:order-2">
          <LeadNow agenda={agenda} session={session} step={step} onMove={(next) => void move(next)} />
          {step ? <LeadPrompt step={step} hidden={live.namesHidden} /> : null}
          {step ? (
            <div className="parcel px-4 py-4 sm:px-7">
              <StepBody session={session} step={step} place="lead" desk={desk} />
            </div>
          ) : null}
        </div>
      </main>
    </div>
  )
}

const LeadPrompt = ({ step, hidden }: { readonly step: Step; readonly hidden: boolean }) => {
  const strings = useStrings(leadStrings)
  return (
    <section aria-labelledby="prompt" className="parcel grid gap-2 px-4 py-3.5 sm:px-7">
      <h2 id="prompt" className="text-sm font-label text-ink-2">
        {strings.onScreens}
      </h2>
      <p className="text-[1.625rem]/[1.22] font-[420] tracking-[-.018em] whitespace-pre-line">{step.prompt}</p>
      {step.expectedOutput ? (
        <p className="text-sm">
          <strong className="font-strong">{strings.goal}: </strong>
          {step.expectedOutput}
        </p>
      ) : null}
      <AnonymityLine step={step} hidden={hidden} />
    </section>
  )
}

type HeadProps = LeadProps & { readonly onRefused: (words: string | undefined) => void }

const LeadHead = ({ agenda, session, promise, workspaceTitle, place, home, saved, menu, onRefused }: HeadProps) => {
  const strings = useStrings(leadStrings)
  const problem = useLeadProblem()
  const [asking, setAsking] = useState<'promise' | 'close' | null>(null)
  const { live, send } = session
  const start = async () => {
    if (promise.trim() === '' && agenda.session.influencePromise.trim() === '') return setAsking('promise')
    const answer = await send('startSession', { body: {} })
    return onRefused(answer.ok ? undefined : problem(answer))
  }
  const close = async () => {
    setAsking(null)
    const answer = await send('closeSession', {})
    onRefused(answer.ok ? undefined : problem(answer))
  }
  return (
    <header className="sky-gradient flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
      <a href={home} className="focus-ring flex min-w-0 flex-1 items-center gap-3 rounded-chip">
        <BrandMark size={38} />
        <span className="min-w-0 leading-tight">
          <strong className="block truncate text-lg/[1.2] font-strong">{agenda.session.title}</strong>
          <span className="block truncate text-sm text-ink-2">
            {[workspaceTitle, place].filter(Boolean).join(' · ')}
          </span>
        </span>
      </a>
      {live.status === 'live' ? (
        <Chip tone="live" icon={Radio}>
          {strings.live(live.present)}
        </Chip>
      ) : (
        <Chip>{live.status === 'planned' ? strings.planned : strings.closedChip}</Chip>
      )}
      {live.status === 'live' ? (
        <Button variant="quiet" size="dense" onClick={() => setAsking('close')}>
          {strings.close}
        </Button>
      ) : (
        <Button variant="main" size="dense" onClick={() => void start()}>
          {live.status === 'planned' ? strings.start : strings.startAgain}
        </Button>
      )}
      {saved}
      {menu}
      {asking === 'promise' ? <PromiseDialog session={session} onClose={() => setAsking(null)} /> : null}
      {asking === 'close' ? (
        <Dialog
          title={strings.closeTitle}
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button variant="main" onClick={() => setAsking(null)}>
                {strings.keepOn}
              </Button>
              <Button variant="stop" onClick={() => void close()}>
                {strings.close}
              </Button>
            </>
          }
        >
          <p>{strings.closeWords}</p>
        </Dialog>
      ) : null}
    </header>
  )
}
