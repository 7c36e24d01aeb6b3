import type { Cell, RowPlace } from '#crdt/draft.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import {
  shape,
  type LensPosition,
  type Relation,
  type RelationId,
  type RelationInit,
  type Scale,
  type Stakeholder,
  type StakeholderId,
  type StakeholderInit,
  type StakeholderMapDraft,
} from './shape.ts'

type Unknown = 'unknown-stakeholder'
type Cells<Content, Name extends keyof Content> = { readonly [Each in Name]: Cell<Content[Each]> }

/** Puts a party on the map; it stands in the tray until somebody gives it its values. */
export const addStakeholder = (
  map: StakeholderMapDraft,
  init: StakeholderInit & { readonly name: string },
  place?: RowPlace<'Stakeholder'>,
): Result<StakeholderId, 'no-name'> => {
  const name = init.name.trim()
  return name === '' ? refuse('no-name') : ok(map.stakeholders.add({ ...init, name }, place))
}

export const renameStakeholder = (
  map: StakeholderMapDraft,
  id: StakeholderId,
  name: string,
): Result<void, Unknown | 'no-name'> => {
  const row = map.stakeholders.get(id)
  if (!row) return refuse('unknown-stakeholder')
  if (name.trim() === '') return refuse('no-name')
  return ok(row.name.set(name))
}

/** Gives a party its step on a scale; `null` is unknown again. */
export const rate = (
  map: StakeholderMapDraft,
  id: StakeholderId,
  scale: Scale,
  step: number | null,
): Result<void, Unknown | 'out-of-range'> => {
  const row = map.stakeholders.get(id)
  if (!row) return refuse('unknown-stakeholder')
  if (shape.stakeholders.fields[scale].parse(step) === undefined) return refuse('out-of-range')
  return ok(row[scale].set(step))
}

/** The single values of a party that are no scale and no name. */
export type Trait =
  | 'kind'
  | 'sector'
  | 'level'
  | 'livedExperience'
  | 'participationDesired'
  | 'participationCurrent'
  | 'atTable'
  | 'representedById'
  | 'confidence'
  | 'tags'

/** Says one more thing about a party: its kind, whether it is at the table, who speaks for it. */
export const characterise = <Name extends Trait>(
  map: StakeholderMapDraft,
  id: StakeholderId,
  trait: Name,
  answer: Stakeholder[Name],
): Result<void, Unknown | 'same-stakeholder'> => {
  const row = map.stakeholders.get(id)
  if (!row) return refuse('unknown-stakeholder')
  if (trait === 'representedById' && answer === id) return refuse('same-stakeholder')
  const cells: Cells<Stakeholder, Trait> = row
  return ok(cells[trait].set(answer))
}

/** Takes a party off the map, with its lines and its places in lenses. */
export const removeStakeholder = (map: StakeholderMapDraft, id: StakeholderId): Result<void, Unknown> => {
  if (!map.stakeholders.has(id)) return refuse('unknown-stakeholder')
  for (const relation of map.relations.all()) {
    if (relation.from.get() === id || relation.to.get() === id) map.relations.remove(relation.id)
  }
  for (const place of map.lensPositions.all()) {
    if (place.stakeholderId.get() === id) map.lensPositions.remove(place.id)
  }
  for (const place of map.ringPlaces.all()) {
    if (place.stakeholderId.get() === id) map.ringPlaces.remove(place.id)
  }
  return ok(map.stakeholders.remove(id))
}

/** Draws a line between two parties. */
export const relate = (
  map: StakeholderMapDraft,
  init: RelationInit & { readonly from: StakeholderId; readonly to: StakeholderId },
): Result<RelationId, Unknown | 'same-stakeholder'> => {
  if (init.from === init.to) return refuse('same-stakeholder')
  if (!map.stakeholders.has(init.from) || !map.stakeholders.has(init.to)) return refuse('unknown-stakeholder')
  const direction = init.direction ?? usualDirection[init.type ?? 'cooperation']
  return ok(map.relations.add({ ...init, direction }))
}

/** The single values of a line; its two ends stay. */
export type RelationTrait = 'type' | 'direction' | 'strength' | 'quality' | 'status' | 'formal' | 'label'

export const changeRelation = <Name extends RelationTrait>(
  map: StakeholderMapDraft,
  id: RelationId,
  trait: Name,
  answer: Relation[Name],
): Result<void, 'unknown-relation'> => {
  const row = map.relations.get(id)
  if (!row) return refuse('unknown-relation')
  const cells: Cells<Relation, RelationTrait> = row
  return ok(cells[trait].set(answer))
}

/** Puts evidence under a line or a party, or takes it away again. */
export const tieEvidence = (
  map: StakeholderMapDraft,
  list: 'stakeholders' | 'relations',
  id: string,
  evidenceId: string,
  tied: boolean,
): Result<void, 'unknown-item'> => {
  const row = map[list].get(id)
  if (!row) return refuse('unknown-item')
  return ok(tied ? row.evidenceIds.add(evidenceId) : row.evidenceIds.remove(evidenceId))
}

export const removeRelation = (map: StakeholderMapDraft, id: RelationId): Result<void, 'unknown-relation'> =>
  map.relations.has(id) ? ok(map.relations.remove(id)) : refuse('unknown-relation')

/** Puts a party at a free place of a lens. */
export const placeInLens = (
  map: StakeholderMapDraft,
  lens: string,
  stakeholderId: StakeholderId,
  position: LensPosition,
): Result<void, Unknown> => {
  if (!map.stakeholders.has(stakeholderId)) return refuse('unknown-stakeholder')
  const id = `${lens}--${stakeholderId}`
  const row = map.lensPositions.get(id)
  if (row) row.position.set(position)
  else map.lensPositions.add({ lens, stakeholderId, position }, { id })
  return ok(undefined)
}

/** How a line of each type usually runs. */
export const usualDirection: { readonly [Type in Relation['type']]: Relation['direction'] } = {
  information: 'mutual',
  cooperation: 'mutual',
  care: 'directed',
  referral: 'directed',
  money: 'directed',
  mandate: 'directed',
  oversight: 'directed',
  representation: 'directed',
  advice: 'directed',
  tension: 'undirected',
}
