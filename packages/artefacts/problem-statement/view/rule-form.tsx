import { ChoiceField } from '#react/choice-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { remove } from '../commands.ts'
import { describeRule, tieGap } from '../rule-commands.ts'
import { hardnesses, ruleKinds, type Rule } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { EvidenceTie } from './evidence-tie.tsx'
import { RemoveButton } from './marks.tsx'
import { usePage, useRows } from './use-page.ts'

/** The fields of one rule: what sort it is, how hard it is, who can change it, and in which gap it plays a part. */
export const RuleForm = ({ rule }: { readonly rule: Rule }) => {
  const { act, words, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const { id, name, kind, hardness, ownerId, evidenceIds } = rule
  const { label, help } = words.fields.ruleOwner
  return (
    <div className="mt-2 mb-1 grid items-start gap-4 bg-field p-4 @2xl:grid-cols-2">
      <LineField
        label={words.rule}
        value={name}
        maxLength={300}
        place={{ item: id, field: 'name' }}
        onChange={(next) => act((draft) => describeRule(draft, id, { name: next }))}
      />
      <TextField path={['rules', id, 'effect']} label={words.effect} />
      <ChoiceField
        label={words.ruleKind}
        value={kind}
        allowNone={lower.notChosen}
        options={ruleKinds.map((value) => ({ value, label: words.ruleKinds[value] }))}
        onChange={(next) => act((draft) => describeRule(draft, id, { kind: next }))}
      />
      <ChoiceField
        label={words.hardness}
        value={hardness}
        allowNone={lower.notChosen}
        options={hardnesses.map((value) => ({ value, label: words.hardnesses[value] }))}
        onChange={(next) => act((draft) => describeRule(draft, id, { hardness: next }))}
      />
      <ReferenceField
        label={label}
        hint={help}
        kinds={['stakeholder', 'participant']}
        id={ownerId}
        onChange={(next) => act((draft) => describeRule(draft, id, { ownerId: next }))}
      />
      <GapTies rule={rule} />
      <EvidenceTie place={{ list: 'rules', id }} ids={evidenceIds} />
      <span className="@2xl:col-span-2">
        <RemoveButton what={name} onRemove={() => takeAway(name, (draft) => remove(draft, 'rules', id))} />
      </span>
    </div>
  )
}

const GapTies = ({ rule: { id, gapIds } }: { readonly rule: Rule }) => {
  const { act } = usePage()
  const lower = useStrings(lowerStrings)
  const gaps = useRows('gaps')
  if (gaps.length === 0) return null
  return (
    <fieldset className="grid gap-1">
      <legend className="font-label">{lower.inWhichGap}</legend>
      {gaps.map((gap, at) => (
        <label key={gap.id} className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={gapIds.includes(gap.id)}
            onChange={(event) => act((draft) => tieGap(draft, id, gap.id, event.target.checked))}
            className="focus-ring size-5 shrink-0 accent-water"
          />
          {gap.text || lower.gapNumber(at + 1)}
        </label>
      ))}
    </fieldset>
  )
}
