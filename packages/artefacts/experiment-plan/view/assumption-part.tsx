import { useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { Level } from '#ui/level.tsx'
import { addAssumption, judgeAssumption, rateAssumption } from '../commands.ts'
import { isRiskiest } from '../queries.ts'
import { assumptionStatuses, categories, type Assumption } from '../shape.ts'
import { AssumptionMatrix } from './assumption-matrix.tsx'
import { EditButton, Mark, RemoveButton } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { usePlanPage } from './use-plan.ts'

/** What must be true, as a picture and as the list that is the control. */
export const AssumptionPart = () => {
  const { plan, act, strings } = usePlanPage()
  const adding = useAdding()
  return (
    <Part id="assumptions" title={strings.sections.assumptions} note={strings.assumptionsNote} action={adding.button(strings.addAssumption)}>
      {adding.open ? (
        <AddLine label={strings.newAssumption} onClose={adding.close} onAdd={(text) => act((draft) => addAssumption(draft, { text })).ok} />
      ) : null}
      {plan.assumptions.length === 0 ? (
        <EmptyNote>{strings.noAssumptions}</EmptyNote>
      ) : (
        <>
          <AssumptionMatrix assumptions={plan.assumptions} />
          <ol className="mt-2">
            {plan.assumptions.map((assumption, at) => (
              <AssumptionRow key={assumption.id} assumption={assumption} number={at + 1} />
            ))}
          </ol>
        </>
      )}
    </Part>
  )
}

const outcomeTones = { open: 'plain', confirmed: 'good', partly: 'care', refuted: 'bad', unclear: 'plain' } as const

const AssumptionRow = ({ assumption, number }: { assumption: Assumption; number: number }) => {
  const { act, desk, strings, words } = usePlanPage()
  const [open, setOpen] = useState(false)
  const { id, text, status } = assumption
  return (
    <li className="border-t border-ditch py-2 first:border-t-0" data-assumption={id}>
      <div className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 text-sm">
        <b className="tabular-nums">{number}</b>
        <p className="min-w-0">
          {text} {status === 'open' ? null : <Mark tone={outcomeTones[status]}>{words.assumptionStatuses[status]}</Mark>}
          {isRiskiest(assumption) ? <span className="sr-only"> {words.riskiest}</span> : null}
        </p>
        <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
        <div className="col-span-2 col-start-2 flex flex-wrap gap-x-5 gap-y-1">
          {(['importance', 'certainty'] as const).map((scale) => (
            <span key={scale} className="grid gap-0.5">
              <span className="text-xs text-ink-2" aria-hidden>
                {scale === 'importance' ? strings.important : strings.certain}
              </span>
              <Level
                label={`${words[scale]}: ${text}`}
                value={assumption[scale]}
                readOnly={!desk.canWrite}
                onChange={(step) => act((draft) => rateAssumption(draft, id, scale, step))}
              />
            </span>
          ))}
        </div>
      </div>
      {open ? <AssumptionForm assumption={assumption} /> : null}
    </li>
  )
}

const AssumptionForm = ({ assumption: { id, text, status, category } }: { assumption: Assumption }) => {
  const { act, desk, strings, words, takeAway } = usePlanPage()
  return (
    <div className="mt-2 grid gap-4 bg-field p-4">
      <TextField path={['assumptions', id, 'text']} label={words.assumption} />
      <ChoiceField
        label={strings.outcome}
        value={status}
        options={assumptionStatuses.map((value) => ({ value, label: words.assumptionStatuses[value] }))}
        onChange={(next) => next && act((draft) => judgeAssumption(draft, id, { status: next }))}
      />
      <ChoiceField
        label={strings.category}
        value={category}
        allowNone={strings.notChosen}
        options={categories.map((value) => ({ value, label: words.categories[value] }))}
        onChange={(next) => act((draft) => judgeAssumption(draft, id, { category: next }))}
      />
      {desk.canWrite ? (
        <span>
          <RemoveButton what={text} onRemove={() => takeAway('assumptions', id, text)} />
        </span>
      ) : null}
    </div>
  )
}
