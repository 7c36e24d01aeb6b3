import { ethicsCodes, type Effect, type EthicsCode, type Status } from './shape.ts'

/** Why a plan cannot get a status yet. */
export type Blocker = 'effects-not-considered' | 'ethics-not-answered'

type Considered = {
  readonly effects: readonly Pick<Effect, 'direction' | 'response'>[]
  readonly effectsOverride: string
}
type Answered = { readonly ethics: readonly { readonly code: EthicsCode | null }[] }

/** Whether people thought about what may go wrong: at least one harm is named and each has an answer, or somebody said why not. */
export const effectsConsidered = ({ effects, effectsOverride }: Considered): boolean => {
  const harms = effects.filter(({ direction }) => direction === 'negative')
  return effectsOverride.trim() !== '' || (harms.length > 0 && harms.every(({ response }) => response !== null))
}

/** The questions of care that nobody answered yet; `open` is an answer too. */
export const unanswered = ({ ethics }: Answered): readonly EthicsCode[] =>
  ethicsCodes.filter((code) => !ethics.some((answer) => answer.code === code))

/** What stands between a plan and a status. Back, aside and stopping are always free. */
export const blockersOf = (plan: Considered & Answered, next: Status): readonly Blocker[] => [
  ...(needsThought.has(next) && !effectsConsidered(plan) ? (['effects-not-considered'] as const) : []),
  ...(needsCare.has(next) && unanswered(plan).length > 0 ? (['ethics-not-answered'] as const) : []),
]

const needsThought: ReadonlySet<Status> = new Set<Status>(['agreed', 'running', 'finished'])
const needsCare: ReadonlySet<Status> = new Set<Status>(['running', 'finished'])

/** Why a decision has to wait. */
export type DecisionLock =
  | { readonly reason: 'no-measures' }
  | { readonly reason: 'no-results'; readonly measureIds: readonly string[] }
  | { readonly reason: 'unheard'; readonly groups: readonly string[] }

type Measured = {
  readonly learningLog: readonly { readonly perspective: string }[]
  readonly measures: readonly { readonly id: string }[]
  readonly results: readonly { readonly measureId: string | null; readonly value: number | null }[]
}

/**
 * What keeps a decision waiting: measures that have no result yet, and then the groups at the table of which nothing
 * stands in the log. A stop rule that was hit waits for nothing. For a group there is a way past, noted with the
 * decision; without measures there is nothing to decide on.
 */
export const decisionLock = (plan: Measured, isStopHit: boolean, groups: readonly string[]): DecisionLock | null => {
  if (isStopHit) return null
  if (plan.measures.length === 0) return { reason: 'no-measures' }
  const measured = new Set(plan.results.flatMap(({ measureId, value }) => (value === null ? [] : (measureId ?? []))))
  const measureIds = plan.measures.flatMap(({ id }) => (measured.has(id) ? [] : [id]))
  if (measureIds.length > 0) return { reason: 'no-results', measureIds }
  const unheard = groups.filter((group) => !plan.learningLog.some(({ perspective }) => perspective === group))
  return unheard.length === 0 ? null : { reason: 'unheard', groups: unheard }
}
