/** How much of the writer a revealed text shows: name and group, the group only, or nothing. Stricter comes later. */
export const anonymityLevels = ['none', 'names', 'secret'] as const
export type Anonymity = (typeof anonymityLevels)[number]

/** The strictest of some promises: once made, a promise never loosens. */
export const strictest = (...promises: readonly (Anonymity | null)[]): Anonymity =>
  anonymityLevels[
    Math.max(0, ...promises.map((promise) => (promise === null ? 0 : anonymityLevels.indexOf(promise))))
  ] ?? 'secret'

/** Fewer people than this in one anonymous reveal, and the group of a text would point at somebody. */
export const fewestInReveal = 3

/** The group that a revealed text may carry: none when nothing may show, or too few people of it wrote. */
export const shownPerspective = (
  anonymity: Anonymity,
  perspective: string,
  writersByPerspective: ReadonlyMap<string, number>,
): string => {
  if (anonymity === 'none') return perspective
  if (anonymity === 'secret') return ''
  return (writersByPerspective.get(perspective) ?? 0) >= fewestInReveal ? perspective : ''
}

/** A list in an order that tells nothing of the one it came in (Fisher-Yates). `draw(n)` gives 0 to n − 1. */
export const shuffled = <Item>(list: readonly Item[], draw: (below: number) => number): readonly Item[] => {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1)
    const [a, b] = [mixed[at], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a]
  }
  return mixed
}
