import { Lightbulb } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { considerEffect } from '../commands.ts'
import type { Effect } from '../shape.ts'
import { measureStrings } from './measure-strings.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** After a new result: each effect that was expected, as a question, one at a time. */
export const EffectQuestions = ({ onDone }: { readonly onDone: () => void }) => {
  const own = useStrings(measureStrings)
  const effects = usePlanPart((plan) => plan.effects)
  const [skipped, skip] = useState<readonly string[]>([])
  const waiting = effects.filter(({ id, status }) => status === 'expected' && !skipped.includes(id))
  const [first] = waiting
  return (
    <section aria-label={own.questions} className="grid gap-2 bg-light-tint p-3.5">
      <p className="flex items-start gap-2 font-strong">
        <Lightbulb size={18} className="mt-0.5 shrink-0" aria-hidden /> {own.questions}
      </p>
      {first ? <Question effect={first} onSkip={() => skip([...skipped, first.id])} /> : <p>{own.askedAll}</p>}
      <span className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
        {waiting.length > 1 ? own.left(waiting.length) : null}
        <Button variant="quiet" size="dense" onClick={onDone}>
          {own.close}
        </Button>
      </span>
    </section>
  )
}

const Question = ({ effect, onSkip }: { readonly effect: Effect; readonly onSkip: () => void }) => {
  const { act, nameOf } = usePlanPage()
  const own = useStrings(measureStrings)
  const { id, text, forStakeholderIds } = effect
  const answer = (status: Effect['status']) => void act((draft) => considerEffect(draft, id, { status }))
  return (
    <div className="grid gap-2">
      <p className="text-sm text-ink-2">{own.questionsHint}</p>
      <p>
        {text}{' '}
        {forStakeholderIds.length > 0 ? (
          <span className="text-ink-2">({forStakeholderIds.map(nameOf).join(', ')})</span>
        ) : null}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button onClick={() => answer('seen')}>{own.seen}</Button>
        <Button onClick={() => answer('notSeen')}>{own.notSeen}</Button>
        <Button variant="quiet" onClick={onSkip}>
          {own.unclear}
        </Button>
      </span>
    </div>
  )
}
