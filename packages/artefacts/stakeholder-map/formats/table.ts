/** Rows under named columns, every cell as the words that stand in the file; an empty cell is `''`. */
export type Table = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a file of whatever format says about a map: parties, and the lines between them. */
export type Tables = { readonly parties: Table; readonly lines: Table }

export const noTable: Table = { columns: [], rows: [] }

/** A table from objects: its columns in the order in which they were first met. */
export const tableOf = (objects: readonly ReadonlyMap<string, string>[]): Table => {
  const columns = [...new Set(objects.flatMap((object) => [...object.keys()]))]
  return { columns, rows: objects.map((object) => columns.map((column) => object.get(column) ?? '')) }
}
