import { ReferencesField } from '#react/reference-field.tsx'
import { useContent } from '#react/use-content.ts'
import { useWorkplace } from '#react/workplace.tsx'
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

/** From whom it comes, in small; nothing when nobody said. */
export const SourceNote = ({ ids }: { readonly ids: readonly string[] }) => {
  const { words } = usePage()
  const { evidence } = useWorkplace()
  const labels = useContent(evidence, (register) =>
    register.evidence
      .filter(({ id, sourceLabel }) => ids.includes(id) && sourceLabel !== '')
      .map(({ sourceLabel }) => sourceLabel)
      .join(', '),
  )
  return labels === '' ? null : <p className="text-xs text-ink-3">{words.source(labels)}</p>
}
