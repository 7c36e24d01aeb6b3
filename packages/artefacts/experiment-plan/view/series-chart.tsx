import { useStrings } from '#react/use-strings.tsx'
import { formatDate, formatNumber } from '#i18n/format.ts'
import type { Measure, MeasureResult } from '../shape.ts'
import { differenceOf, fewest, seriesOf, type SeriesPoint } from '../verdict.ts'
import { measureStrings } from './measure-strings.ts'
import { usePlanPage } from './use-plan.ts'

type SeriesChartProps = { readonly measure: Measure; readonly results: readonly MeasureResult[] }

const size = { width: 320, height: 96, edge: 12 }

/** Results over time with the target: a line where they rest on enough, else single dots; the words say the same. */
export const SeriesChart = ({ measure, results }: SeriesChartProps) => {
  const { locale } = usePlanPage()
  const own = useStrings(measureStrings)
  const series = seriesOf(results)
  if (series.length === 0) return null
  const figure = (value: number) => formatNumber(locale, value)
  const parts = series.map((point) =>
    own.chartDay(
      formatDate(locale, point.date),
      valuesIn(point, figure, own.chartMean),
      point.n === null ? null : figure(point.n),
    ),
  )
  const moved = differenceOf(measure.baseline, results)
  const isFew = series.some(({ n }) => n !== null && n < fewest)
  return (
    <div className="grid gap-1.5">
      <Drawing measure={measure} series={series} label={own.chart(measure.name, parts)} />
      {moved ? (
        <p className="text-sm tabular-nums">
          {own.moved(
            signed(moved.difference, figure),
            figure(moved.lowest),
            figure(moved.highest),
            moved.n === null ? '?' : figure(moved.n),
          )}
        </p>
      ) : null}
      {isFew ? <p className="text-sm text-ink-2">{own.fewHint}</p> : null}
    </div>
  )
}

const valuesIn = (
  { values, mean }: SeriesPoint,
  figure: (value: number) => string,
  meanWords: (mean: string) => string,
): string => (values.length === 1 || mean === null ? values.map(figure).join(', ') : meanWords(figure(mean)))

const signed = (value: number, figure: (value: number) => string): string =>
  value > 0 ? `+${figure(value)}` : figure(value).replace('-', '−')

type DrawingProps = { readonly measure: Measure; readonly series: readonly SeriesPoint[]; readonly label: string }

const Drawing = ({ measure: { baseline, target }, series, label }: DrawingProps) => {
  const start = baseline?.date
    ? [{ date: baseline.date, values: [baseline.value], n: baseline.n, mean: baseline.value }]
    : []
  const days = [...start.filter(({ date }) => date < (series[0]?.date ?? '')), ...series]
  const x = scaleOf(
    days.map(({ date }) => Date.parse(date)),
    size.edge,
    size.width - size.edge,
  )
  const heights = [
    ...days.flatMap(({ values, mean }) => (mean === null ? values : [...values, mean])),
    ...(target ? [target.value] : []),
  ]
  const y = scaleOf(heights, size.height - size.edge, size.edge)
  const line = days.flatMap(({ date, mean }) => (mean === null ? [] : [`${x(Date.parse(date))},${y(mean)}`]))
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="h-24 w-full max-w-md bg-land"
    >
      {target ? (
        <line
          x1="0"
          x2={size.width}
          y1={y(target.value)}
          y2={y(target.value)}
          stroke="var(--grass)"
          strokeWidth="2"
          strokeDasharray="7 4"
        />
      ) : null}
      {line.length > 1 ? <polyline points={line.join(' ')} fill="none" stroke="var(--ink)" strokeWidth="2" /> : null}
      {days.flatMap(({ date, values, mean }) =>
        (mean === null ? values : [mean]).map((value, at) => (
          <circle
            key={`${date} ${String(at)}`}
            cx={x(Date.parse(date))}
            cy={y(value)}
            r={mean === null ? 5 : 4}
            fill={mean === null ? 'var(--land)' : 'var(--ink)'}
            stroke="var(--ink)"
            strokeWidth="2"
          />
        )),
      )}
    </svg>
  )
}

const scaleOf = (values: readonly number[], from: number, to: number) => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return (value: number): number =>
    high === low ? (from + to) / 2 : Math.round((from + ((value - low) / (high - low)) * (to - from)) * 10) / 10
}
