import type { CheckContext, CheckHit, Checks } from '#domain/check.ts'
import { checkWords } from './check-words.ts'
import { decisionsAbout } from './decisions.ts'
import { isRiskiest, missedReviews } from './queries.ts'
import { flagsOf, type ShareFlag } from './sharing.ts'
import type { ExperimentPlan } from './shape.ts'
import { hitOf } from './stop-rules.ts'

type CheckId = keyof typeof checkWords
/** What a check hits: the ids of things in the plan, or `whole`. */
type Rule = (plan: ExperimentPlan, context: CheckContext) => readonly string[]

const whole = ''
const when = (holds: boolean): readonly string[] => (holds ? [whole] : [])
const idsOf = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  holds: (row: Row) => boolean,
): readonly string[] => rows.filter(holds).map(({ id }) => id)

const rules: { readonly [Id in CheckId]: Rule } = {
  E11: (plan, { decisions, documentId }) =>
    plan.status !== 'running'
      ? []
      : idsOf(plan.stopRules, (rule) => {
          const { hit, at } = hitOf(plan, rule)
          // Records know days, not hours: what was decided on the day itself may well be about it.
          const isAnswered = decisionsAbout(plan, documentId, decisions).some(
            ({ value }) => at !== null && value.date !== null && value.date >= at,
          )
          return hit && !isAnswered
        }),
  E07: (plan, context) => flagged('riskWithoutSay', plan, context),
  E05: ({ effects }) => when(!effects.some(({ direction }) => direction === 'negative')),
  E06: ({ effects }) =>
    idsOf(
      effects,
      ({ severity, ownerId, response }) => (severity ?? 0) >= 4 && (ownerId === null || response === null),
    ),
  E12: ({ status, ruleBarriers }) =>
    status === 'running' ? idsOf(ruleBarriers, (barrier) => barrier.status !== 'granted') : [],
  E13: ({ ethics }) =>
    ethics.flatMap(({ code, answer }) => (code !== null && (answer === 'open' || answer === 'no') ? [code] : [])),
  E10: ({ stopRules }) => when(stopRules.length === 0),
  E04: ({ assumptions }) => idsOf(assumptions, (assumption) => isRiskiest(assumption) && assumption.status === 'open'),
  E09: (plan, context) => missingFrom(plan, context),
  E08: (plan, context) => flagged('paysMore', plan, context),
  E14: ({ end, decidesId }) => when(end === null || decidesId === null),
  E01: ({ problemIds }, { directory }) => when(!problemIds.some((id) => directory.get(id)?.kind === 'problem')),
  E02: ({ measures }) => (measures.length === 0 ? [whole] : idsOf(measures, ({ target }) => target === null)),
  E03: ({ measures }) => idsOf(measures, ({ comparison, baseline }) => comparison === 'prePost' && baseline === null),
  E15: ({ measures }) => when(!measures.some(({ kind }) => kind === 'sideEffect')),
  E18: ({ measures }, { directory }) =>
    when(
      !measures.some(
        ({ forStakeholderId: id }) => id !== null && directory.get(id)?.attributes['livedExperience'] === true,
      ),
    ),
  E16: (plan, { today }) => when(missedReviews(plan, today).length > 0),
  E17: ({ out, up, deep, none }) => when(out.chosen && !up.chosen && !deep.chosen && !none.chosen),
}

/** The questions that a plan raises, most important first. */
export const checks: Checks<ExperimentPlan> = {
  words: checkWords,
  hits: (plan, context) =>
    Object.entries(rules).flatMap(([checkId, rule]) =>
      // A thing that stands in a list twice is asked about once.
      [...new Set(rule(plan, context))].map((itemId): CheckHit => {
        const hit = { checkId, targetId: context.documentId }
        return itemId === whole ? hit : { ...hit, itemId }
      }),
    ),
}

// A party that is gone counts nowhere.
const flagged = (flag: ShareFlag, { distribution }: ExperimentPlan, { directory }: CheckContext): readonly string[] =>
  distribution.flatMap((share) => {
    const { stakeholderId: id } = share
    return id !== null && directory.get(id)?.kind === 'stakeholder' && flagsOf(share).includes(flag) ? [id] : []
  })

/** Whom the linked problems affect and the value table does not name. */
export const missingFrom = (
  { problemIds, distribution }: Pick<ExperimentPlan, 'problemIds' | 'distribution'>,
  { directory }: Pick<CheckContext, 'directory'>,
): readonly string[] => {
  const affected = problemIds.flatMap((id) => {
    const listed = directory.get(id)?.attributes['affectedIds']
    return Array.isArray(listed) ? listed.filter((party): party is string => typeof party === 'string') : []
  })
  const named = new Set(distribution.map(({ stakeholderId }) => stakeholderId))
  return [...new Set(affected)].filter((id) => directory.get(id)?.kind === 'stakeholder' && !named.has(id))
}
