import { peopleByGroup, fewestOpen } from '#domain/small-groups.ts'
import type { EstimateFact } from '#domain/check.ts'
import type { Tables } from '../storage/storage.ts'
import { db, type Database } from '../storage/tables.ts'

type Row = Omit<Database['estimate'], 'workspace'>

/** What people estimated for themselves; for summaries and for who made it, never for others. */
export const estimatesOf = ({ read }: Tables, workspace: string): Promise<readonly Row[]> => {
  const columns = ['map', 'stakeholder', 'attribute', 'participant', 'value'] as const
  const query = db.selectFrom('estimate').select(columns).where('workspace', '=', workspace)
  return read(query.orderBy('map').orderBy('stakeholder').orderBy('attribute').orderBy('participant').compile())
}

export const putEstimate = async (
  { write }: Tables,
  workspace: string,
  { map, stakeholder, attribute, participant, value }: Omit<Row, 'value'> & { readonly value: number | null },
): Promise<void> => {
  const own = { workspace, map, stakeholder, attribute, participant }
  const gone = db.deleteFrom('estimate').where('workspace', '=', workspace).where('map', '=', map)
  const mine = gone.where('stakeholder', '=', stakeholder).where('attribute', '=', attribute)
  const forget = mine.where('participant', '=', participant).compile()
  await write(
    value === null
      ? [forget]
      : [
          forget,
          db
            .insertInto('estimate')
            .values({ ...own, value })
            .compile(),
        ],
  )
}

/** Estimates of one attribute of one stakeholder together. */
export type Summary = {
  readonly map: string
  readonly stakeholder: string
  readonly attribute: string
  readonly n: number
  readonly median: number | null
  readonly min: number | null
  readonly max: number | null
  readonly groups: { readonly perspectives: string[]; readonly n: number; readonly median: number }[]
}

type People = { readonly perspectiveOf: (participant: string) => string; readonly drawn: readonly string[] }

/** How many estimated each attribute, and the middle and the ends as far as enough people did. */
export const summariesOf = (rows: readonly Row[], people: People): readonly Summary[] => {
  const together = new Map<string, Row[]>()
  for (const row of rows) {
    const key = `${row.map}/${row.stakeholder}/${row.attribute}`
    together.set(key, [...(together.get(key) ?? []), row])
  }
  return [...together.values()].flatMap((own) => (own[0] ? [summaryOf(own[0], own, people)] : []))
}

const summaryOf = ({ map, stakeholder, attribute }: Row, rows: readonly Row[], people: People): Summary => {
  const values = rows.map(({ value }) => value)
  const told = values.length >= fewestOpen
  return {
    map,
    stakeholder,
    attribute,
    n: values.length,
    median: told ? medianOf(values) : null,
    min: told ? Math.min(...values) : null,
    max: told ? Math.max(...values) : null,
    groups: told ? groupsOf(rows, people) : [],
  }
}

const groupsOf = (rows: readonly Row[], { perspectiveOf, drawn }: People): Summary['groups'] => {
  const perspectives = rows.map(({ participant }) => perspectiveOf(participant))
  const groups = peopleByGroup(perspectives, drawn, fewestOpen)
  // One group is everybody, which the summary says already.
  if (groups.length < 2) return []
  return groups.map((group) => {
    const own = rows.filter((_, at) => group.perspectives.includes(perspectives[at] ?? ''))
    return { perspectives: [...group.perspectives], n: own.length, median: medianOf(own.map(({ value }) => value)) }
  })
}

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0]
  return (low + high) / 2
}

/** How far estimates lie apart, for the checks: of enough people only. */
export const estimateFacts = (summaries: readonly Summary[]): readonly EstimateFact[] =>
  summaries.flatMap(({ stakeholder, attribute, n, min, max }) =>
    min === null || max === null ? [] : [{ stakeholder, attribute, n, min, max }],
  )
