import { participationLevels } from '#domain/workspace.ts'
import {
  atTableAnswers,
  confidences,
  directions,
  levels,
  relationStatuses,
  relationTypes,
  sectors,
  stakeholderKinds,
} from '../shape.ts'

/** What a file can say about a party. `representedById` stands as the id of who speaks for it. */
export const partyAttributes = [
  'id',
  'name',
  'kind',
  'sector',
  'level',
  'world',
  'ring',
  'influence',
  'interest',
  'impact',
  'urgency',
  'legitimacy',
  'attitude',
  'livedExperience',
  'participationCurrent',
  'participationDesired',
  'atTable',
  'goals',
  'concerns',
  'brings',
  'tags',
  'description',
  'representedById',
  'missingReason',
  'confidence',
] as const
export type PartyAttribute = (typeof partyAttributes)[number]

/** What a file can say about a line. `from` and `to` are ids or names of parties. */
export const lineAttributes = [
  'id',
  'from',
  'to',
  'type',
  'direction',
  'strength',
  'quality',
  'status',
  'label',
  'formal',
  'tags',
] as const
export type LineAttribute = (typeof lineAttributes)[number]
export type Attribute = PartyAttribute | LineAttribute

/** How the words of a cell are read and written. */
export type Kind =
  | { readonly kind: 'text' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'score'; readonly low: number; readonly high: number }
  | { readonly kind: 'code'; readonly codes: readonly string[] }

const text = { kind: 'text' } as const
const flag = { kind: 'flag' } as const
const tags = { kind: 'tags' } as const
const steps = { kind: 'score', low: 1, high: 5 } as const
const sides = { kind: 'score', low: -2, high: 2 } as const
const code = <Codes extends readonly string[]>(codes: Codes) => ({ kind: 'code', codes }) as const

export const partyKinds: { readonly [Name in PartyAttribute]: Kind } = {
  id: text,
  name: text,
  kind: code(stakeholderKinds),
  sector: code(sectors),
  level: code(levels),
  world: steps,
  ring: { kind: 'score', low: 0, high: 3 },
  influence: steps,
  interest: steps,
  impact: steps,
  urgency: steps,
  legitimacy: steps,
  attitude: sides,
  livedExperience: flag,
  participationCurrent: code(participationLevels),
  participationDesired: code(participationLevels),
  atTable: code(atTableAnswers),
  goals: text,
  concerns: text,
  brings: text,
  tags,
  description: text,
  representedById: text,
  missingReason: text,
  confidence: code(confidences),
}

export const lineKinds: { readonly [Name in LineAttribute]: Kind } = {
  id: text,
  from: text,
  to: text,
  type: code(relationTypes),
  direction: code(directions),
  strength: steps,
  quality: sides,
  status: code(relationStatuses),
  label: text,
  formal: flag,
  tags,
}
