import { useState } from 'react'
import { addStep } from '../commands.ts'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { StepRow } from './step-row.tsx'
import { StepTimeline } from './step-timeline.tsx'
import { usePlanPage } from './use-plan.ts'

const ways = ['weeks', 'list'] as const
type Way = (typeof ways)[number]

/** What will be done: weeks to look at, a list to change. A phone shows the list. */
export const StepPart = () => {
  const { plan, act, strings } = usePlanPage()
  const [way, setWay] = useState<Way>('weeks')
  const adding = useAdding()
  const picture = way === 'weeks' && plan.steps.length > 0
  return (
    <Part
      id="steps"
      title={strings.sections.steps}
      note={strings.stepsNote}
      action={
        <>
          <WayPicker way={way} onChange={setWay} />
          {adding.button(strings.addStep)}
        </>
      }
    >
      {adding.open ? <AddLine label={strings.newStep} onClose={adding.close} onAdd={(text) => act((draft) => addStep(draft, { text })).ok} /> : null}
      {plan.steps.length === 0 ? <EmptyNote>{strings.noSteps}</EmptyNote> : null}
      {picture ? (
        <div className="hidden md:block">
          <StepTimeline />
        </div>
      ) : null}
      <ol className={picture ? 'md:hidden' : ''}>
        {plan.steps.map((step, at) => (
          <StepRow key={step.id} step={step} at={at} />
        ))}
      </ol>
    </Part>
  )
}

const WayPicker = ({ way, onChange }: { way: Way; onChange: (way: Way) => void }) => {
  const { strings } = usePlanPage()
  return (
    <span role="group" aria-label={strings.show} className="hidden rounded-control border-[1.5px] border-bank md:inline-flex">
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
