import type { Cell } from '#crdt/draft.ts'
import { compareText } from '#kernel/order.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import type { RelationId, Stakeholder, StakeholderId, StakeholderMapDraft } from './shape.ts'

const fillable = [
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
  'participationDesired',
  'participationCurrent',
  'confidence',
] as const
const texts = ['description', 'goals', 'concerns', 'brings', 'missingReason'] as const

/**
 * Makes one party of two: `keep` takes over what it did not know itself, the words, evidence and tags of both, and the
 * lines of `gone`. A line between the two falls away, and so does one that `keep` has already.
 */
export const mergeStakeholders = (
  map: StakeholderMapDraft,
  keep: StakeholderId,
  gone: StakeholderId,
): Result<StakeholderId, 'unknown-stakeholder' | 'same-stakeholder'> => {
  if (keep === gone) return refuse('same-stakeholder')
  const [one, other] = [map.stakeholders.get(keep), map.stakeholders.get(gone)]
  if (!one || !other) return refuse('unknown-stakeholder')
  for (const name of fillable) takeOver(one, other, name)
  for (const name of texts) {
    const [own, added] = [one[name].get(), other[name].get()]
    if (added !== '' && !own.includes(added)) one[name].splice(own.length, 0, own === '' ? added : `\n${added}`)
  }
  if (other.livedExperience.get()) one.livedExperience.set(true)
  if (one.atTable.get() === 'unknown') one.atTable.set(other.atTable.get())
  const speaker = one.representedById.get() ?? other.representedById.get()
  one.representedById.set(speaker === keep || speaker === gone ? null : speaker)
  one.tags.set([...new Set([...one.tags.get(), ...other.tags.get()])])
  for (const id of other.evidenceIds.ids()) one.evidenceIds.add(id)
  moveRelations(map, keep, gone)
  movePlaces(map, keep, gone)
  map.stakeholders.remove(gone)
  return ok(keep)
}

type Fillable = (typeof fillable)[number]
type Cells = { readonly [Name in Fillable]: Cell<Stakeholder[Name]> }

const takeOver = <Name extends Fillable>(own: Cells, other: Cells, name: Name): void => {
  if (own[name].get() === null) own[name].set(other[name].get())
}

const moveRelations = (map: StakeholderMapDraft, keep: StakeholderId, gone: StakeholderId): void => {
  const moved = (id: StakeholderId | null) => (id === gone ? keep : id)
  const known = new Map<string, RelationId>()
  const all = map.relations.all()
  for (const row of all)
    if (row.from.get() !== gone && row.to.get() !== gone) known.set(keyOf(row.from.get(), row.to.get(), row), row.id)
  for (const row of all) {
    if (row.from.get() !== gone && row.to.get() !== gone) continue
    const [from, to] = [moved(row.from.get()), moved(row.to.get())]
    const key = keyOf(from, to, row)
    const twin = known.get(key)
    if (from === to || twin !== undefined) {
      const kept = twin === undefined ? undefined : map.relations.get(twin)
      if (kept && kept.label.get() === '') kept.label.set(row.label.get())
      map.relations.remove(row.id)
      continue
    }
    known.set(key, row.id)
    row.from.set(from)
    row.to.set(to)
  }
}

type Told = { readonly get: () => string }
type Typed = { readonly type: Told; readonly status: Told; readonly direction: Told }

// A line without a direction is the same line from its other end.
const keyOf = (from: string | null, to: string | null, { type, status, direction }: Typed): string => {
  const ends = direction.get() === 'directed' ? [from, to] : [from ?? '', to ?? ''].toSorted(compareText)
  return [...ends, type.get(), status.get(), direction.get()].join('|')
}

const movePlaces = (map: StakeholderMapDraft, keep: StakeholderId, gone: StakeholderId): void => {
  for (const row of map.stakeholders.all()) {
    if (row.representedById.get() === gone) row.representedById.set(row.id === keep ? null : keep)
  }
  for (const row of map.limitations.all()) if (row.stakeholderId.get() === gone) row.stakeholderId.set(keep)
  for (const row of map.lensPositions.all()) {
    if (row.stakeholderId.get() !== gone) continue
    const [lens, position] = [row.lens.get(), row.position.get()]
    map.lensPositions.remove(row.id)
    const id = `${lens}--${keep}`
    if (!map.lensPositions.has(id)) map.lensPositions.add({ lens, stakeholderId: keep, position }, { id })
  }
  for (const row of map.ringPlaces.all()) {
    if (row.stakeholderId.get() !== gone) continue
    const [phase, now, wished, desirable] = [row.phase.get(), row.now.get(), row.wished.get(), row.desirable.get()]
    map.ringPlaces.remove(row.id)
    const id = `${phase}--${keep}`
    const own = map.ringPlaces.get(id)
    if (!own) map.ringPlaces.add({ phase, stakeholderId: keep, now, wished, desirable }, { id })
    else
      for (const [name, value] of [
        ['now', now],
        ['wished', wished],
        ['desirable', desirable],
      ] as const)
        if (own[name].get() === null) own[name].set(value)
  }
}
