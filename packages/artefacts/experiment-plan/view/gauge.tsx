import { formatNumber } from '#i18n/format.ts'
import type { Measure, StopRule } from '../shape.ts'
import type { Measurement } from '../values.ts'
import { fewest } from '../verdict.ts'
import { gaugeScale } from './gauge-scale.ts'
import { usePlanPage } from './use-plan.ts'

type GaugeProps = { readonly measure: Measure; readonly rule: StopRule | undefined; readonly now: Measurement | null }

const hatch = 'repeating-linear-gradient(-45deg, var(--clay) 0 4px, var(--clay-tint) 4px 7px)'

/** Where a measure stands between stop and go; right is always better. */
export const Gauge = ({ measure, rule, now }: GaugeProps) => {
  const { strings, words, locale } = usePlanPage()
  const figure = (value: number) => formatNumber(locale, value)
  const { baseline, target } = measure
  const scale = gaugeScale(measure, rule, now)
  const parts = [
    ...(baseline ? [`${strings.begin} ${figure(baseline.value)}`] : []),
    ...(now ? [words.withCount(`${strings.now} ${figure(now.value)}`, now.n)] : []),
    ...(target ? [strings.targetIs(`${words.operators[target.operator]} ${figure(target.value)}`)] : []),
    ...(rule?.value === null || rule === undefined ? [] : [strings.stopAt(figure(rule.value))]),
  ]
  const label = strings.gauge(measure.name, parts.length > 0 ? parts : [strings.noFigures])
  const crowded = scale.stop !== null && scale.target !== null && Math.abs(scale.target - scale.stop) < 14
  return (
    <div role="img" aria-label={label} className="relative h-12 min-w-0 text-xs leading-none text-ink-2 tabular-nums">
      <i className="absolute inset-x-0 top-5 h-3 bg-ditch" />
      {scale.halt ? (
        <i
          className="absolute top-5 h-3 forced-color-adjust-none"
          style={{ left: 0, width: `${scale.halt.to}%`, backgroundImage: hatch }}
        />
      ) : null}
      {scale.go ? (
        <i
          className="absolute top-5 h-3 bg-grass forced-color-adjust-none"
          style={{ left: `${scale.go.from}%`, width: `${scale.go.to - scale.go.from}%` }}
        />
      ) : null}
      {scale.stop !== null && rule?.value !== null && rule?.value !== undefined ? (
        <Caption at={scale.stop} low side={crowded ? 'left' : 'middle'}>
          {figure(rule.value)}
        </Caption>
      ) : null}
      {scale.target !== null && target ? (
        <Caption at={scale.target} low side={crowded ? 'right' : 'middle'}>
          {figure(target.value)}
        </Caption>
      ) : null}
      {scale.baseline !== null && baseline ? (
        <>
          <i className="absolute top-4 -ml-px h-5 w-0.5 bg-ink" style={{ left: `${scale.baseline}%` }} />
          <Caption at={scale.baseline} side={besideArrow(scale.baseline, scale.now)}>
            {`${strings.begin} ${figure(baseline.value)}`}
          </Caption>
        </>
      ) : null}
      {scale.now === null ? null : isFew(now) ? <Dot at={scale.now} /> : <Arrow at={scale.now} />}
    </div>
  )
}

type Side = 'left' | 'middle' | 'right'

// The words stand on the side where the arrow is not.
const besideArrow = (baseline: number, now: number | null): Side =>
  now === null || Math.abs(baseline - now) > 22 ? 'middle' : baseline < now ? 'left' : 'right'

const shifts = { left: 'translateX(calc(-100% - 4px))', middle: 'translateX(-50%)', right: 'translateX(4px)' }

const Caption = ({ at, side, low = false, children }: { at: number; side: Side; low?: boolean; children: string }) => {
  // At the edge the words turn inwards, so that they stay on the page.
  const kept: Side = at < 14 ? 'right' : at > 86 ? 'left' : side
  return (
    <em
      className={`absolute not-italic whitespace-nowrap ${low ? 'bottom-0' : 'top-0'}`}
      style={{ left: `${at}%`, transform: shifts[kept] }}
    >
      {children}
    </em>
  )
}

const Arrow = ({ at }: { at: number }) => (
  <svg
    viewBox="0 0 18 30"
    width="18"
    height="30"
    className="absolute top-1 -ml-[9px] fill-ink stroke-land"
    style={{ left: `${at}%` }}
    aria-hidden
  >
    <path d="M0 0h18L10.8 11v19H7.2V11Z" strokeWidth="1.2" />
  </svg>
)

// A number that rests on few is one dot among others, and no pointer of a scale.
const isFew = (now: Measurement | null): boolean => now !== null && now.n !== null && now.n < fewest

const Dot = ({ at }: { at: number }) => (
  <svg
    viewBox="0 0 18 18"
    width="18"
    height="18"
    className="absolute top-[17px] -ml-[9px] fill-ink stroke-land"
    style={{ left: `${at}%` }}
    aria-hidden
  >
    <circle cx="9" cy="9" r="6.5" strokeWidth="2" />
  </svg>
)
