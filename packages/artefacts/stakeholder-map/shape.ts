import type { DraftOf } from '#crdt/draft.ts'
import {
  flag,
  line,
  maybeOneOf,
  oneOf,
  ref,
  score,
  set,
  table,
  tags,
  text,
  value,
  type ContentOf,
  type RowInit,
  type RowOf,
} from '#crdt/shape.ts'
import { participationLevels } from '#domain/workspace.ts'
import type { Id } from '#kernel/id.ts'

export const stakeholderKinds = ['group', 'organisation', 'role', 'network', 'government', 'nonhuman'] as const
export const sectors = [
  'residents',
  'informalCare',
  'volunteering',
  'care',
  'welfare',
  'housing',
  'education',
  'business',
  'government',
  'politics',
  'finance',
  'oversight',
  'supplier',
  'knowledge',
  'media',
  'other',
] as const
export const levels = ['street', 'district', 'municipality', 'region', 'national'] as const
export const atTableAnswers = ['yes', 'represented', 'no', 'unknown'] as const
export const confidences = ['sure', 'estimated', 'guess'] as const
export const relationTypes = [
  'information',
  'cooperation',
  'care',
  'referral',
  'money',
  'mandate',
  'oversight',
  'representation',
  'advice',
  'tension',
] as const
export type RelationType = (typeof relationTypes)[number]
export const directions = ['directed', 'mutual', 'undirected'] as const
export const relationStatuses = ['existing', 'wanted', 'broken'] as const

/** A moment in the work for which rings may differ; `whole` is the work as a whole. */
export const phases = ['whole', 'prepare', 'run', 'review'] as const
export type Phase = (typeof phases)[number]
/** How close a party stands: now, as it wishes itself, and as this group finds desirable. */
export const ringViews = ['now', 'wished', 'desirable'] as const
export type RingView = (typeof ringViews)[number]

/** The eight questions that find who was forgotten. */
export const missingPrompts = ['lives', 'carriesOut', 'wrote', 'pays', 'oversees', 'loses', 'tried', 'never'] as const
export type MissingPrompt = (typeof missingPrompts)[number]

/** A free place in a lens whose axes are no attributes: a point from −1 to 1, or an angle in degrees. One value, so halves never mix. */
export type LensPosition = { readonly x: number; readonly y: number } | { readonly angle: number }

/** A map of who is involved: parties, the lines between them, and where they stand in lenses with free axes. */
export const shape = {
  stakeholders: table('Stakeholder', 'sh', {
    name: line(120),
    kind: maybeOneOf(stakeholderKinds),
    sector: maybeOneOf(sectors),
    level: maybeOneOf(levels),
    description: text(),
    world: score(1, 5),
    ring: score(0, 3),
    influence: score(1, 5),
    interest: score(1, 5),
    impact: score(1, 5),
    urgency: score(1, 5),
    legitimacy: score(1, 5),
    attitude: score(-2, 2),
    livedExperience: flag(),
    goals: text(),
    concerns: text(),
    brings: text(),
    participationDesired: maybeOneOf(participationLevels),
    participationCurrent: maybeOneOf(participationLevels),
    atTable: oneOf(atTableAnswers, 'unknown'),
    representedById: ref('Stakeholder'),
    missingReason: text(),
    confidence: maybeOneOf(confidences),
    evidenceIds: set('Evidence'),
    tags: tags(),
  }),
  relations: table('Relation', 'rel', {
    from: ref('Stakeholder'),
    to: ref('Stakeholder'),
    type: oneOf(relationTypes, 'cooperation'),
    direction: oneOf(directions, 'undirected'),
    strength: score(1, 5),
    quality: score(-2, 2),
    status: oneOf(relationStatuses, 'existing'),
    formal: flag(),
    label: line(120),
    evidenceIds: set('Evidence'),
    tags: tags(),
  }),
  // The id is `<lens>--<stakeholder>`, so that two people who place the same party write one row.
  lensPositions: table('LensPosition', 'lp', {
    lens: line(60),
    stakeholderId: ref('Stakeholder'),
    position: value<LensPosition | null>(null, lensPositionOf),
  }),
  // The id is `<phase>--<stakeholder>`, so phases are named in small letters. How close a party stands now in the work as a whole is its own `ring`.
  ringPlaces: table('RingPlace', 'rp', {
    phase: oneOf(phases, 'whole'),
    stakeholderId: ref('Stakeholder'),
    now: score(0, 3),
    wished: score(0, 3),
    desirable: score(0, 3),
  }),
  // What the map cannot say because somebody was not asked; it follows into the report.
  limitations: table('Limitation', 'li', {
    stakeholderId: ref('Stakeholder'),
    prompt: maybeOneOf(missingPrompts),
    text: line(500),
  }),
  views: table('SavedView', 'vw', {
    title: line(120),
    lens: line(60),
    filter: line(500),
    colour: line(40),
    size: line(40),
    focusId: ref('Stakeholder'),
    reach: score(1, 3),
    note: line(500),
  }),
} as const

export type StakeholderMap = ContentOf<typeof shape>
export type StakeholderMapDraft = DraftOf<typeof shape>
export type Stakeholder = RowOf<StakeholderMap, 'stakeholders'>
export type Relation = RowOf<StakeholderMap, 'relations'>
export type SavedView = RowOf<StakeholderMap, 'views'>
export type Limitation = RowOf<StakeholderMap, 'limitations'>
export type StakeholderId = Id<'Stakeholder'>
export type RelationId = Id<'Relation'>
export type StakeholderInit = RowInit<(typeof shape)['stakeholders']['fields']>
export type ViewInit = RowInit<(typeof shape)['views']['fields']>
export type RelationInit = RowInit<(typeof shape)['relations']['fields']>

/** The attributes that are a step on a scale, or `null` for unknown. */
export const scales = ['impact', 'influence', 'interest', 'world', 'urgency', 'legitimacy', 'ring', 'attitude'] as const
export type Scale = (typeof scales)[number]

/** A position as it stands in a document or a file; `undefined` when it is none. Points are kept inside the lens. */
export function lensPositionOf(raw: unknown): LensPosition | null | undefined {
  if (raw === null) return null
  if (typeof raw !== 'object') return undefined
  if ('angle' in raw && Number.isFinite(raw.angle)) return { angle: Number(raw.angle) }
  if (!('x' in raw) || !('y' in raw) || !Number.isFinite(raw.x) || !Number.isFinite(raw.y)) return undefined
  return { x: within(Number(raw.x)), y: within(Number(raw.y)) }
}

const within = (place: number): number => Math.min(1, Math.max(-1, place))
