/** Participants who work together in a step: in a workspace file, a group. */
export type SessionTable = { readonly id: string; readonly title: string; readonly memberIds: readonly string[] }

type Guest = { readonly id: string; readonly perspective: string }

/** Puts somebody at one table and takes them from the others; `null` is no table. */
export const seat = (
  tables: readonly SessionTable[],
  participant: string,
  tableId: string | null,
): readonly SessionTable[] =>
  tables.map((table) => {
    const others = table.memberIds.filter((id) => id !== participant)
    return { ...table, memberIds: table.id === tableId ? [...others, participant] : others }
  })

/**
 * Seats whoever sits nowhere yet and moves nobody: each at the table with the fewest of their group, of those at the one
 * with the fewest people, of those at the first. Group by group, so that the same people always come to the same tables.
 */
export const seatRest = (people: readonly Guest[], tables: readonly SessionTable[]): readonly SessionTable[] => {
  const groupOf = new Map(people.map(({ id, perspective }) => [id, perspective]))
  const sits = new Set(tables.flatMap(({ memberIds }) => memberIds))
  const groups = [...new Set(groupOf.values())]
  const waiting = groups.flatMap((group) =>
    people.filter(({ id, perspective }) => perspective === group && !sits.has(id)),
  )
  return waiting.reduce((seated, { id, perspective }) => {
    const ofGroup = ({ memberIds }: SessionTable) => memberIds.filter((one) => groupOf.get(one) === perspective).length
    const [best] = seated.toSorted((a, b) => ofGroup(a) - ofGroup(b) || a.memberIds.length - b.memberIds.length)
    return best ? seat(seated, id, best.id) : seated
  }, tables)
}

/** Divides people over tables anew: each group, and all people together, as evenly over them as can be. */
export const dealTables = (
  people: readonly Guest[],
  tables: readonly { readonly id: string; readonly title: string }[],
): readonly SessionTable[] =>
  seatRest(
    people,
    tables.map(({ id, title }) => ({ id, title, memberIds: [] })),
  )
