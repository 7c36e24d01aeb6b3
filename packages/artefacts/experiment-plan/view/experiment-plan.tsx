import { useState } from 'react'
import { DeskProvider, type ArtefactViewProps } from '#react/workplace.tsx'
import type { shape } from '../shape.ts'
import { AssumptionPart } from './assumption-part.tsx'
import { EffectPart } from './effect-part.tsx'
import { Frame, TestCard } from './idea-part.tsx'
import { LogPart } from './log-part.tsx'
import { MeasurePart } from './measure-part.tsx'
import { PlanHeader } from './plan-header.tsx'
import { RemovedNote } from './removed-note.tsx'
import { NotConsidered } from './status-control.tsx'
import { StepPart } from './step-part.tsx'
import { PlanContext, usePlan } from './use-plan.ts'
import { dayOf } from './weeks.ts'

type PlanViewProps = ArtefactViewProps<typeof shape> & {
  /** The day of today, for tests; else that of opening the page. */
  readonly today?: string
}

/** The page of one experiment: idea, measures, assumptions, steps, effects and log. */
export const ExperimentPlanView = ({ desk, title, today }: PlanViewProps) => {
  const [opened] = useState(() => dayOf(new Date()))
  const page = usePlan(desk, today ?? opened)
  const [refused, setRefused] = useState(false)
  const settle = () => setRefused(false)
  return (
    <DeskProvider value={desk}>
      <PlanContext value={page}>
        {/* On a phone the header would take a third of the screen: there it scrolls along. */}
        <main className="parcels h-full min-h-0 content-start max-md:overflow-y-auto md:grid-rows-[auto_minmax(0,1fr)] md:content-stretch">
          <PlanHeader title={title} onRefused={() => setRefused(true)} onSet={settle} />
          <div className="parcels @container content-start md:overflow-y-auto">
            {refused ? <NotConsidered onDone={settle} /> : null}
            <TestCard />
            <Frame />
            <div className="parcels @4xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
              <MeasurePart />
              <AssumptionPart />
            </div>
            <StepPart />
            <EffectPart />
            <LogPart />
          </div>
          <p role="status" className="sr-only">
            {page.said}
          </p>
          {page.removed === null ? null : <RemovedNote what={page.removed} />}
        </main>
      </PlanContext>
    </DeskProvider>
  )
}
