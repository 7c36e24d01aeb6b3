import { useState } from 'react'
import { RemarkButton } from '#react/remark-button.tsx'
import type { Measure, MeasureResult } from '../shape.ts'
import { EffectQuestions } from './effect-questions.tsx'
import { MeasureForm } from './measure-form.tsx'
import { ResultPart } from './result-part.tsx'
import { usePlanPage } from './use-plan.ts'

type MeasureDetailProps = { readonly measure: Measure; readonly results: readonly MeasureResult[] }

/** What was measured, and the fields of a measure. A new result brings the expected effects back as questions. */
export const MeasureDetail = ({ measure, results }: MeasureDetailProps) => {
  const { desk } = usePlanPage()
  const [asking, setAsking] = useState(false)
  return (
    <div className="@container mt-2 mb-3 grid gap-5 bg-field p-4">
      <ResultPart measure={measure} results={results} writable={desk.canWrite} onAdded={() => setAsking(true)} />
      {asking ? <EffectQuestions onDone={() => setAsking(false)} /> : null}
      <MeasureForm measure={measure} />
      <span className="-mt-2">
        <RemarkButton itemId={measure.id} about={measure.name} quote={measure.name} />
      </span>
    </div>
  )
}
