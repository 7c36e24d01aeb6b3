import { ChoiceField } from '#react/choice-field.tsx'
import { LineField } from '#react/line-field.tsx'
import { ReferenceField, ReferencesField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { Level } from '#ui/level.tsx'
import { considerEffect, setAffected } from '../commands.ts'
import { effectDirections, effectStatuses, responses, type Effect } from '../shape.ts'
import { RemoveButton } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'

/** The fields of an effect: on whom, how likely and bad, what we do, what to watch for, what was seen. */
export const EffectForm = ({ effect }: { effect: Effect }) => {
  const { act, desk, strings, words, takeAway } = usePlanPage()
  const { id, text } = effect
  const consider = (thought: Parameters<typeof considerEffect>[2]) =>
    void act((draft) => considerEffect(draft, id, thought))
  const affect = (stakeholder: string, affected: boolean) =>
    void act((draft) => setAffected(draft, id, stakeholder, affected))
  return (
    <div className="grid items-start gap-4 text-base md:grid-cols-2 lg:grid-cols-3">
      <TextField path={['effects', id, 'text']} label={words.effect} />
      <ReferencesField
        label={words.onWhom}
        kind="stakeholder"
        ids={effect.forStakeholderIds}
        onAdd={(stakeholder) => affect(stakeholder, true)}
        onRemove={(stakeholder) => affect(stakeholder, false)}
      />
      <ChoiceField
        label={words.direction}
        value={effect.direction}
        options={effectDirections.map((value) => ({ value, label: words.directions[value] }))}
        onChange={(direction) => direction && consider({ direction })}
      />
      <span className="flex flex-wrap gap-x-6 gap-y-3">
        {(['likelihood', 'severity'] as const).map((scale) => (
          <span key={scale} className="grid gap-1.5">
            <span className="font-label" aria-hidden>
              {words[scale]}
            </span>
            <Level
              label={`${words[scale]}: ${text}`}
              value={effect[scale]}
              readOnly={!desk.canWrite}
              onChange={(step) => consider({ [scale]: step })}
            />
          </span>
        ))}
      </span>
      <ChoiceField
        label={words.response}
        value={effect.response}
        allowNone={strings.notChosen}
        options={responses.map((value) => ({ value, label: words.responses[value] }))}
        onChange={(response) => consider({ response })}
      />
      <ReferenceField
        label={strings.taker}
        kinds={['participant', 'stakeholder']}
        id={effect.ownerId}
        onChange={(ownerId) => consider({ ownerId })}
      />
      <LineField
        label={words.earlySignal}
        value={effect.earlySignal}
        maxLength={300}
        place={{ item: id, field: 'earlySignal' }}
        onChange={(earlySignal) => consider({ earlySignal })}
      />
      <ChoiceField
        label={words.effectStatus}
        value={effect.status}
        options={effectStatuses.map((value) => ({ value, label: words.effectStatuses[value] }))}
        onChange={(status) => status && consider({ status })}
      />
      <LineField
        label={strings.seenNote}
        value={effect.seenNote ?? ''}
        maxLength={1000}
        place={{ item: id, field: 'seenNote' }}
        onChange={(seenNote) => consider({ seenNote: seenNote || null })}
      />
      <span className="flex items-center gap-2">
        {desk.canWrite ? <RemoveButton what={text} onRemove={() => takeAway('effects', id, text)} /> : null}
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}
