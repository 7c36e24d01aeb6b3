import { plainText } from '#crdt/prose.ts'
import type { OutlineContext } from '#domain/artefact.ts'
import { sheetOf, type Sheet } from '#domain/sheet.ts'
import { wholeStrings } from './outline-words.ts'
import type { ExperimentPlan } from './shape.ts'
import { balanceOf } from './sharing.ts'
import { firstTitle, planStrings } from './strings.ts'
import { latestOf, resultsOf, verdictOf } from './verdict.ts'

/** A plan with its measures, effects, shares and rules as tables of raw facts. */
export const sheets = (plan: ExperimentPlan, { locale, nameOf }: OutlineContext): readonly Sheet[] => {
  const words = planStrings[locale]
  const more = wholeStrings[locale]
  const { sheetNames } = more
  const title = plan.title || firstTitle[locale]
  const named = (id: string | null) => (id === null ? '' : nameOf(id) || words.removed)
  const all = (ids: readonly string[]) => ids.map(named).join(' | ')
  const measured = plan.measures.map((measure) => {
    const results = resultsOf(plan, measure.id)
    return { measure, latest: latestOf(results), ...verdictOf(measure, results) }
  })
  return [
    sheetOf(
      'experiments',
      sheetNames.experiments,
      [plan],
      [
        [more.name, () => title],
        [words.status, ({ status }) => words.statuses[status]],
        [words.learningQuestion, ({ learningQuestion }) => plainText(learningQuestion)],
        [words.belongs, ({ problemIds }) => all(problemIds)],
        [more.believe, ({ cardBelieve }) => plainText(cardBelieve)],
        [more.test, ({ cardTest }) => plainText(cardTest)],
        [more.watch, ({ cardMeasure }) => plainText(cardMeasure)],
        [more.rightIf, ({ cardRightIf }) => plainText(cardRightIf)],
        [words.rung, ({ rung }) => (rung === null ? '' : words.rungs[rung])],
        [words.people, ({ groupSize }) => groupSize],
        [words.where, ({ where }) => where],
        [more.start, ({ start }) => start],
        [more.end, ({ end }) => end],
        [words.lead, ({ ownerId }) => named(ownerId)],
        [words.decides, ({ decidesId }) => named(decidesId)],
      ],
    ),
    sheetOf('measures', sheetNames.measures, measured, [
      ['ID', ({ measure }) => measure.id],
      [more.experiment, () => title],
      [words.measure, ({ measure }) => measure.name],
      [more.kind, ({ measure }) => (measure.kind === null ? '' : more.measureKinds[measure.kind])],
      [more.unit, ({ measure }) => measure.unit],
      [words.begin, ({ measure }) => measure.baseline?.value ?? null],
      [more.baseDate, ({ measure }) => measure.baseline?.date ?? null],
      [more.baseCount, ({ measure }) => measure.baseline?.n ?? null],
      [more.targetRule, ({ measure }) => (measure.target === null ? '' : words.operators[measure.target.operator])],
      [more.target, ({ measure }) => measure.target?.value ?? null],
      [words.result, ({ latest }) => latest?.value ?? null],
      [more.resultDate, ({ latest }) => latest?.date ?? null],
      [more.resultCount, ({ n }) => n],
      [words.verdict, ({ verdict }) => words.verdicts[verdict]],
    ]),
    sheetOf('effects', sheetNames.effects, plan.effects, [
      ['ID', ({ id }) => id],
      [more.experiment, () => title],
      [words.effect, ({ text }) => text],
      [words.direction, ({ direction }) => words.directions[direction]],
      [words.onWhom, ({ forStakeholderIds }) => all(forStakeholderIds)],
      [words.likelihood, ({ likelihood }) => likelihood],
      [words.severity, ({ severity }) => severity],
      [words.response, ({ response }) => (response === null ? '' : words.responses[response])],
      [words.earlySignal, ({ earlySignal }) => earlySignal],
      [words.effectStatus, ({ status }) => words.effectStatuses[status]],
      [more.note, ({ seenNote }) => seenNote],
    ]),
    sheetOf('shares', sheetNames.shares, plan.distribution, [
      ['ID', ({ id }) => id],
      [more.experiment, () => title],
      [words.who, ({ stakeholderId }) => named(stakeholderId)],
      [words.benefit, ({ benefit }) => benefit],
      [words.cost, ({ cost }) => cost],
      [words.risk, ({ risk }) => risk],
      [words.say, ({ say }) => say],
      [words.balance, (row) => balanceOf(row)],
      [words.remarks, ({ note }) => note],
    ]),
    sheetOf('rules', sheetNames.rules, plan.ruleBarriers, [
      ['ID', ({ id }) => id],
      [words.rule, ({ rule }) => rule],
      [words.owner, ({ ownerId }) => named(ownerId)],
      [more.belongsTo, () => title],
      [words.room, ({ room }) => (room === null ? '' : words.rooms[room])],
      [words.ruleStatus, ({ status }) => words.ruleStatuses[status]],
      [words.clause.purpose, ({ purpose }) => purpose],
      [words.clause.scope, ({ scope }) => scope],
      [words.clause.deviatesFrom, ({ deviatesFrom }) => deviatesFrom],
      [words.clause.maxDuration, ({ maxDuration }) => maxDuration],
      [words.clause.validUntil, ({ validUntil }) => validUntil],
    ]),
  ]
}
