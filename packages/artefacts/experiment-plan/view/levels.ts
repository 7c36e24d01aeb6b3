/** The amounts of the table of shares, from nothing to very much. */
export const levels = [0, 1, 2, 3] as const

/** An amount in words, in running text; `undefined` while nobody said. */
export const levelWords = (
  labels: { readonly [Level in (typeof levels)[number]]: string },
  amount: number | null,
): string | undefined => {
  const level = levels.find((known) => known === amount)
  return level === undefined ? undefined : labels[level].toLowerCase()
}
