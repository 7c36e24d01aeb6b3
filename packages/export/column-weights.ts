import { wordsIn, type Cell } from '#domain/outline.ts'

const looked = 60
/** So many letters of the text of a table go in the width of a page, in the widest font that we are set in. */
const pageLetters = 84
const [roomAround, longestWord, longestLine, widest] = [2, 15, 18, 110]
/** This part of the page may go to lines that stay whole. */
const mostForLines = 0.75

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
  // Short lines stay whole while that leaves something for long texts; else it is words that stay whole.
  const isRoomy = columns.reduce((sum, { line }) => sum + line, 0) <= pageLetters * mostForLines
  const needs = columns.map(({ line, word }) => (isRoomy ? line : word))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  const wants = columns.map(({ full }, at) => Math.max(0, full - (needs[at] ?? 0) / 2) + 1)
  const wanted = wants.reduce((sum, want) => sum + want, 0)
  const left = Math.max(0, pageLetters - needed)
  return needs.map((need, at) => Math.round((need + (left * (wants[at] ?? 0)) / wanted) * 10) / 10)
}

const columnOf = (title: string, texts: readonly string[]) => {
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(texts.length, 1)
  const word = Math.max(0, ...[title, ...texts].flatMap((text) => text.split(/[\s/–-]+/).map(({ length }) => length)))
  const longest = Math.max(0, ...texts.map(({ length }) => length))
  const words = Math.min(word, longestWord) + roomAround
  return {
    word: words,
    line: Math.max(words, longest <= longestLine ? longest + roomAround : 0),
    full: Math.min(Math.max(mean, longest / 2), widest),
  }
}
