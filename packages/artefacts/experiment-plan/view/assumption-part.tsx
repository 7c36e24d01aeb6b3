import { lazy, memo, Suspense, useState } from 'react'
import { addAssumption } from '../commands.ts'
import { isRiskiest, riskiestFirst } from '../queries.ts'
import { categories, type Assumption } from '../shape.ts'
import { AssumptionCanvas } from './assumption-canvas.tsx'
import { EditButton, Mark } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

const AssumptionForm = lazy(async () => ({ default: (await import('./assumption-form.tsx')).AssumptionForm }))

/** What must be true, on a canvas of importance and certainty and as a list that can do the same. */
export const AssumptionPart = () => {
  const { act, strings } = usePlanPage()
  const assumptions = usePlanPart((plan) => plan.assumptions)
  const [kind, setKind] = useState<Assumption['category']>(null)
  const adding = useAdding()
  const sorted = riskiestFirst(assumptions)
  const shown = kind === null ? sorted : sorted.filter(({ category }) => category === kind)
  return (
    <Part
      id="assumptions"
      title={strings.sections.assumptions}
      note={strings.assumptionsNote}
      action={adding.button(strings.addAssumption)}
    >
      {adding.open ? (
        <AddLine
          label={strings.newAssumption}
          onClose={adding.close}
          onAdd={(text) => act((draft) => addAssumption(draft, { text })).ok}
        />
      ) : null}
      {assumptions.length === 0 ? (
        <EmptyNote>{strings.noAssumptions}</EmptyNote>
      ) : (
        <div className="grid gap-x-6 @3xl:grid-cols-[minmax(16rem,22rem)_minmax(0,1fr)]">
          <AssumptionCanvas assumptions={sorted} shown={new Set(shown.map(({ id }) => id))} />
          <div>
            <KindFilter kind={kind} onChange={setKind} />
            <ol>
              {sorted.map((assumption, at) =>
                shown.includes(assumption) ? (
                  <AssumptionRow key={assumption.id} assumption={assumption} number={at + 1} />
                ) : null,
              )}
            </ol>
          </div>
        </div>
      )}
    </Part>
  )
}

type KindFilterProps = {
  readonly kind: Assumption['category']
  readonly onChange: (kind: Assumption['category']) => void
}

const KindFilter = ({ kind, onChange }: KindFilterProps) => {
  const { strings, words } = usePlanPage()
  return (
    <label className="mb-1 flex flex-wrap items-center gap-2 text-sm">
      <span className="font-label">{strings.category}</span>
      <select
        value={kind ?? ''}
        onChange={(event) => onChange(categories.find((each) => each === event.target.value) ?? null)}
        className="focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 pointer-coarse:min-h-11"
      >
        <option value="">{strings.allKinds}</option>
        {categories.map((each) => (
          <option key={each} value={each}>
            {words.categories[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

const outcomeTones = { open: 'plain', confirmed: 'good', partly: 'care', refuted: 'bad', unclear: 'plain' } as const

const AssumptionRow = memo(({ assumption, number }: { assumption: Assumption; number: number }) => {
  const { words } = usePlanPage()
  const [open, setOpen] = useState(false)
  const { id, text, status, category } = assumption
  return (
    <li className="border-t border-ditch py-1.5 first:border-t-0" data-assumption={id} data-item={id}>
      <div className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 text-sm">
        <b className="mt-1.5 tabular-nums">{number}</b>
        <p className="mt-1.5 min-w-0">
          {text} {category === null ? null : <span className="text-ink-2">· {words.categories[category]}</span>}{' '}
          {status === 'open' ? null : <Mark tone={outcomeTones[status]}>{words.assumptionStatuses[status]}</Mark>}
          {isRiskiest(assumption) ? <span className="sr-only"> {words.riskiest}</span> : null}
        </p>
        <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
      </div>
      {open ? (
        <Suspense fallback={<div className="mt-2 min-h-80 bg-field" />}>
          <AssumptionForm assumption={assumption} />
        </Suspense>
      ) : null}
    </li>
  )
})
