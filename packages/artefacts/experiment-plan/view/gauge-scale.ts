import type { Measure, StopRule } from '../shape.ts'
import type { Measurement, Target } from '../values.ts'

/** Places on a gauge in percent from the left; right is always better. `null` where nothing is known. */
export type GaugeScale = {
  readonly baseline: number | null
  readonly target: number | null
  readonly stop: number | null
  readonly now: number | null
  /** How far the good zone and the stop zone reach; `null` when there is none. */
  readonly go: { readonly from: number; readonly to: number } | null
  readonly halt: { readonly from: number; readonly to: number } | null
}

type Facts = Pick<Measure, 'baseline' | 'target' | 'better'>

/** Lays baseline, target, stop rule and last result along one line, with a quarter of room at both ends. */
export const gaugeScale = (
  { baseline, target, better }: Facts,
  rule: Pick<StopRule, 'value'> | undefined,
  now: Measurement | null,
): GaugeScale => {
  const bound = rule?.value ?? null
  const known = [baseline?.value, target?.value, bound, now?.value].filter((value) => typeof value === 'number')
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const span = high - low
  const fewer = isFewerBetter(target, better)
  const place = (value: number | null | undefined): number | null => {
    if (value === null || value === undefined) return null
    const share = high === low ? 0.5 : (value - low + span / 4) / (span * 1.5)
    return round((fewer ? 1 - share : share) * 100)
  }
  const [goal, stop] = [place(target?.value), place(bound)]
  const exact = target?.operator === '='
  return {
    baseline: place(baseline?.value),
    target: goal,
    stop,
    now: place(now?.value),
    go: goal === null ? null : exact ? { from: goal - 1, to: goal + 1 } : { from: goal, to: 100 },
    // A bound beyond the target would paint over it.
    halt: stop === null || (goal !== null && stop > goal) ? null : { from: 0, to: stop },
  }
}

/** Which way is better: what the target says, else what the measure says. */
export const isFewerBetter = (target: Target | null, better: Measure['better']): boolean =>
  target === null || target.operator === '=' ? better === 'lower' : target.operator.startsWith('<')

const round = (percent: number): number => Math.round(percent * 10) / 10
