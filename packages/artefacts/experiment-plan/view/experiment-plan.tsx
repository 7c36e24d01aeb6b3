import { lazy, memo, Suspense, useCallback, useState } from 'react'
import { chunkOf } from '#react/chunk.ts'
import { DeskProvider, type ArtefactViewProps } from '#react/workplace.tsx'
import type { shape } from '../shape.ts'
import type { Blocker } from '../status.ts'
import { TestCard } from './idea-part.tsx'
import { MeasurePart } from './measure-part.tsx'
import { LowerWaiting } from './part.tsx'
import { PlanHeader } from './plan-header.tsx'
import { FoldContext, useFolds } from './use-folds.ts'
import { PlanContext, usePlan } from './use-plan.ts'
import { dayOf } from './weeks.ts'

// What people see first comes at once; the rest of the page is on its way while they read.
const AssumptionPart = chunkOf(async () => (await import('./assumption-part.tsx')).AssumptionPart)
const AboutPart = chunkOf(async () => (await import('./about-part.tsx')).AboutPart)
const Questions = chunkOf(async () => (await import('./questions.tsx')).Questions)
const StopParcel = chunkOf(async () => (await import('./stop-part.tsx')).StopParcel)
const LowerParts = chunkOf(async () => (await import('./lower-parts.tsx')).LowerParts)
for (const { fetch } of [AssumptionPart, LowerParts, AboutPart, StopParcel, Questions]) fetch()
const Blocked = lazy(async () => ({ default: (await import('./blocked.tsx')).Blocked }))
const RemovedNote = lazy(async () => ({ default: (await import('./removed-note.tsx')).RemovedNote }))

type PlanViewProps = ArtefactViewProps<typeof shape> & {
  /** The day of today, for tests; else that of opening the page. */
  readonly today?: string
}

/** The page of one experiment: idea, measures, assumptions, steps, effects, rules, log and decision. */
export const ExperimentPlanView = ({ desk, title, today }: PlanViewProps) => {
  const [opened] = useState(() => dayOf(new Date()))
  const { page, said, removed } = usePlan(desk, today ?? opened)
  const folds = useFolds()
  const [whole, setWhole] = useState(false)
  const onReady = useCallback(() => setWhole(true), [])
  const [blocker, setBlocker] = useState<Blocker | null>(null)
  return (
    <DeskProvider value={desk}>
      <PlanContext value={page}>
        <FoldContext value={folds}>
          {/* On a phone the header would take a third of the screen: there it scrolls along. */}
          <main className="parcels h-full min-h-0 content-start max-md:overflow-y-auto md:grid-rows-[auto_minmax(0,1fr)] md:content-stretch print:block print:h-auto print:overflow-visible">
            <PlanHeader title={title} whole={whole} onStatus={setBlocker} />
            <div className="parcels @container content-start md:overflow-y-auto print:overflow-visible">
              <Suspense>{blocker ? <Blocked blocker={blocker} onDone={() => setBlocker(null)} /> : null}</Suspense>
              <Parts onReady={onReady} />
            </div>
            <p role="status" className="sr-only">
              {said}
            </p>
            <Suspense>{removed === null ? null : <RemovedNote what={removed} />}</Suspense>
          </main>
        </FoldContext>
      </PlanContext>
    </DeskProvider>
  )
}

const Parts = memo(({ onReady }: { readonly onReady: () => void }) => (
  <>
    <Questions />
    <TestCard />
    <AboutPart waiting={<PartWaiting />} />
    <div className="parcels @4xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <div className="parcels grid-rows-[auto_1fr]">
        <MeasurePart />
        <StopParcel waiting={<PartWaiting />} />
      </div>
      <AssumptionPart waiting={<PartWaiting />} />
    </div>
    <LowerParts onReady={onReady} waiting={<LowerWaiting />} />
  </>
))

const PartWaiting = () => <div className="min-h-36 bg-field" />
