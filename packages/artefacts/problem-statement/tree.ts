type InTree = { readonly id: string; readonly parentId: string | null }

/** A row with the rows under it. */
export type Branch<Row> = { readonly row: Row; readonly children: readonly Branch<Row>[] }

/**
 * Rows that tell their parent, as trees; siblings keep the order of the list. A row whose parent is gone stands on top,
 * and so does the first of a ring, which two people can make by moving two rows under each other at once.
 */
export const treeOf = <Row extends InTree>(rows: readonly Row[]): readonly Branch<Row>[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const tops = new Set(rows.filter((row) => isTop(row, byId, rows)))
  const byParent = new Map<string | null, Row[]>()
  for (const row of rows) {
    const parent = tops.has(row) ? null : row.parentId
    byParent.set(parent, [...(byParent.get(parent) ?? []), row])
  }
  const under = (parent: string | null): readonly Branch<Row>[] =>
    (byParent.get(parent) ?? []).map((row) => ({ row, children: under(row.id) }))
  return under(null)
}

const isTop = <Row extends InTree>(row: Row, byId: ReadonlyMap<string, Row>, rows: readonly Row[]): boolean => {
  const parent = row.parentId === null ? undefined : byId.get(row.parentId)
  if (!parent) return true
  const ring = ringOf(row, byId)
  return ring.length > 0 && rows.find((each) => ring.includes(each)) === row
}

// The rows of the ring in which this row stands; none when the way up ends, or ends in a ring above it.
const ringOf = <Row extends InTree>(row: Row, byId: ReadonlyMap<string, Row>): readonly Row[] => {
  const way: Row[] = []
  let above: Row | undefined = row
  while (above && !way.includes(above)) {
    way.push(above)
    above = above.parentId === null ? undefined : byId.get(above.parentId)
  }
  return above === row ? way : []
}

/** The ids of a row and of everything under it; none when it is not there. */
export const withBelow = <Row extends InTree>(rows: readonly Row[], id: string): readonly string[] => {
  const way = numbered(treeOf(rows))
  const at = way.findIndex(({ row }) => row.id === id)
  const depth = way[at]?.depth ?? 0
  const end = way.findIndex((each, place) => place > at && each.depth <= depth)
  return at < 0 ? [] : way.slice(at, end < 0 ? undefined : end).map(({ row }) => row.id)
}

/** A branch in the order of reading: its number such as `2.1`, and how deep it stands. */
export type Numbered<Row> = { readonly row: Row; readonly number: string; readonly depth: number }

export const numbered = <Row>(branches: readonly Branch<Row>[], above = '', depth = 0): readonly Numbered<Row>[] =>
  branches.flatMap(({ row, children }, at) => {
    const number = `${above}${at + 1}`
    return [{ row, number, depth }, ...numbered(children, `${number}.`, depth + 1)]
  })
