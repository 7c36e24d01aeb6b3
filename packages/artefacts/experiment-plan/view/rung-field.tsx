import { Footprints } from 'lucide-react'
import { ChoiceField } from '#react/choice-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { frame } from '../list-commands.ts'
import { isTooHigh, rungAdvice } from '../rung.ts'
import { rungs } from '../shape.ts'
import { frameStrings } from './frame-strings.ts'
import { ThirdField } from './third-field.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** How sure the trial must be, with what fits now and why. */
export const RungField = () => {
  const { act, strings, words } = usePlanPage()
  const own = useStrings(frameStrings)
  const rung = usePlanPart((plan) => plan.rung)
  const importance = usePlanPart((plan) => plan.importance)
  const reliabilityWanted = usePlanPart((plan) => plan.reliabilityWanted)
  const set = (said: Parameters<typeof frame>[1]) => void act((draft) => frame(draft, said))
  return (
    <>
      <div className="grid gap-2 @sm:col-span-2">
        <ChoiceField
          label={own.rung}
          hint={own.rungHint}
          value={rung}
          allowNone={strings.notChosen}
          options={rungs.map((value, at) => ({ value, label: `${at + 1}. ${words.rungs[value]}` }))}
          onChange={(next) => set({ rung: next })}
        />
        <Advice />
      </div>
      <ThirdField
        label={own.importance}
        value={importance}
        labels={own.importances}
        onChange={(next) => set({ importance: next })}
      />
      <ThirdField
        label={own.reliability}
        value={reliabilityWanted}
        labels={own.reliabilities}
        onChange={(next) => set({ reliabilityWanted: next })}
      />
    </>
  )
}

const Advice = () => {
  const { act, desk, words } = usePlanPage()
  const own = useStrings(frameStrings)
  const rung = usePlanPart((plan) => plan.rung)
  const facts = {
    assumptions: usePlanPart((plan) => plan.assumptions),
    effects: usePlanPart((plan) => plan.effects),
    costMoney: usePlanPart((plan) => plan.costMoney),
    costHours: usePlanPart((plan) => plan.costHours),
    reliabilityWanted: usePlanPart((plan) => plan.reliabilityWanted),
  }
  const advice = rungAdvice(facts)
  if (!advice) return <p className="text-sm text-ink-2">{own.noAdvice}</p>
  const shaky = facts.assumptions.find(({ id }) => id === advice.assumptionId)
  const label = words.rungs[advice.rung].toLowerCase()
  return (
    <div
      className="flex flex-wrap items-start gap-x-2.5 gap-y-1.5 bg-field px-3 py-2 text-sm"
      data-advice={advice.rung}
    >
      <Footprints size={18} className="mt-0.5 shrink-0 text-water" aria-hidden />
      <p className="min-w-0 flex-1 basis-52">
        <b className="font-strong">{own.suggested(label)}</b>{' '}
        {shaky ? own.because(shaky.text, shaky.certainty ?? 0) : own.becauseSure} {advice.careful ? own.careful : ''}{' '}
        {isTooHigh(rung, advice) ? own.tooHigh : ''}
      </p>
      {desk.canWrite && rung !== advice.rung ? (
        <Button size="dense" onClick={() => act((draft) => frame(draft, { rung: advice.rung }))}>
          {own.take(label)}
        </Button>
      ) : null}
    </div>
  )
}
