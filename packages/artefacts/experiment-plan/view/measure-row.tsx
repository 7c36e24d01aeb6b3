import { useState } from 'react'
import { formatNumber } from '#i18n/format.ts'
import { latestOf, resultsOf, stopRuleOf, verdictOf } from '../queries.ts'
import type { Measure } from '../shape.ts'
import { Gauge } from './gauge.tsx'
import { EditButton, VerdictMark } from './marks.tsx'
import { MeasureForm } from './measure-form.tsx'
import { ResultPart } from './result-part.tsx'
import { usePlanPage } from './use-plan.ts'

/** One measure: name, gauge, last value with how many, verdict, and its fields when opened. */
export const MeasureRow = ({ measure }: { measure: Measure }) => {
  const { plan, desk, strings, locale } = usePlanPage()
  const [open, setOpen] = useState(false)
  const results = resultsOf(plan, measure.id)
  const now = latestOf(results)
  const { verdict, n } = verdictOf(measure, results)
  return (
    <li className="border-t border-ditch py-1.5 first:border-t-0" data-measure={measure.id}>
      <div className="grid items-center gap-x-4 gap-y-1 @xl:grid-cols-[minmax(9rem,13rem)_minmax(0,1fr)_auto]">
        <p className="grid min-w-0 text-sm/[1.25]">
          <b className="font-strong">{measure.name}</b>
          <span className="text-xs text-ink-2">{[measure.unit, measure.instrument].filter(Boolean).join(' · ')}</span>
        </p>
        <Gauge measure={measure} rule={stopRuleOf(plan, measure.id)} now={now} />
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 @xl:w-60 @xl:justify-end">
          {now === null ? null : (
            <span className="tabular-nums">
              <b className="text-lg/[1.1] font-label">{formatNumber(locale, now.value)}</b>
              {n === null ? null : <span className="ml-1.5 text-xs whitespace-nowrap text-ink-2">{strings.ofCount(formatNumber(locale, n))}</span>}
            </span>
          )}
          <VerdictMark verdict={verdict} />
          <span className="ml-auto @xl:-mr-3">
            <EditButton what={measure.name} open={open} onToggle={() => setOpen(!open)} />
          </span>
        </span>
      </div>
      {open ? (
        <div className="mt-2 mb-3 grid gap-5 bg-field p-4">
          <MeasureForm measure={measure} />
          <ResultPart measure={measure} results={results} writable={desk.canWrite} />
        </div>
      ) : null}
    </li>
  )
}
