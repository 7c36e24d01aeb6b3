import { lineAliasesOf, partyAliasesOf, type Alias } from './aliases.ts'
import {
  lineKinds,
  partyKinds,
  type Attribute,
  type Kind,
  type LineAttribute,
  type PartyAttribute,
} from './attributes.ts'
import type { Table, Tables } from './table.ts'
import { codeOf, scalingFor, type Scaling } from './values.ts'

/** What one column is taken for; `null` is passed over. */
export type ColumnUse<Name extends Attribute> = { readonly attribute: Name | null; readonly scaling: Scaling }
export type Mapping = {
  readonly parties: readonly ColumnUse<PartyAttribute>[]
  readonly lines: readonly ColumnUse<LineAttribute>[]
}

/** What the columns of a file most likely are: by their names, and where one name can be two things by what stands in them. */
export const guessMapping = ({ parties, lines }: Tables): Mapping => {
  const guessed = guess(parties, partyKinds, partyAliasesOf)
  return { parties: withName(guessed, parties), lines: guess(lines, lineKinds, lineAliasesOf) }
}

/** A column taken for an attribute, with the scale that its figures seem to have. */
export const takenFor = <Name extends Attribute>(
  attribute: Name | null,
  kind: Kind | null,
  cells: readonly string[],
): ColumnUse<Name> => ({ attribute, scaling: kind === null ? 'asIs' : scalingFor(kind, cells) })

export const cellsOf = ({ rows }: Table, column: number): readonly string[] =>
  rows.flatMap((row) => {
    const cell = row[column] ?? ''
    return cell === '' ? [] : [cell]
  })

const guess = <Name extends Attribute>(
  table: Table,
  kinds: { readonly [Each in Name]: Kind },
  aliasesOf: (column: string) => readonly Alias<Name>[],
): readonly ColumnUse<Name>[] => {
  const taken = new Set<Name>()
  const candidates = table.columns.map((column, at) => {
    const cells = cellsOf(table, at).slice(0, 200)
    return aliasesOf(column).filter(({ name }) => fits(name, kinds[name], cells))
  })
  // Who can be but one thing chooses first, and among those the usual name.
  const weight = (at: number) => (candidates[at]?.length ?? 0) * 100 + (candidates[at]?.[0]?.place ?? 0)
  const order = candidates.map((_, at) => at).toSorted((a, b) => weight(a) - weight(b))
  const chosen = new Map<number, Name>()
  for (const at of order) {
    const free = candidates[at]?.find(({ name }) => !taken.has(name))?.name
    if (free === undefined) continue
    taken.add(free)
    chosen.set(at, free)
  }
  return table.columns.map((_, at) => {
    const attribute = chosen.get(at) ?? null
    return takenFor(attribute, attribute === null ? null : kinds[attribute], cellsOf(table, at))
  })
}

// Most of the words must be words of the attribute: "type" is a kind, a field, or a direction.
const fits = (name: Attribute, kind: Kind, cells: readonly string[]): boolean => {
  if (kind.kind !== 'code' || cells.length === 0) return true
  const known = cells.filter((cell) => codeOf(name, kind.codes, cell) !== undefined).length
  return known * 2 >= cells.length
}

// A list without a column for names has them in its first column of words.
const withName = (uses: readonly ColumnUse<PartyAttribute>[], table: Table): readonly ColumnUse<PartyAttribute>[] => {
  if (uses.some(({ attribute }) => attribute === 'name')) return uses
  const free = uses.findIndex(
    ({ attribute }, at) => attribute === null && cellsOf(table, at).some((cell) => /\p{L}/u.test(cell)),
  )
  const at = free >= 0 ? free : uses.findIndex(({ attribute }) => attribute === 'id')
  return uses.map((use, column) => (column === at ? { attribute: 'name', scaling: 'asIs' } : use))
}
