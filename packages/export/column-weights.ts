import { wordsIn, type Cell } from '#domain/outline.ts'

const looked = 60
const [narrowest, widest, longestWord, longestLine] = [5, 46, 14, 18]

/**
 * How wide the columns of a table should be to one another, by how much stands in them: a figure takes no half page, and
 * a usual word or a date is not broken.
 */
export const columnWeights = (head: readonly string[], rows: readonly (readonly Cell[])[]): readonly number[] =>
  head.map((title, at) => {
    const texts = rows.slice(0, looked).map((row) => wordsIn(row[at] ?? ''))
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(texts.length, 1)
    const word = Math.max(0, ...[title, ...texts].flatMap((text) => text.split(/\s+/).map(({ length }) => length)))
    const longest = Math.max(0, ...texts.map(({ length }) => length))
    const line = longest <= longestLine ? longest : 0
    const least = Math.max(narrowest, Math.min(word, longestWord), line)
    return Math.round(Math.min(Math.max(mean * 0.8, least), widest)) + 2
  })
