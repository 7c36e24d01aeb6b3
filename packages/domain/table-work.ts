import type { SessionContent, SessionDraft } from './session.ts'

type Table = { readonly id: string; readonly title: string }
/** One thing that a table wrote and that is not among the cards of all yet. */
export type Point = { readonly table: Table; readonly text: string }

/** The row in which a table writes in a step; the same for everybody, so that two who begin at once write in one. */
export const sheetId = (activityId: string, tableId: string): string => `${activityId}--${tableId}`

/** The points of a sheet: each line that says something, without the mark that people put before a list. */
export const pointsOf = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => line.replace(/^\s*(?:[-*•–]\s+|\d{1,2}[.)]\s+)?/u, '').trim() || [])

/** What the tables wrote in a step and what is not among the cards yet, table by table in the order of their lines. */
export const pointsToMerge = (
  { cards, groupResults }: Pick<SessionContent, 'cards' | 'groupResults'>,
  activityId: string,
  tables: readonly Table[],
): readonly Point[] =>
  groupResults
    .filter((sheet) => sheet.activityId === activityId)
    .toSorted((a, b) => placeOf(tables, a.groupId) - placeOf(tables, b.groupId))
    .flatMap(({ groupId, text }) => {
      const table = tables.find(({ id }) => id === groupId) ?? { id: groupId ?? '', title: '' }
      const known = cards.filter((card) => card.activityId === activityId && card.groupId === groupId)
      const left = known.map((card) => card.text)
      return pointsOf(text).flatMap((point) => {
        const at = left.indexOf(point)
        // Two people may well have written the same: each line is matched by one card.
        if (at >= 0) left.splice(at, 1)
        return at >= 0 ? [] : { table, text: point }
      })
    })

// The sheet of a table that is no longer there comes last, and comes.
const placeOf = (tables: readonly Table[], groupId: string | null): number => {
  const at = tables.findIndex(({ id }) => id === groupId)
  return at < 0 ? tables.length : at
}

/** Gives each table that has none yet its sheet for a step. */
export const openSheets = (draft: SessionDraft, activityId: string, tables: readonly Table[]): void => {
  for (const { id: groupId } of tables) {
    const id = sheetId(activityId, groupId)
    if (!draft.groupResults.has(id)) draft.groupResults.add({ activityId, groupId, text: '' }, { id })
  }
}

/** Puts points among the cards of all, each with the table that it comes from. */
export const mergePoints = (
  draft: SessionDraft,
  activityId: string,
  points: readonly (Point & { readonly id: string })[],
): void => {
  for (const { id, table, text } of points)
    draft.cards.add({ text, activityId, groupId: table.id || null, table: table.title }, { id, by: '' })
}

/** Whether cards stand as they came: in no group yet, and taken into nothing. */
export const areUntouched = ({ cards }: Pick<SessionContent, 'cards'>, ids: readonly string[]): boolean =>
  cards.every(({ id, clusterId, takenInto }) => !ids.includes(id) || (clusterId === null && takenInto === ''))
