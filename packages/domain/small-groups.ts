/** How few people a group may have before its figures would speak of persons: open answers, and secret ones. */
export const fewestOpen = 3
export const fewestSecret = 5

/** People of one or more perspectives who are counted together; ids in drawn order. */
export type PeopleGroup = { readonly perspectives: readonly string[]; readonly count: number }

/**
 * Puts groups that are too small together, the smallest with the next smallest, until each has `fewest` people or one
 * is left. Leaving a small group out instead would give it away by subtraction. Groups come in drawn order, empty ones
 * fall away, and ties go by that order.
 */
export const mergeSmallGroups = (groups: readonly PeopleGroup[], fewest: number): readonly PeopleGroup[] => {
  const drawn = groups.flatMap(({ perspectives }) => perspectives)
  const placeOf = (group: PeopleGroup) => drawn.indexOf(group.perspectives[0] ?? '')
  let merged = groups.filter(({ count }) => count > 0)
  while (merged.length > 1) {
    const [smallest, next, ...rest] = merged.toSorted((a, b) => a.count - b.count || placeOf(a) - placeOf(b))
    if (!smallest || !next || smallest.count >= fewest) break
    const perspectives = [...smallest.perspectives, ...next.perspectives].toSorted(
      (a, b) => drawn.indexOf(a) - drawn.indexOf(b),
    )
    merged = [...rest, { perspectives, count: smallest.count + next.count }]
  }
  return merged.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Counts people by perspective in drawn order, small groups together; a perspective that is not drawn counts last. */
export const peopleByGroup = (
  perspectives: readonly string[],
  drawn: readonly string[],
  fewest: number,
): readonly PeopleGroup[] => {
  const order = [...new Set([...drawn, ...perspectives])]
  const groups = order.map((id) => ({
    perspectives: [id],
    count: perspectives.filter((perspective) => perspective === id).length,
  }))
  return mergeSmallGroups(groups, fewest)
}
