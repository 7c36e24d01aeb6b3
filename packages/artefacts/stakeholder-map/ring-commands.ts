import { ok, refuse, type Result } from '#kernel/result.ts'
import { shape, type Phase, type RingView, type StakeholderId, type StakeholderMapDraft } from './shape.ts'

/** Says how close a party stands in a phase: now, as it wishes, or as is desirable; `null` is unknown again. */
export const setRing = (
  map: StakeholderMapDraft,
  id: StakeholderId,
  phase: Phase,
  view: RingView,
  ring: number | null,
): Result<void, 'unknown-stakeholder' | 'out-of-range'> => {
  const row = map.stakeholders.get(id)
  if (!row) return refuse('unknown-stakeholder')
  if (shape.stakeholders.fields.ring.parse(ring) === undefined) return refuse('out-of-range')
  if (phase === 'whole' && view === 'now') return ok(row.ring.set(ring))
  const placeId = `${phase}--${id}`
  const place = map.ringPlaces.get(placeId)
  if (place) place[view].set(ring)
  else map.ringPlaces.add({ phase, stakeholderId: id, [view]: ring }, { id: placeId })
  return ok(undefined)
}
