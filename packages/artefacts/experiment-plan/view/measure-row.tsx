import { lazy, memo, Suspense, useCallback, useState } from 'react'
import { formatNumber } from '#i18n/format.ts'
import type { ExperimentPlan, Measure } from '../shape.ts'
import { stopRuleOf } from '../stop-rules.ts'
import { fewest, latestOf, resultsOf, verdictOf } from '../verdict.ts'
import { Gauge } from './gauge.tsx'
import { EditButton, VerdictMark } from './marks.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

const MeasureDetail = lazy(async () => ({ default: (await import('./measure-detail.tsx')).MeasureDetail }))

/** One measure: name, gauge, last value with how many, verdict, and its fields when opened. */
export const MeasureRow = memo(({ measure }: { measure: Measure }) => {
  const { strings, locale, nameOf } = usePlanPage()
  const { id } = measure
  const [open, setOpen] = useState(false)
  const results = usePlanPart(useCallback((plan: ExperimentPlan) => resultsOf(plan, id), [id]))
  const rule = usePlanPart(useCallback((plan: ExperimentPlan) => stopRuleOf(plan, id), [id]))
  const now = latestOf(results)
  const { verdict, n } = verdictOf(measure, results)
  const about = [
    measure.unit,
    measure.instrument,
    measure.forStakeholderId === null ? '' : nameOf(measure.forStakeholderId),
  ]
  return (
    <li
      className="border-t border-ditch py-1.5 rests-unseen [--unseen:3.75rem] first:border-t-0"
      data-measure={id}
      data-item={id}
    >
      <div className="grid items-center gap-x-4 gap-y-1 @xl:grid-cols-[minmax(9rem,13rem)_minmax(0,1fr)_auto]">
        <p className="grid min-w-0 text-sm/[1.25]">
          <b className="font-strong break-words">{measure.name}</b>
          <span className="text-xs text-ink-2">{about.filter(Boolean).join(' · ')}</span>
        </p>
        <Gauge measure={measure} rule={rule} now={now} />
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 @xl:w-60 @xl:justify-end">
          {now === null ? null : (
            <span className="tabular-nums">
              <b className="text-lg/[1.1] font-label">{formatNumber(locale, now.value)}</b>
              {n === null ? null : (
                <span className="ml-1.5 text-xs whitespace-nowrap text-ink-2">
                  {n < fewest ? strings.fewOf(formatNumber(locale, n)) : strings.ofCount(formatNumber(locale, n))}
                </span>
              )}
            </span>
          )}
          <VerdictMark verdict={verdict} />
          <span className="ml-auto @xl:-mr-3">
            <EditButton what={measure.name} open={open} onToggle={() => setOpen(!open)} />
          </span>
        </span>
      </div>
      {open ? (
        <Suspense fallback={<div className="mt-2 mb-3 min-h-96 bg-field" />}>
          <MeasureDetail measure={measure} results={results} />
        </Suspense>
      ) : null}
    </li>
  )
})
