import type { Outcome } from './records.ts'

/** What everybody together estimated of one attribute; figures are `null` while they may not be told, or not yet to me. */
export type EstimateSummary = {
  readonly map: string
  readonly stakeholder: string
  readonly attribute: string
  readonly n: number
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  /** By group, small groups together; none when that would leave one. */
  readonly groups: readonly { readonly perspectives: readonly string[]; readonly n: number; readonly median: number }[]
}
export type OwnEstimate = {
  readonly map: string
  readonly stakeholder: string
  readonly attribute: string
  readonly value: number
}

/** Own estimates, which only their maker sees, and what they come to together. */
export type Estimates = {
  readonly own: readonly OwnEstimate[]
  readonly summaries: readonly EstimateSummary[]
  /** Keeps my estimate; `null` takes it away. */
  readonly put: (where: Omit<OwnEstimate, 'value'>, value: number | null) => Promise<Outcome>
}
