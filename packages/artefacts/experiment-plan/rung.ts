import { rungs, type Assumption, type ExperimentPlan, type Rung } from './shape.ts'

/** From this on a trial is dear: then no rung is skipped. */
const dear = { money: 25_000, hours: 400 }
/** A harm this bad may not be undone. */
const beyondRepair = 5

/** Which rung fits now, and why. */
export type RungAdvice = {
  readonly rung: Rung
  /** The least certain of what matters most decides; without such an assumption there is nothing left to be unsure of. */
  readonly reason: 'unsure' | 'sure'
  readonly assumptionId: string | null
  /** Dear, or hard to undo: one rung lower. */
  readonly careful: boolean
}

type Facts = Pick<ExperimentPlan, 'assumptions' | 'effects' | 'costMoney' | 'costHours' | 'reliabilityWanted'>

/** The rung to suggest; `null` while nobody said how sure the assumptions are. */
export const rungAdvice = (plan: Facts): RungAdvice | null => {
  const rated = plan.assumptions.filter(({ importance, certainty }) => importance !== null && certainty !== null)
  if (rated.length === 0) return null
  const shakiest = leastCertain(rated.filter(({ status, importance }) => isOpen(status) && (importance ?? 0) >= 4))
  const certainty = shakiest?.certainty ?? 5
  const careful = isDear(plan) || mayBeBeyondRepair(plan)
  const top = certainty === 5 && plan.reliabilityWanted === 3 ? 5 : certainty - 1
  const rung = rungs[Math.max(0, careful ? top - 1 : top)] ?? 'explore'
  return { rung, reason: shakiest ? 'unsure' : 'sure', assumptionId: shakiest?.id ?? null, careful }
}

/** Whether a plan stands higher than what is known bears. */
export const isTooHigh = (chosen: Rung | null, advice: RungAdvice | null): boolean =>
  chosen !== null && advice !== null && rungs.indexOf(chosen) > rungs.indexOf(advice.rung)

const isOpen = (status: Assumption['status']): boolean => status === 'open' || status === 'unclear'

const leastCertain = (assumptions: readonly Assumption[]): Assumption | undefined =>
  assumptions.toSorted(
    (a, b) => (a.certainty ?? 0) - (b.certainty ?? 0) || (b.importance ?? 0) - (a.importance ?? 0),
  )[0]

const isDear = ({ costMoney, costHours }: Facts): boolean =>
  (costMoney ?? 0) >= dear.money || (costHours ?? 0) >= dear.hours

const mayBeBeyondRepair = ({ effects }: Facts): boolean =>
  effects.some(({ direction, severity }) => direction === 'negative' && (severity ?? 0) >= beyondRepair)
