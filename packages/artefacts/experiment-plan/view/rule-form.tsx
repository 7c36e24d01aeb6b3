import { ChoiceField } from '#react/choice-field.tsx'
import { DateField } from '#react/date-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { describe, tieRow } from '../list-commands.ts'
import { rooms, ruleKinds, ruleStatuses, type RuleBarrier } from '../shape.ts'
import { ManyField } from './many-field.tsx'
import { RemoveButton } from './marks.tsx'
import { ruleStrings } from './rule-strings.ts'
import { usePlanPage } from './use-plan.ts'

const facts = ['purpose', 'scope', 'deviatesFrom', 'maxDuration'] as const
const anybody = ['participant', 'stakeholder']

/** The fields of a rule in the way: whose it is, which room is asked, and the four facts of an experiment clause. */
export const RuleForm = ({ barrier }: { readonly barrier: RuleBarrier }) => {
  const { act, desk, strings, words, takeAway } = usePlanPage()
  const own = useStrings(ruleStrings)
  const { id, rule, kind, ownerId, room, status, validUntil, agreedBy, evidenceIds } = barrier
  const say = (said: Parameters<typeof describe<'ruleBarriers'>>[3]) =>
    void act((draft) => describe(draft, 'ruleBarriers', id, said))
  const missing = facts.filter((fact) => barrier[fact].trim() === '')
  return (
    <div className="mt-2 grid items-start gap-4 bg-field p-4 @lg:grid-cols-2">
      <LineField
        label={words.rule}
        value={rule}
        maxLength={300}
        place={{ item: id, field: 'rule' }}
        onChange={(next) => say({ rule: next })}
      />
      <ReferenceField label={words.owner} kinds={anybody} id={ownerId} onChange={(next) => say({ ownerId: next })} />
      <ChoiceField
        label={own.kind}
        value={kind}
        allowNone={strings.notChosen}
        options={ruleKinds.map((value) => ({ value, label: own.kinds[value] }))}
        onChange={(next) => say({ kind: next })}
      />
      <ChoiceField
        label={words.room}
        value={room}
        allowNone={strings.notChosen}
        options={rooms.map((value) => ({ value, label: words.rooms[value] }))}
        onChange={(next) => say({ room: next })}
      />
      <ChoiceField
        label={words.ruleStatus}
        value={status}
        options={ruleStatuses.map((value) => ({ value, label: words.ruleStatuses[value] }))}
        onChange={(next) => next && say({ status: next })}
      />
      <DateField
        label={own.validUntil}
        value={validUntil}
        place={{ item: id, field: 'validUntil' }}
        onChange={(next) => say({ validUntil: next })}
      />
      <ReferenceField label={own.agreedBy} kinds={anybody} id={agreedBy} onChange={(next) => say({ agreedBy: next })} />
      <fieldset className="grid items-end gap-4 border-t border-ditch pt-3 @lg:col-span-2 @lg:grid-cols-2">
        <legend className="float-left w-full font-strong @lg:col-span-2">
          {own.facts} <span className="block text-sm font-normal text-ink-3">{own.factsHint}</span>
        </legend>
        {facts.map((fact) => (
          <LineField
            key={fact}
            label={own[fact]}
            value={barrier[fact]}
            maxLength={fact === 'maxDuration' ? 200 : 500}
            place={{ item: id, field: fact }}
            onChange={(next) => say({ [fact]: next })}
          />
        ))}
        {room === 'experimentClause' && missing.length > 0 ? (
          <p className="text-sm text-reed @lg:col-span-2">
            {own.missing(missing.map((fact) => own[fact].toLowerCase()).join(', '))}
          </p>
        ) : null}
      </fieldset>
      <ManyField
        label={own.evidence}
        kinds={['evidence']}
        ids={evidenceIds}
        onTie={(other, tied) => void act((draft) => tieRow(draft, 'ruleBarriers', id, other, tied))}
      />
      <span className="flex items-center gap-2">
        {desk.canWrite ? <RemoveButton what={rule} onRemove={() => takeAway('ruleBarriers', id, rule)} /> : null}
        <RemarkButton itemId={id} about={rule} quote={rule} />
      </span>
    </div>
  )
}
