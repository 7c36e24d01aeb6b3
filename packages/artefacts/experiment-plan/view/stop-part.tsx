import { CircleDashed, OctagonX } from 'lucide-react'
import { memo, useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { DateField } from '#react/date-field.tsx'
import { NumberField } from '#react/number-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { formatDate, formatNumber } from '#i18n/format.ts'
import { Switch } from '#ui/switch.tsx'
import { addStopRule, markHit } from '../care-commands.ts'
import { describe } from '../list-commands.ts'
import type { StopRule } from '../shape.ts'
import { hitOf } from '../stop-rules.ts'
import { operators } from '../values.ts'
import { EditButton, Mark, RemoveButton } from './marks.tsx'
import { AddLine, EmptyNote, Part, useAdding } from './part.tsx'
import { stopStrings } from './stop-strings.ts'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** When the trial stops, agreed beforehand; a rule lights up when it is hit. */
export const StopParcel = () => {
  const { act } = usePlanPage()
  const own = useStrings(stopStrings)
  const rules = usePlanPart((plan) => plan.stopRules)
  const adding = useAdding()
  return (
    <Part id="stop" title={own.title} note={own.note} action={adding.button(own.add)}>
      {adding.open ? (
        <AddLine
          label={own.new}
          onClose={adding.close}
          onAdd={(text) => act((draft) => addStopRule(draft, { text })).ok}
        />
      ) : null}
      {rules.length === 0 ? <EmptyNote>{own.none}</EmptyNote> : null}
      <ul>
        {rules.map((rule) => (
          <StopRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </Part>
  )
}

const StopRow = memo(({ rule }: { rule: StopRule }) => {
  const { locale, words } = usePlanPage()
  const own = useStrings(stopStrings)
  const results = usePlanPart((plan) => plan.results)
  const measures = usePlanPart((plan) => plan.measures)
  const [open, setOpen] = useState(false)
  const { id, text, measureId, operator, value } = rule
  const { hit, at } = hitOf({ results }, rule)
  const measure = measures.find((each) => each.id === measureId)
  const bound =
    operator === null || value === null ? null : `${words.operators[operator]} ${formatNumber(locale, value)}`
  return (
    <li
      className={`border-t border-ditch py-2 first:border-t-0 ${hit ? '-mx-4 border-l-8 border-l-clay bg-clay-tint px-3 md:-mx-7 md:px-5' : ''}`}
      data-item={id}
      data-hit={hit}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-60 text-sm">
          {text}
          {measure && bound ? <span className="block text-xs text-ink-2">{own.bound(measure.name, bound)}</span> : null}
        </p>
        <span className="flex flex-wrap items-center gap-2">
          <Mark tone={hit ? 'bad' : 'plain'} icon={hit ? OctagonX : CircleDashed}>
            {hit ? (at === null ? own.hit : own.hitOn(formatDate(locale, at))) : own.notHit}
          </Mark>
          <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
        </span>
      </div>
      {open ? <StopForm rule={rule} byResult={hit && !rule.hit} /> : null}
    </li>
  )
})

const StopForm = ({ rule, byResult }: { readonly rule: StopRule; readonly byResult: boolean }) => {
  const { act, desk, strings, words, today, takeAway } = usePlanPage()
  const own = useStrings(stopStrings)
  const measures = usePlanPart((plan) => plan.measures)
  const { id, text, measureId, operator, value, decidedById, hit, hitAt } = rule
  const say = (said: Parameters<typeof describe<'stopRules'>>[3]) =>
    void act((draft) => describe(draft, 'stopRules', id, said))
  return (
    <div className="mt-2 grid items-start gap-4 bg-field p-4 @lg:grid-cols-2">
      <TextField path={['stopRules', id, 'text']} label={own.text} />
      <ChoiceField
        label={own.measure}
        value={measureId}
        allowNone={own.noMeasure}
        options={measures.map((measure) => ({ value: measure.id, label: measure.name }))}
        onChange={(next) => say({ measureId: next })}
      />
      <ChoiceField
        label={own.is}
        value={operator}
        allowNone={strings.notChosen}
        options={operators.map((each) => ({ value: each, label: words.operators[each] }))}
        onChange={(next) => say({ operator: next })}
      />
      <NumberField
        label={own.value}
        value={value}
        place={{ item: id, field: 'value' }}
        onChange={(next) => say({ value: next })}
      />
      <ReferenceField
        label={own.decidedBy}
        kinds={['participant', 'stakeholder']}
        id={decidedById}
        onChange={(next) => say({ decidedById: next })}
      />
      <div className="grid gap-2">
        <Switch
          label={own.mark}
          state={byResult ? own.byResult : hit ? own.marked : own.unmarked}
          checked={hit}
          disabled={!desk.canWrite}
          onChange={(on) => void act((draft) => markHit(draft, id, on ? today : null))}
        />
        {hit ? (
          <DateField
            label={own.when}
            value={hitAt}
            onChange={(day) => day !== null && void act((draft) => markHit(draft, id, day))}
          />
        ) : null}
      </div>
      <span className="flex items-center gap-2">
        {desk.canWrite ? <RemoveButton what={text} onRemove={() => takeAway('stopRules', id, text)} /> : null}
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}
