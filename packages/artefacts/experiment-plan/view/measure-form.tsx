import { useRef, useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { DateField } from '#react/date-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { NumberField } from '#react/number-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { describeMeasure, setBaseline, setTarget } from '../commands.ts'
import { describe } from '../list-commands.ts'
import { comparisons, measureKinds, type Measure } from '../shape.ts'
import { operators, type Measurement, type Operator } from '../values.ts'
import { isFewerBetter } from './gauge-scale.ts'
import { RemoveButton } from './marks.tsx'
import { measureStrings } from './measure-strings.ts'
import { ThirdField } from './third-field.tsx'
import { usePlanPage } from './use-plan.ts'

/** The fields of a measure: what it is, where it began, when it is good. */
export const MeasureForm = ({ measure }: { measure: Measure }) => {
  const { act, desk, strings, takeAway } = usePlanPage()
  const { id } = measure
  const place = (field: string) => ({ item: id, field })
  const describe = (said: Parameters<typeof describeMeasure>[2]) =>
    void act((draft) => describeMeasure(draft, id, said))
  return (
    <>
      <div className="grid items-end gap-4 @lg:grid-cols-2">
        <LineField
          label={strings.name}
          value={measure.name}
          maxLength={200}
          place={place('name')}
          onChange={(name) => describe({ name })}
        />
        <LineField
          label={strings.unit}
          hint={strings.unitHint}
          value={measure.unit}
          maxLength={80}
          place={place('unit')}
          onChange={(unit) => describe({ unit })}
        />
        <LineField
          label={strings.instrument}
          value={measure.instrument}
          maxLength={300}
          place={place('instrument')}
          onChange={(instrument) => describe({ instrument })}
        />
        <ChoiceField
          label={strings.kind}
          value={measure.kind}
          allowNone={strings.notChosen}
          options={measureKinds.map((value) => ({ value, label: strings.kinds[value] }))}
          onChange={(kind) => describe({ kind })}
        />
        <ChoiceField
          label={strings.better}
          value={measure.better}
          options={(['higher', 'lower'] as const).map((value) => ({ value, label: strings.betterOptions[value] }))}
          onChange={(better) => better && describe({ better })}
        />
      </div>
      <Baseline measure={measure} />
      <Goal measure={measure} />
      <How measure={measure} />
      {desk.canWrite ? (
        <span>
          <RemoveButton what={measure.name} onRemove={() => takeAway('measures', id, measure.name)} />
        </span>
      ) : null}
    </>
  )
}

const Baseline = ({ measure: { id, baseline } }: { measure: Measure }) => {
  const { act, strings } = usePlanPage()
  // Whoever wipes the value to type another one keeps its day and number.
  const last = useRef<Measurement | null>(null)
  const set = (next: Measurement | null) => void act((draft) => setBaseline(draft, id, next))
  return (
    <fieldset className="grid items-start gap-4 @lg:grid-cols-3">
      <legend className="mb-1 font-strong">{strings.baseline}</legend>
      <NumberField
        label={strings.value}
        value={baseline?.value ?? null}
        place={{ item: id, field: 'baseline' }}
        onChange={(value) => {
          if (baseline) last.current = baseline
          set(value === null ? null : { date: null, n: null, ...last.current, value })
        }}
      />
      {baseline ? (
        <>
          <DateField label={strings.date} value={baseline.date} onChange={(date) => set({ ...baseline, date })} />
          <NumberField
            label={strings.count}
            value={baseline.n}
            min={0}
            onChange={(n) => (n === null || Number.isInteger(n)) && set({ ...baseline, n })}
          />
        </>
      ) : null}
    </fieldset>
  )
}

const Goal = ({ measure: { id, target, better } }: { measure: Measure }) => {
  const { act, strings, words } = usePlanPage()
  // Chosen before there is a value, it waits here.
  const [chosen, choose] = useState<Operator>(isFewerBetter(target, better) ? '<=' : '>=')
  const operator = target?.operator ?? chosen
  return (
    <fieldset className="grid items-start gap-4 @lg:grid-cols-3">
      <legend className="mb-1 font-strong">{strings.target}</legend>
      <ChoiceField
        label={strings.is}
        value={operator}
        options={operators.map((value) => ({ value, label: words.operators[value] }))}
        onChange={(next) => {
          if (!next) return
          choose(next)
          if (target) act((draft) => setTarget(draft, id, { ...target, operator: next }))
        }}
      />
      <NumberField
        label={strings.value}
        value={target?.value ?? null}
        place={{ item: id, field: 'target' }}
        onChange={(value) => {
          choose(operator)
          act((draft) => setTarget(draft, id, value === null ? null : { operator, value }))
        }}
      />
    </fieldset>
  )
}

// How it is measured, and about whom: rarely changed, so it stands last.
const How = ({ measure }: { measure: Measure }) => {
  const { act, strings } = usePlanPage()
  const own = useStrings(measureStrings)
  const { id, method, measuredById, forStakeholderId, frequency, comparison, reliability, baselineNote } = measure
  const say = (said: Parameters<typeof describe<'measures'>>[3]) =>
    void act((draft) => describe(draft, 'measures', id, said))
  const place = (field: string) => ({ item: id, field })
  return (
    <div className="grid items-end gap-4 @lg:grid-cols-2">
      <ReferenceField
        label={own.forWhom}
        kinds={['stakeholder']}
        id={forStakeholderId}
        onChange={(next) => say({ forStakeholderId: next })}
      />
      <ReferenceField
        label={own.measuredBy}
        kinds={['participant', 'stakeholder']}
        id={measuredById}
        onChange={(next) => say({ measuredById: next })}
      />
      <LineField
        label={own.method}
        hint={own.methodHint}
        value={method}
        maxLength={300}
        place={place('method')}
        onChange={(next) => say({ method: next })}
      />
      <LineField
        label={own.frequency}
        value={frequency}
        maxLength={200}
        place={place('frequency')}
        onChange={(next) => say({ frequency: next })}
      />
      <ChoiceField
        label={own.comparison}
        value={comparison}
        allowNone={strings.notChosen}
        options={comparisons.map((value) => ({ value, label: own.comparisons[value] }))}
        onChange={(next) => say({ comparison: next })}
      />
      <ThirdField
        label={own.reliability}
        value={reliability}
        labels={own.reliabilities}
        onChange={(next) => say({ reliability: next })}
      />
      <LineField
        label={own.baselineNote}
        value={baselineNote}
        maxLength={500}
        place={place('baselineNote')}
        onChange={(next) => say({ baselineNote: next })}
      />
    </div>
  )
}
