import type { SharedDocument } from '#crdt/document.ts'
import type { sessionShape } from '#domain/session.ts'
import { pointsOf, pointsToMerge, sheetId } from '#domain/table-work.ts'
import type { SessionTable } from '#domain/tables.ts'
import { useContent } from '#react/use-content.ts'

export type Sheet = {
  readonly id: string
  readonly table: SessionTable
  readonly points: number
}

/** The sheets of a step that are there, table by table, and how many of their points are not among the cards yet. */
export const useSheets = (
  document: SharedDocument<typeof sessionShape>,
  activity: string,
  tables: readonly SessionTable[],
): { readonly sheets: readonly Sheet[]; readonly left: number } => {
  const cards = useContent(document, (content) => content.cards)
  const groupResults = useContent(document, (content) => content.groupResults)
  const sheets = tables.flatMap((table): readonly Sheet[] => {
    const id = sheetId(activity, table.id)
    const row = groupResults.find((one) => one.id === id)
    return row ? [{ id, table, points: pointsOf(row.text).length }] : []
  })
  return { sheets, left: pointsToMerge({ cards, groupResults }, activity, tables).length }
}
