import { Pencil } from 'lucide-react'
import { stepKind, type Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import { useStrings } from '#react/use-strings.tsx'
import type { Desk } from '#react/workplace.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { ArtefactPart } from './artefact-part.tsx'
import { LeadNote } from './lead-note.tsx'
import { leadStrings } from './lead-strings.ts'
import { AnonymityLine } from './step-body.tsx'

type PromptProps = {
  readonly session: SessionHandle
  readonly step: Step
  readonly address: string
  readonly desk: Desk<typeof sessionShape>
}

/** What everybody reads now, where it leads, and a note that only those who lead can see. */
export const LeadPrompt = ({ session, step, address, desk }: PromptProps) => {
  const strings = useStrings(leadStrings)
  return (
    <section aria-labelledby="prompt" className="parcel grid gap-2 px-4 py-3.5 sm:px-7">
      <div className="flex items-center justify-between gap-3">
        <h2 id="prompt" className="text-sm font-label text-ink-2">
          {strings.onScreens}
        </h2>
        <a href={`${address}/script#step-${step.id}`} className={buttonClass({ size: 'dense', variant: 'quiet' })}>
          <Pencil size={16} aria-hidden />
          {strings.changeScript}
        </a>
      </div>
      <p className="text-[1.625rem]/[1.22] font-[420] tracking-[-.018em] whitespace-pre-line">{step.prompt}</p>
      {step.expectedOutput ? (
        <p className="text-sm">
          <strong className="font-strong">{strings.goal}: </strong>
          {step.expectedOutput}
        </p>
      ) : null}
      <AnonymityLine step={step} hidden={session.live.namesHidden} />
      {stepKind(step) === 'artefact' ? (
        <ArtefactPart session={session} activity={step} place="lead" desk={desk} />
      ) : null}
      <LeadNote key={step.id} session={session} step={step.id} />
    </section>
  )
}
