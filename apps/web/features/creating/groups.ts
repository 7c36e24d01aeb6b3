import type { CallOf } from '#protocol/http-api.ts'
import type { MarkerSlot } from '#ui/marker.tsx'

export const bases = ['resident', 'professional', 'policy', 'other'] as const
export type Base = (typeof bases)[number]

/** A group at the table while somebody is thinking it up. */
export type GroupDraft = {
  readonly key: number
  readonly title: string
  readonly marker: MarkerSlot
  readonly base: Base
  /** Where the lot put it. */
  readonly lot: number
}

export const slots = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'] as const satisfies readonly MarkerSlot[]
export const mostGroups = slots.length

type Random = () => number

/** Groups to begin with, in an order drawn by lot. */
export const firstGroups = (named: readonly (readonly [string, Base])[], random: Random = Math.random) =>
  drawLots(
    named.map(([title, base], at): GroupDraft => ({ key: at, title, base, marker: slots[at] ?? 'm1', lot: 0 })),
    random,
  )

/** Draws the order of the groups anew; each order is equally likely. */
export const drawLots = (groups: readonly GroupDraft[], random: Random = Math.random): readonly GroupDraft[] => {
  const lots = groups.map((_, at) => at)
  for (let at = lots.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [here, there] = [lots[at] ?? 0, lots[other] ?? 0]
    lots[at] = there
    lots[other] = here
  }
  return groups.map((group, at) => ({ ...group, lot: lots[at] ?? at }))
}

/** One more group: with the first shape that is free, at a place drawn by lot. */
export const addGroup = (groups: readonly GroupDraft[], random: Random = Math.random): readonly GroupDraft[] => {
  const marker = slots.find((slot) => !groups.some((group) => group.marker === slot))
  if (!marker) return groups
  const lot = Math.floor(random() * (groups.length + 1))
  const key = Math.max(-1, ...groups.map((group) => group.key)) + 1
  const moved = groups.map((group) => (group.lot >= lot ? { ...group, lot: group.lot + 1 } : group))
  return [...moved, { key, title: '', marker, base: 'other', lot }]
}

/** Gives a group the next shape; whoever had that one gets the old one. */
export const nextMarker = (groups: readonly GroupDraft[], key: number): readonly GroupDraft[] => {
  const group = groups.find((one) => one.key === key)
  if (!group) return groups
  const after = slots[(slots.indexOf(group.marker) + 1) % slots.length] ?? 'm1'
  return groups.map((one) => {
    if (one.key === key) return { ...one, marker: after }
    return one.marker === after ? { ...one, marker: group.marker } : one
  })
}

/** The groups in the order of the lot. */
export const inLotOrder = (groups: readonly GroupDraft[]): readonly GroupDraft[] =>
  groups.toSorted((a, b) => a.lot - b.lot)

type Perspectives = NonNullable<CallOf<'createWorkspace'>['body']['perspectives']>

/** The groups as the server takes them: the first of each world is called by it, so that later ones can be told apart. */
export const toPerspectives = (groups: readonly GroupDraft[]): Perspectives => {
  const taken = new Map<Base, number>()
  return inLotOrder(groups).map(({ title, marker, base }, order) => {
    const count = (taken.get(base) ?? 0) + 1
    taken.set(base, count)
    return { id: count === 1 ? base : `${base}-${count}`, title: title.trim(), marker, base, order }
  })
}
