import { Check, Circle, CircleDashed, Pencil, Play, RefreshCw } from 'lucide-react'
import type { RefObject } from 'react'
import { hoursOf, type Agenda, type Step } from '#domain/agenda.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { AddStep } from './add-step.tsx'
import { leadStrings } from './lead-strings.ts'
import { scriptStrings } from './script-strings.ts'
import { StepHandle } from './step-handle.tsx'
import type { AgendaActs } from './use-agenda-acts.ts'

type LeadAgendaProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly onMove: (step: Step) => void
  readonly address: string
  readonly acts: AgendaActs
  readonly list: RefObject<HTMLOListElement | null>
  readonly canWrite: boolean
}

/** All steps in their order, with the one that runs; each can be run, also once more and out of turn. */
export const LeadAgenda = ({ agenda, session, onMove, address, acts, list, canWrite }: LeadAgendaProps) => {
  const strings = useStrings(leadStrings)
  const words = useStrings(scriptStrings)
  const { live } = session
  const running = live.status === 'live' ? agenda.steps.find(({ id }) => id === live.activityId) : undefined
  const hours = hoursOf(agenda.steps, agenda.session.startTime)
  const notes = session.leading?.notes ?? {}
  return (
    <section aria-labelledby="script" className="parcel flex min-w-0 flex-col">
      <div className="flex items-center justify-between gap-3 px-4 py-2.5 sm:px-5">
        <h2 id="script" className="text-lg/[1.25] font-strong">
          {strings.script}
        </h2>
        <span className="ml-auto">
          {canWrite ? (
            <AddStep
              behind={(running ?? agenda.steps.at(-1))?.title}
              onAdd={(title, minutes) => acts.addNamed(running?.id ?? null, title, minutes)}
            />
          ) : null}
        </span>
        <a
          href={`${address}/script`}
          title={strings.changeScript}
          className={buttonClass({ size: 'icon-dense', variant: 'quiet' })}
        >
          <Pencil size={18} aria-hidden />
          <span className="sr-only">{strings.changeScript}</span>
        </a>
      </div>
      <p id="agenda-keys" className="sr-only">
        {words.keys}
      </p>
      <ol ref={list} className="border-b border-ditch">
        {agenda.steps.map((step, at) => {
          const isNow = live.status === 'live' && live.activityId === step.id
          const wasRun = live.visited.includes(step.id)
          return (
            <li
              key={step.id}
              id={`step-${step.id}`}
              aria-current={isNow ? 'step' : undefined}
              className={`grid grid-cols-[1.25rem_minmax(0,1fr)_auto_auto] gap-x-2 border-t data-over:shadow-[inset_0_4px_0_var(--water)] border-ditch py-2.5 pr-3 pl-4 leading-tight sm:pl-5 ${isNow ? 'bg-light text-on-light' : ''}`}
            >
              <span aria-hidden className="pt-0.5">
                {isNow ? (
                  <Circle size={18} fill="currentColor" />
                ) : wasRun ? (
                  <Check size={20} className="text-grass" />
                ) : (
                  <CircleDashed size={18} className="text-ink-3" />
                )}
              </span>
              <div className="min-w-0">
                <p className={isNow ? 'font-strong' : wasRun ? 'text-ink-2' : 'font-label'}>
                  {at + 1}. {step.title}
                  {wasRun && !isNow ? <span className="sr-only">, {strings.done}</span> : null}
                </p>
                <p className={`text-xs ${isNow ? '' : 'text-ink-3'}`}>
                  {[hours[at], step.minutes === null ? null : strings.minutes(step.minutes)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {isNow && notes[step.id] ? (
                  <p className="mt-2 border-t border-on-light/30 pt-2 text-sm whitespace-pre-line">{notes[step.id]}</p>
                ) : null}
              </div>
              {isNow || live.status !== 'live' ? (
                <span />
              ) : (
                <Button
                  size="icon-dense"
                  variant="quiet"
                  aria-label={wasRun ? strings.againStep(step.title) : strings.runStep(step.title)}
                  title={wasRun ? strings.again : strings.run}
                  onClick={() => onMove(step)}
                >
                  {wasRun ? <RefreshCw size={18} aria-hidden /> : <Play size={18} aria-hidden />}
                </Button>
              )}
              <StepHandle
                id={step.id}
                title={step.title || words.newStep}
                at={at}
                disabled={!canWrite}
                describedBy="agenda-keys"
                onMove={(to) => acts.move(step.id, to)}
              />
            </li>
          )
        })}
      </ol>
    </section>
  )
}
