import { useId, useRef, useState } from 'react'
import { evidenceKinds, sourceKinds, type Consent, type Evidence } from '#domain/evidence.ts'
import { ChoiceField } from '#react/choice-field.tsx'
import { controlClass, FieldFrame } from '#react/field-frame.tsx'
import { LineField } from '#react/line-field.tsx'
import { ProseField } from '#react/prose-field.tsx'
import { DeskProvider, useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { tieEvidence } from '../commands.ts'
import { describeEvidence, recordEvidence } from '../evidence-commands.ts'
import { EvidenceFacts } from './evidence-facts.tsx'
import { useEscape } from './use-escape.ts'
import { lowerStrings } from './lower-strings.ts'
import { usePage, useProblem } from './use-page.ts'

/** The answers to "May this be in the report?" as people choose them. */
const consents = {
  here: { given: 'no', scope: 'internal' },
  report: { given: 'yes', scope: 'report' },
  public: { given: 'yes', scope: 'public' },
  notNeeded: { given: 'notNeeded', scope: 'report' },
} as const satisfies { readonly [name: string]: Consent }
type ConsentName = keyof typeof consents
const consentNames: readonly ConsentName[] = ['here', 'report', 'public', 'notNeeded']

const nameOfConsent = ({ given, scope }: Consent): ConsentName => {
  if (given === 'notNeeded') return 'notNeeded'
  if (given === 'no' || scope === 'internal') return 'here'
  return scope
}

/** Writes down what somebody said, and ties it to this problem. */
export const NewEvidenceForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { act, strings, say } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const { evidence, evidenceDesk, author } = useWorkplace()
  const [text, setText] = useState('')
  const [label, setLabel] = useState('')
  const [sourceKind, setSourceKind] = useState<Evidence['sourceKind']>('resident')
  const [kind, setKind] = useState<Evidence['kind']>('quote')
  // Silence is no consent: it stays here until somebody says that they asked.
  const [consent, setConsent] = useState<ConsentName>('here')
  const [empty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEscape(form, onDone)
  const record = () => {
    const said = { text, kind, sourceKind, sourceLabel: label.trim(), consent: consents[consent] }
    const made = evidence.change(author, (register) => recordEvidence(register, said))
    setEmpty(!made.ok)
    if (!made.ok) return
    act((draft) => tieEvidence(draft, { list: 'problems', id: problem.id }, made.value, true))
    say(lower.quoteAdded)
    onDone()
  }
  return (
    <form
      ref={form}
      className="mb-4 grid items-start gap-4 bg-field p-4 @2xl:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        record()
      }}
    >
      <div className="@2xl:col-span-2">
        <FieldFrame label={lower.quoteText} hint={lower.quoteHint} error={empty ? strings.needsText : undefined}>
          {(control) => (
            <textarea
              {...control}
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              rows={2}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className={`${controlClass} field-sizing-content`}
            />
          )}
        </FieldFrame>
      </div>
      <LineField label={lower.source} hint={lower.sourceHint} value={label} maxLength={120} onChange={setLabel} />
      <SourceKindField value={sourceKind} onChange={setSourceKind} />
      <ConsentField value={consent} onChange={setConsent} />
      <KindField value={kind} onChange={setKind} />
      <span className="flex flex-wrap gap-2 @2xl:col-span-2">
        <Button variant="main" type="submit" disabled={!evidenceDesk.canWrite}>
          {strings.add}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {strings.cancel}
        </Button>
      </span>
    </form>
  )
}

/** The fields of a piece of evidence, which stands in the register for the whole workspace. */
export const EvidenceForm = ({ evidence: row }: { readonly evidence: Evidence }) => {
  const { act } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const { evidence, evidenceDesk, author } = useWorkplace()
  const said = (facts: Parameters<typeof describeEvidence>[2]) =>
    evidence.change(author, (register) => describeEvidence(register, row.id, facts))
  return (
    <DeskProvider value={evidenceDesk}>
      <div className="@container grid items-start gap-4 bg-field p-4">
        <ProseField path={['evidence', row.id, 'text']} label={lower.quoteText} />
        <LineField
          label={lower.source}
          hint={lower.sourceHint}
          value={row.sourceLabel}
          maxLength={120}
          place={{ item: row.id, field: 'sourceLabel' }}
          onChange={(sourceLabel) => said({ sourceLabel })}
        />
        <SourceKindField value={row.sourceKind} onChange={(sourceKind) => said({ sourceKind })} />
        <ConsentField value={nameOfConsent(row.consent)} onChange={(name) => said({ consent: consents[name] })} />
        <KindField value={row.kind} onChange={(kind) => said({ kind })} />
        <EvidenceFacts evidence={row} onSay={said} />
        <span>
          <Button
            size="dense"
            onClick={() => act((draft) => tieEvidence(draft, { list: 'problems', id: problem.id }, row.id, false))}
          >
            {lower.untie}
          </Button>
        </span>
      </div>
    </DeskProvider>
  )
}

type FieldOf<Value> = { readonly value: Value; readonly onChange: (value: Value) => void }

const SourceKindField = ({ value, onChange }: FieldOf<Evidence['sourceKind']>) => {
  const lower = useStrings(lowerStrings)
  return (
    <ChoiceField
      label={lower.sourceKind}
      value={value}
      allowNone={lower.notChosen}
      options={sourceKinds.map((each) => ({ value: each, label: lower.sourceKinds[each] }))}
      onChange={onChange}
    />
  )
}

const KindField = ({ value, onChange }: FieldOf<Evidence['kind']>) => {
  const lower = useStrings(lowerStrings)
  return (
    <ChoiceField
      label={lower.evidenceKind}
      value={value}
      options={evidenceKinds.map((each) => ({ value: each, label: lower.evidenceKinds[each] }))}
      onChange={(next) => next && onChange(next)}
    />
  )
}

const ConsentField = ({ value, onChange }: FieldOf<ConsentName>) => {
  const lower = useStrings(lowerStrings)
  const { evidenceDesk } = useWorkplace()
  const name = useId()
  return (
    <fieldset className="grid gap-1" disabled={!evidenceDesk.canWrite}>
      <legend className="font-label">{lower.consent}</legend>
      {consentNames.map((each) => (
        <label key={each} className="flex min-h-9 items-center gap-2.5 text-sm pointer-coarse:min-h-11">
          <input
            type="radio"
            name={name}
            checked={value === each}
            onChange={() => onChange(each)}
            className="focus-ring size-5 shrink-0 accent-water"
          />
          {lower.consents[each]}
        </label>
      ))}
    </fieldset>
  )
}
