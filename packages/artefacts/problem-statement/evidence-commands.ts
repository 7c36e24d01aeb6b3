import { isEmptyProse, proseOf } from '#crdt/prose.ts'
import { addEvidence, type Consent, type Evidence, type EvidenceDraft, type EvidenceId } from '#domain/evidence.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'

/** What is asked about something that somebody said; never a name. */
export type NewEvidence = Pick<Evidence, 'kind' | 'sourceLabel' | 'sourceKind' | 'consent'> & { readonly text: string }

/** Writes something down in the register of the workspace, with what its source allows. */
export const recordEvidence = (
  register: EvidenceDraft,
  { text, ...said }: NewEvidence,
): Result<EvidenceId, 'no-text'> => {
  if (isEmptyProse(proseOf(text))) return refuse('no-text')
  const world = said.sourceKind === 'resident' ? 'lived' : null
  return ok(addEvidence(register, { ...said, text: text.trim(), world }))
}

/** Says who tells it, of what sort it is, and how far the words may go. */
export const describeEvidence = (
  register: EvidenceDraft,
  id: EvidenceId,
  said: Partial<Pick<Evidence, 'sourceLabel' | 'sourceKind' | 'kind' | 'reliability'>> & { readonly consent?: Consent },
): Result<void, 'unknown-item'> => {
  const row = register.evidence.get(id)
  if (!row) return refuse('unknown-item')
  const { sourceLabel, sourceKind, kind, reliability, consent } = said
  if (sourceLabel !== undefined) row.sourceLabel.set(sourceLabel)
  if (sourceKind !== undefined) row.sourceKind.set(sourceKind)
  if (kind !== undefined) row.kind.set(kind)
  if (reliability !== undefined) row.reliability.set(reliability)
  if (consent !== undefined) row.consent.set(consent)
  return ok(undefined)
}
