import { Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '#ui/button.tsx'
import { addStep } from '../commands.ts'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { printAlone } from './print-alone.ts'
import { StepRow } from './step-row.tsx'
import { StepTimeline } from './step-timeline.tsx'
import { usePhone } from './use-narrow.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

const ways = ['weeks', 'list'] as const
type Way = (typeof ways)[number]

/** What will be done, on weeks to drag and as a list that can do the same. A phone shows the list. */
export const StepPart = () => {
  const { act, strings } = usePlanPage()
  const steps = usePlanPart((plan) => plan.steps)
  const title = usePlanPart((plan) => plan.title)
  const [way, setWay] = useState<Way>('weeks')
  const phone = usePhone()
  const adding = useAdding()
  const drawing = useRef<HTMLDivElement>(null)
  const picture = way === 'weeks' && steps.length > 0 && !phone
  return (
    <Part
      id="steps"
      title={strings.sections.steps}
      note={strings.stepsNote}
      action={
        <>
          {phone ? null : <WayPicker way={way} onChange={setWay} />}
          {picture ? (
            <Button
              size="dense"
              icon={<Printer size={16} aria-hidden />}
              onClick={() =>
                drawing.current && void printAlone(drawing.current, `${title} – ${strings.sections.steps}`)
              }
            >
              {strings.print}
            </Button>
          ) : null}
          {adding.button(strings.addStep)}
        </>
      }
    >
      {adding.open ? (
        <AddLine
          label={strings.newStep}
          onClose={adding.close}
          onAdd={(text) => act((draft) => addStep(draft, { text })).ok}
        />
      ) : null}
      {steps.length === 0 ? <EmptyNote>{strings.noSteps}</EmptyNote> : null}
      {picture ? (
        <div ref={drawing}>
          <StepTimeline steps={steps} />
        </div>
      ) : (
        <ol>
          {steps.map((step, at) => (
            <StepRow key={step.id} step={step} at={at} count={steps.length} />
          ))}
        </ol>
      )}
    </Part>
  )
}

const WayPicker = ({ way, onChange }: { way: Way; onChange: (way: Way) => void }) => {
  const { strings } = usePlanPage()
  return (
    <span role="group" aria-label={strings.show} className="inline-flex rounded-control border-[1.5px] border-bank">
      {ways.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={way === each}
          onClick={() => onChange(each)}
          className="focus-ring min-h-9 rounded-control px-3 text-sm font-label aria-pressed:bg-water-tint aria-pressed:shadow-[inset_0_-3px_0_var(--water)]"
        >
          {strings[each]}
        </button>
      ))}
    </span>
  )
}
