import type { DraftOf, RowPlace } from '#crdt/draft.ts'
import {
  date,
  flag,
  line,
  maybeOneOf,
  oneOf,
  prose,
  ref,
  score,
  table,
  tags,
  value,
  type ContentOf,
  type RowInit,
  type RowOf,
} from '#crdt/shape.ts'
import type { Id } from '#kernel/id.ts'

export const evidenceKinds = ['quote', 'observation', 'figure', 'document', 'experience', 'research'] as const
export const evidenceWorlds = ['lived', 'system', 'both'] as const
export const sourceKinds = ['resident', 'professional', 'policy', 'register', 'literature', 'media'] as const
export const methods = [
  'interview',
  'homeVisit',
  'observation',
  'session',
  'survey',
  'register',
  'document',
  'literature',
] as const
export const consentScopes = ['internal', 'report', 'public'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** Whether a source agreed, and how far its words may go. */
export type Consent = { readonly given: 'yes' | 'no' | 'notNeeded'; readonly scope: ConsentScope }

// Silence is no consent: what nobody asked about stays inside the workspace.
const unasked: Consent = { given: 'no', scope: 'internal' }

/** The register of evidence, one for each workspace; every artefact refers to it by id. */
export const evidenceShape = {
  evidence: table('Evidence', 'ev', {
    kind: oneOf(evidenceKinds, 'observation'),
    text: prose(),
    world: maybeOneOf(evidenceWorlds),
    sourceKind: maybeOneOf(sourceKinds),
    sourceLabel: line(120),
    stakeholderId: ref('Stakeholder'),
    collectedAt: date(),
    method: maybeOneOf(methods),
    reliability: score(1, 3),
    consent: value<Consent>(unasked, consentOf),
    sensitive: flag(),
    url: value<string | null>(null, (raw) => (raw === null || typeof raw === 'string' ? raw : undefined)),
    tags: tags(),
  }),
} as const

export type EvidenceRegister = ContentOf<typeof evidenceShape>
export type EvidenceDraft = DraftOf<typeof evidenceShape>
export type Evidence = RowOf<EvidenceRegister, 'evidence'>
export type EvidenceId = Id<'Evidence'>

/** Adds a piece of evidence. */
export const addEvidence = (
  register: EvidenceDraft,
  init: RowInit<(typeof evidenceShape)['evidence']['fields']>,
  place?: RowPlace<'Evidence'>,
): EvidenceId => register.evidence.add(init, place)

/** Whether its words may stand in a report: consent for the report or wider, or none needed. */
export const mayBeReported = (evidence: Evidence): boolean =>
  evidence.consent.given === 'notNeeded' || (evidence.consent.given === 'yes' && evidence.consent.scope !== 'internal')

function consentOf(raw: unknown): Consent | undefined {
  if (typeof raw !== 'object' || raw === null || !('given' in raw) || !('scope' in raw)) return undefined
  const given = (['yes', 'no', 'notNeeded'] as const).find((answer) => answer === raw.given)
  const scope = consentScopes.find((reach) => reach === raw.scope)
  return given && scope ? { given, scope } : undefined
}
