import { OctagonX } from 'lucide-react'
import type { CheckHit } from '#domain/check.ts'
import { Hints } from '#react/hints.tsx'
import { useRestingContent } from '#react/use-resting-content.ts'
import { formatDate } from '#i18n/format.ts'
import { checks } from '../checks.ts'
import type { ExperimentPlan } from '../shape.ts'
import { hitOf, hitRules } from '../stop-rules.ts'
import { ethicsWords } from '../ethics-words.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** What asks for a look: stop rules that were hit, and the questions that the plan raises. */
export const Questions = () => {
  const { desk, locale, nameOf, planId } = usePlanPage()
  const plan = useRestingContent(desk.document)
  const nameIn = ({ itemId }: CheckHit): string | null =>
    itemId === undefined ? null : (wordsOf(plan, itemId, locale) ?? nameOf(itemId))
  return (
    <>
      <StopBand />
      <div className="parcel hidden px-4 py-3 has-[section]:block md:px-7 @4xl:[&>section]:grid-cols-3 @4xl:[&>section>p]:col-span-full @4xl:[&>section>details]:col-span-full">
        <Hints checks={checks} content={plan} targetId={planId} nameOf={nameIn} />
      </div>
    </>
  )
}

const StopBand = () => {
  const { strings, locale } = usePlanPage()
  const running = usePlanPart((plan) => plan.status === 'running')
  const rules = usePlanPart((plan) => plan.stopRules)
  const results = usePlanPart((plan) => plan.results)
  const hit = hitRules({ stopRules: rules, results })
  if (!running || hit.length === 0) return null
  return (
    <div role="alert" className="parcel grid gap-1.5 border-l-8 border-clay bg-clay-tint px-4 py-3 md:px-5">
      {hit.map((rule) => {
        const { at } = hitOf({ results }, rule)
        return (
          <p key={rule.id} className="flex items-start gap-2.5">
            <OctagonX size={20} className="mt-0.5 shrink-0 text-clay" aria-hidden />
            <span>
              <b className="font-strong">{at === null ? strings.ruleHit : strings.ruleHitOn(formatDate(locale, at))}</b>{' '}
              {rule.text}
            </span>
          </p>
        )
      })}
      <a
        href="#decision"
        className="focus-ring inline-flex min-h-9 w-fit items-center font-label text-ink underline underline-offset-3"
      >
        {strings.toDecision}
      </a>
    </div>
  )
}

// What a question is about, in the words of the plan; parties have their name elsewhere.
const wordsOf = (plan: ExperimentPlan, id: string, locale: 'nl' | 'en'): string | null => {
  const code = Object.entries(ethicsWords).find(([known]) => known === id)
  if (code) return code[1][locale]
  const named = [...plan.measures, ...plan.ruleBarriers.map(({ id: own, rule }) => ({ id: own, name: rule }))].find(
    (row) => row.id === id,
  )
  return (
    named?.name ?? [...plan.assumptions, ...plan.effects, ...plan.stopRules].find((row) => row.id === id)?.text ?? null
  )
}
