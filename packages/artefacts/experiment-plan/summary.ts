import { plainText } from '#crdt/prose.ts'
import type { Summary } from '#domain/directory.ts'
import type { ExperimentPlan } from './shape.ts'
import { hitRules } from './stop-rules.ts'
import { resultsOf, verdictOf } from './verdict.ts'

type Entry = Summary[number]

/** What others may refer to in a plan, with what the board, the agenda of rules and the open cards show of it. */
export const summary = (plan: ExperimentPlan): Summary => [
  ...plan.assumptions.map(({ id, text, importance, certainty, status, category, evidenceIds }) =>
    entry(id, 'assumption', text, { importance, certainty, status, category, evidenceIds }),
  ),
  ...plan.measures.map((measure) => {
    const { verdict, n } = verdictOf(measure, resultsOf(plan, measure.id))
    return entry(measure.id, 'measure', measure.name, { kind: measure.kind, verdict, n })
  }),
  ...plan.effects.map(({ id, text, direction, status }) => entry(id, 'effect', text, { direction, status })),
  ...plan.ruleBarriers.map(
    ({
      id,
      rule,
      kind,
      ownerId,
      room,
      status,
      purpose,
      scope,
      deviatesFrom,
      maxDuration,
      validUntil,
      agreedBy,
      evidenceIds,
    }) =>
      entry(id, 'rule-barrier', rule, {
        kind,
        ownerId,
        room,
        status,
        purpose,
        scope,
        deviatesFrom,
        maxDuration,
        validUntil,
        agreedBy,
        evidenceIds,
      }),
  ),
  ...plan.learningCards.map(
    ({ id, date, believed, observed, learned, therefore, reliability, experimentIds, origin }) =>
      entry(id, 'learning-card', plainText(learned), {
        date,
        believed: plainText(believed),
        observed: plainText(observed),
        learned: plainText(learned),
        therefore: plainText(therefore),
        reliability,
        experimentIds,
        origin,
      }),
  ),
]

/** The trial as one thing: where it stands, when, about what, and whether it must be looked at. */
export const itself = (plan: ExperimentPlan): Omit<Entry, 'id'> => {
  const {
    title,
    status,
    start,
    end,
    reviewDates,
    rung,
    problemIds,
    formulationIds,
    gapIds,
    ownerId,
    out,
    up,
    deep,
    none,
  } = plan
  const scaling = Object.entries({ out, up, deep, none }).flatMap(([way, { chosen }]) => (chosen ? [way] : []))
  const stopped = hitRules(plan).map(({ id }) => id)
  return {
    kind: 'experiment',
    label: title.slice(0, longestLabel),
    attributes: {
      status,
      start,
      end,
      reviewDates,
      rung,
      problemIds,
      formulationIds,
      gapIds,
      ownerId,
      scaling,
      hitRules: stopped,
    },
  }
}

const longestLabel = 120

const entry = (id: string, kind: string, label: string, attributes: Entry['attributes']): Entry => ({
  id,
  kind,
  label: label.slice(0, longestLabel),
  attributes,
})
