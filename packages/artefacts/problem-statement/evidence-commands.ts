import { isEmptyProse, isSafeLink, proseOf } from '#crdt/prose.ts'
import { addEvidence, type Evidence, type EvidenceDraft, type EvidenceId } from '#domain/evidence.ts'
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

const described = [
  'sourceLabel',
  'sourceKind',
  'kind',
  'world',
  'reliability',
  'consent',
  'sensitive',
  'stakeholderId',
  'collectedAt',
  'method',
  'url',
] as const
type Described = Pick<Evidence, (typeof described)[number]>

/** Says who tells it, of what sort it is, how strong, and how far the words may go. */
export const describeEvidence = (
  register: EvidenceDraft,
  id: EvidenceId,
  said: Partial<Described>,
): Result<void, 'unknown-item' | 'no-address'> => {
  const row = register.evidence.get(id)
  if (!row) return refuse('unknown-item')
  if (said.url && !isSafeLink(said.url)) return refuse('no-address')
  for (const name of described) set(row, name, said[name])
  return ok(undefined)
}

type Row = NonNullable<ReturnType<EvidenceDraft['evidence']['get']>>

const set = <Name extends keyof Described>(row: Row, name: Name, value: Described[Name] | undefined): void => {
  // Each field takes its own kind of value, which a name that stands for several hides.
  const field: { readonly set: (value: never) => void } = row[name]
  if (value !== undefined) field.set(value as never)
}
