import { ArrowLeft, Download, Lightbulb, Plus } from 'lucide-react'
import { useRef } from 'react'
import { hintsOf, type AgendaHint } from '#domain/agenda-hints.ts'
import { hoursOf, minutesOf, type Agenda } from '#domain/agenda.ts'
import { scriptFrom } from '#domain/scripts.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { Horizon } from '../../shell/plain-page.tsx'
import { AgendaSaid } from './agenda-said.tsx'
import { saveScript } from './script-file.ts'
import { ScriptFacts } from './script-facts.tsx'
import { ScriptStep } from './script-step.tsx'
import { scriptStrings } from './script-strings.ts'
import { useAgendaActs } from './use-agenda-acts.ts'

type ScriptProps = {
  readonly agenda: Agenda
  readonly session: SessionHandle
  readonly desk: Desk<typeof workspaceShape>
  readonly sharedPromise: string
}

/** The script of a session: its steps in their order, with what each asks, and when each begins. */
export const ScriptEditor = ({ agenda, session, desk, sharedPromise }: ScriptProps) => {
  const strings = useStrings(scriptStrings)
  const { workspaceId } = useWorkplace()
  const list = useRef<HTMLOListElement>(null)
  const { steps } = agenda
  const hours = hoursOf(steps, agenda.session.startTime)
  const titleOf = (id: string) => steps.find((step) => step.id === id)?.title || strings.newStep
  const acts = useAgendaActs({ agenda, desk, list })
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_1fr] bg-ditch text-ink">
      <header className="sky-gradient flex min-h-16 flex-wrap items-center gap-3 px-4 sm:px-7">
        <a
          href={`/w/${workspaceId}/session/${session.live.id}/lead`}
          className={buttonClass({ size: 'dense', variant: 'quiet' })}
        >
          <ArrowLeft size={18} aria-hidden />
          {strings.back}
        </a>
        <Button
          size="dense"
          className="ml-auto"
          icon={<Download size={18} aria-hidden />}
          onClick={() => saveScript(scriptFrom(agenda))}
        >
          {strings.download}
        </Button>
      </header>
      <Horizon />
      <main id="content" className="parcels max-lg:content-start lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="parcels grid-rows-[auto_1fr]">
          <div className="parcel px-4 py-4 sm:px-7">
            <h1 className="text-2xl font-[420]">{agenda.session.title || strings.title}</h1>
            <p className="text-ink-2 tabular-nums" role="status">
              {strings.total(minutesOf(steps), hours.at(-1) ?? '')}
            </p>
            {desk.canWrite ? null : <Notice tone="plain">{strings.readOnly}</Notice>}
          </div>
          <section aria-label={strings.steps} className="bg-land">
            <p id="script-keys" className="sr-only">
              {strings.keys}
            </p>
            <ol ref={list} className="parcels">
              {agenda.stages.flatMap(({ stage, steps: own }) =>
                own.map((step, at) => {
                  const index = steps.indexOf(step)
                  return (
                    <ScriptStep
                      key={step.id}
                      step={step}
                      at={index}
                      hour={hours[index]}
                      heading={at === 0 && agenda.stages.length > 1 ? stage : null}
                      isRunning={session.live.status === 'live' && session.live.activityId === step.id}
                      inOwnTime={agenda.session.mode === 'async'}
                      desk={desk}
                      count={steps.length}
                      onMove={(to) => acts.move(step.id, to)}
                      onAdd={() => acts.add(step.id)}
                      onRemove={() => acts.remove(step.id)}
                      onBegin={at > 0 ? () => acts.begin(step.id) : undefined}
                      onJoin={index > 0 ? () => acts.join(stage.id) : undefined}
                    />
                  )
                }),
              )}
            </ol>
            {desk.canWrite ? (
              <div className="border-t-[3px] border-ditch px-4 py-3 sm:px-7">
                <Button icon={<Plus size={18} aria-hidden />} onClick={() => acts.add(steps.at(-1)?.id ?? null)}>
                  {strings.addStep}
                </Button>
              </div>
            ) : null}
          </section>
        </div>
        <div className="parcels content-start bg-land">
          <ScriptFacts agenda={agenda} desk={desk} sharedPromise={sharedPromise} />
          <Hints hints={hintsOf(steps)} titleOf={titleOf} />
        </div>
      </main>
      <AgendaSaid {...acts} />
    </div>
  )
}

type HintsProps = { readonly hints: readonly AgendaHint[]; readonly titleOf: (id: string) => string }

const Hints = ({ hints, titleOf }: HintsProps) => {
  const strings = useStrings(scriptStrings)
  if (hints.length === 0) return null
  const words = (hint: AgendaHint): string => {
    if (hint.kind === 'break') return strings.hintBreak(hint.minutes)
    if (hint.kind === 'no-result') return strings.hintNoResult(hint.steps.map(titleOf).join(', '))
    return strings.hint[hint.kind]
  }
  return (
    <section aria-labelledby="hints" className="parcel grid gap-2 bg-light-tint px-4 py-4 sm:px-6">
      <h2 id="hints" className="flex items-center gap-2 font-strong">
        <Lightbulb size={20} aria-hidden />
        {strings.hints}
      </h2>
      <ul className="grid gap-2 text-sm">
        {hints.map((hint) => (
          <li key={hint.kind}>{words(hint)}</li>
        ))}
      </ul>
    </section>
  )
}
