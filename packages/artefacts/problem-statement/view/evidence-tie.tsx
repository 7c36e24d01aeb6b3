import { ReferencesField } from '#react/reference-field.tsx'
import { tieEvidence, type EvidencePlace } from '../commands.ts'
import { usePage } from './use-page.ts'

type EvidenceTieProps = { readonly place: EvidencePlace; readonly ids: readonly string[] }

/** Ties evidence of the register to what it shows. */
export const EvidenceTie = ({ place, ids }: EvidenceTieProps) => {
  const { words, act } = usePage()
  const { label, help } = words.fields.evidence
  return (
    <ReferencesField
      label={label}
      hint={help}
      kind="evidence"
      ids={ids}
      onAdd={(id) => act((draft) => tieEvidence(draft, place, id, true))}
      onRemove={(id) => act((draft) => tieEvidence(draft, place, id, false))}
    />
  )
}
