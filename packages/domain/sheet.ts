/** What stands in one cell: words, a number that can be counted with, or nothing. */
export type SheetCell = string | number | null

/** The sheets of a workspace in their order; what two kinds both know, such as rules, stands in one. */
export const sheetKeys = [
  'problems',
  'formulations',
  'evidence',
  'stakeholders',
  'relations',
  'experiments',
  'measures',
  'effects',
  'shares',
  'rules',
  'ballots',
  'decisions',
  'actions',
  'openPoints',
  'legend',
] as const
export type SheetKey = (typeof sheetKeys)[number]

/** A table of raw facts for whoever wants to count or go on with them: one row for each thing, its id first. */
export type Sheet = {
  readonly key: SheetKey
  /** Its name in the file. */
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** A sheet of things, each column with how it is filled. */
export const sheetOf = <Row>(
  key: SheetKey,
  title: string,
  rows: readonly Row[],
  columns: readonly (readonly [title: string, cell: (row: Row) => SheetCell])[],
): Sheet => ({
  key,
  title,
  columns: columns.map(([name]) => name),
  rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
})
