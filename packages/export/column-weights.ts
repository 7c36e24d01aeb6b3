import { wordsIn, type Cell } from '#domain/outline.ts'

const looked = 60
/** So many letters of the text of a table go in the width of a page, in the widest font that we are set in. */
const pageLetters = 84
const [roomAround, longestWord, longestLine, widest] = [2, 15, 18, 110]

/**
 * How wide the columns of a table should be to one another: first what keeps a usual word or a date whole, then what is
 * left by how much stands in them, so that a figure takes no half page.
 */
export const columnWeights = (head: readonly string[], rows: readonly (readonly Cell[])[]): readonly number[] => {
  const columns = head.map((title, at) =>
    columnOf(
      title,
      rows.slice(0, looked).map((row) => wordsIn(row[at] ?? '')),
    ),
  )
  const needed = columns.reduce((sum, { need }) => sum + need, 0)
  const wanted = columns.reduce((sum, { want }) => sum + want, 0)
  const left = Math.max(0, pageLetters - needed)
  return columns.map(({ need, want }) => Math.round((need + (wanted === 0 ? 0 : (left * want) / wanted)) * 10) / 10)
}

const columnOf = (title: string, texts: readonly string[]) => {
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(texts.length, 1)
  const word = Math.max(0, ...[title, ...texts].flatMap((text) => text.split(/[\s/–-]+/).map(({ length }) => length)))
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  const need = Math.max(Math.min(word, longestWord), longest <= longestLine ? longest : 0) + roomAround
  return { need, want: Math.max(0, Math.min(Math.max(mean, longest / 2), widest) - need / 2) + 1 }
}
