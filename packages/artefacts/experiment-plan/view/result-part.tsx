import { useState } from 'react'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { formatDate, formatNumber, parseNumber } from '#i18n/format.ts'
import { Button } from '#ui/button.tsx'
import { addResult } from '../commands.ts'
import type { Measure, MeasureResult } from '../shape.ts'
import { RemoveButton } from './marks.tsx'
import { SeriesChart } from './series-chart.tsx'
import { usePlanPage } from './use-plan.ts'

type ResultPartProps = {
  readonly measure: Measure
  readonly results: readonly MeasureResult[]
  readonly writable: boolean
  readonly onAdded: () => void
}

/** The results of a measure, and a form for the next one. */
export const ResultPart = ({ measure, results, writable, onAdded }: ResultPartProps) => {
  const { strings, words, locale, takeAway } = usePlanPage()
  const said = ({ value, n, date }: MeasureResult) =>
    `${words.withCount(value === null ? words.unknown : formatNumber(locale, value), n)} · ${date === null ? words.unknown : formatDate(locale, date)}`
  return (
    <div className="grid gap-2">
      <h3 className="font-strong">{strings.results}</h3>
      {results.length === 0 ? <p className="text-sm text-ink-2">{words.verdicts.noResult}</p> : null}
      <SeriesChart measure={measure} results={results} />
      <ul>
        {results.map((result) => (
          <li
            key={result.id}
            className="flex flex-wrap items-center justify-between gap-2 border-t border-ditch py-1 text-sm tabular-nums first:border-t-0"
          >
            {said(result)}
            {writable ? (
              <RemoveButton what={said(result)} onRemove={() => takeAway('results', result.id, said(result))} />
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? <ResultForm measure={measure} onAdded={onAdded} /> : null}
    </div>
  )
}

type Wrong = 'no-value' | 'no-count' | 'bad-date'

const ResultForm = ({ measure, onAdded }: Pick<ResultPartProps, 'measure' | 'onAdded'>) => {
  const { act, say, strings, locale, today } = usePlanPage()
  const [value, setValue] = useState('')
  const [count, setCount] = useState('')
  const [date, setDate] = useState(today)
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const submit = () => {
    // What stands in a field is read when it is sent: it may be half a number while somebody types.
    const result = { value: parseNumber(locale, value), n: parseNumber(locale, count), date: date || null }
    const answer = act((draft) => addResult(draft, measure.id, result))
    setWrong(answer.ok || answer.reason === 'unknown-item' ? null : answer.reason)
    if (!answer.ok) return
    setValue('')
    setCount('')
    say(strings.resultAdded)
    onAdded()
  }
  return (
    <form
      noValidate
      className="grid items-start gap-4 border-t border-ditch pt-3 @lg:grid-cols-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <FieldFrame label={strings.newResult} error={wrong === 'no-value' ? strings.needsNumber : undefined}>
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            value={value}
            onChange={(event) => setValue(event.target.value)}
            className={`${controlClass} min-h-11 tabular-nums`}
          />
        )}
      </FieldFrame>
      <FieldFrame label={strings.count} error={wrong === 'no-count' ? strings.needsCount : undefined}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={count}
            onChange={(event) => setCount(event.target.value)}
            className={`${controlClass} min-h-11 tabular-nums`}
          />
        )}
      </FieldFrame>
      <FieldFrame label={strings.date} error={wrong === 'bad-date' ? strings.needsDate : undefined}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={date}
            onChange={(event) => setDate(event.target.value)}
            className={`${controlClass} min-h-11`}
          />
        )}
      </FieldFrame>
      <span>
        <Button variant="main" type="submit">
          {strings.add}
        </Button>
      </span>
    </form>
  )
}
