import { useState } from 'react'
import { evidenceWorlds, methods, type Evidence } from '#domain/evidence.ts'
import type { Result } from '#kernel/result.ts'
import { ChoiceField } from '#react/choice-field.tsx'
import { DateField } from '#react/date-field.tsx'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { ReferenceField } from '#react/reference-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { useDesk } from '#react/workplace.tsx'
import type { describeEvidence } from '../evidence-commands.ts'
import { evidenceStrings } from './evidence-strings.ts'

type EvidenceFactsProps = {
  readonly evidence: Evidence
  readonly onSay: (facts: Parameters<typeof describeEvidence>[2]) => Result<unknown, string>
}

const strengths = ['1', '2', '3'] as const

/** What else is known about a piece of evidence: of which world, how strong, from whom, when and how. */
export const EvidenceFacts = ({ evidence: row, onSay }: EvidenceFactsProps) => {
  const strings = useStrings(evidenceStrings)
  return (
    <div className="grid items-start gap-4 @2xl:grid-cols-2">
      <ChoiceField
        label={strings.world}
        value={row.world}
        allowNone={strings.unknown}
        options={evidenceWorlds.map((value) => ({ value, label: strings.worlds[value] }))}
        onChange={(world) => onSay({ world })}
      />
      <ChoiceField
        label={strings.strength}
        value={strengths.find((step) => step === String(row.reliability)) ?? null}
        allowNone={strings.unknown}
        options={strengths.map((value) => ({ value, label: strings.strengths[value] }))}
        onChange={(step) => onSay({ reliability: step === null ? null : Number(step) })}
      />
      <ReferenceField
        label={strings.stakeholder}
        kinds={['stakeholder']}
        id={row.stakeholderId}
        onChange={(id) => onSay({ stakeholderId: id })}
      />
      <ChoiceField
        label={strings.method}
        value={row.method}
        allowNone={strings.unknown}
        options={methods.map((value) => ({ value, label: strings.methods[value] }))}
        onChange={(method) => onSay({ method })}
      />
      <DateField
        label={strings.collectedAt}
        value={row.collectedAt}
        place={{ item: row.id, field: 'collectedAt' }}
        onChange={(collectedAt) => onSay({ collectedAt })}
      />
      <AddressField evidence={row} onSay={onSay} />
      <SensitiveField evidence={row} onSay={onSay} />
    </div>
  )
}

// What is no address yet stays in the field with words beside it; only a whole one is told to others.
const AddressField = ({ evidence: { id, url }, onSay }: EvidenceFactsProps) => {
  const strings = useStrings(evidenceStrings)
  const { canWrite } = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const leave = () => {
    if (typed === null) return
    const done = onSay({ url: typed.trim() || null }).ok
    setError(done ? undefined : strings.noAddress)
    if (done) setTyped(null)
  }
  return (
    <FieldFrame label={strings.url} place={{ item: id, field: 'url' }} error={error}>
      {(control) => (
        <input
          {...control}
          type="url"
          value={typed ?? url ?? ''}
          maxLength={2000}
          readOnly={!canWrite}
          placeholder="https://"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            control.onBlur()
            leave()
          }}
          className={`${controlClass} min-h-11`}
        />
      )}
    </FieldFrame>
  )
}

const SensitiveField = ({ evidence: { sensitive }, onSay }: EvidenceFactsProps) => {
  const strings = useStrings(evidenceStrings)
  const { canWrite } = useDesk()
  return (
    <label className="flex min-h-11 items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        checked={sensitive}
        disabled={!canWrite}
        onChange={(event) => onSay({ sensitive: event.target.checked })}
        className="focus-ring size-5 shrink-0 accent-water"
      />
      {strings.sensitive}
    </label>
  )
}
