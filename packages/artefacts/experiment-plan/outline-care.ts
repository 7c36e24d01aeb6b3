import type { EvidenceRegister } from '#domain/evidence.ts'
import { heading, sourced, type Block } from '#domain/outline.ts'
import type { Locale } from '#i18n/strings.ts'
import { ethicsWords } from './ethics-words.ts'
import type { ExperimentPlan, RuleBarrier } from './shape.ts'
import { hitOf } from './stop-rules.ts'
import type { PlanWords } from './strings.ts'

/** What each part of an outline needs: the plan, its words, and how things are called here. */
export type Teller = {
  readonly plan: ExperimentPlan
  readonly words: PlanWords
  readonly locale: Locale
  readonly evidence: EvidenceRegister
  readonly day: (date: string | null) => string
  readonly figure: (value: number | null) => string
  readonly nameOf: (id: string | null) => string
}

/** Lines under a heading; nothing when there are none. */
export const listUnder = (title: string, lines: readonly string[]): Block[] =>
  lines.length === 0
    ? []
    : [heading(3, title), { type: 'list', ordered: false, items: lines.map((text) => ({ runs: [{ text }] })) }]

/** When the trial stops, and which rules were hit. */
export const stopsPart = ({ plan, words, day }: Teller): Block[] =>
  listUnder(
    words.stopRules,
    plan.stopRules.map((rule) => {
      const { hit, at } = hitOf(plan, rule)
      return hit ? `${rule.text} ${words.hitOn(day(at))}` : rule.text
    }),
  )

const facts = ['purpose', 'scope', 'deviatesFrom', 'maxDuration'] as const

/** The rules in the way, whose they are, and the room that was asked with its four facts. */
export const barriersPart = (teller: Teller): Block[] => {
  const { plan, words, nameOf, evidence } = teller
  if (plan.ruleBarriers.length === 0) return []
  const rows = plan.ruleBarriers.map((barrier) => [
    sourced(barrier.rule, barrier.evidenceIds, evidence),
    nameOf(barrier.ownerId),
    barrier.room === null ? words.unknown : words.rooms[barrier.room],
    words.ruleStatuses[barrier.status],
    factsOf(barrier, teller),
  ])
  const head = [words.rule, words.owner, words.room, words.ruleStatus, words.agreed]
  return [
    heading(3, words.barriers),
    { type: 'table', caption: words.barriers, head, rows, rowsFrom: plan.ruleBarriers.map(({ id }) => id) },
  ]
}

const factsOf = (barrier: RuleBarrier, { words, day }: Teller): string => {
  const said = facts.flatMap((fact) => (barrier[fact] === '' ? [] : [`${words.clause[fact]}: ${barrier[fact]}`]))
  const until = barrier.validUntil === null ? [] : [`${words.clause.validUntil}: ${day(barrier.validUntil)}`]
  return [...said, ...until].join('. ')
}

/** The questions of care that are open or answered with no; the others need no words. */
export const carePart = ({ plan, words, locale }: Teller): Block[] =>
  listUnder(
    words.care,
    plan.ethics.flatMap(({ code, answer, note }) =>
      code !== null && (answer === 'open' || answer === 'no')
        ? [[ethicsWords[code][locale], `${words.careAnswers[answer]}.`, note].filter(Boolean).join(' ')]
        : [],
    ),
  )
