import { cleanText } from '#kernel/clean-text.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { bounds } from './bounds.ts'
import { readGuarded, writeGuarded } from './guard.ts'
import type { Table } from './table.ts'

export type Separator = ';' | ',' | '\t' | '|'
const separators: readonly Separator[] = [';', ',', '\t', '|']
const mark = '\ufeff'

/** The separator that cuts the first lines into the same number of cells most often. */
export const sniffSeparator = (text: string): Separator => {
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1]
  const said = separators.find((each) => each === told)
  if (said) return said
  const start = text.slice(0, 20_000)
  const scored = separators.map((separator) => {
    const rows = rowsOf(start, separator, 12) ?? []
    const width = rows[0]?.length ?? 0
    return { separator, score: width < 2 ? 0 : width * rows.filter((row) => row.length === width).length }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).separator
}

/** Reads text with a separator; the first line that is not empty names the columns. */
export const readCsv = (
  text: string,
  separator: Separator = sniffSeparator(text),
): Result<Table, 'too-large' | 'no-rows'> => {
  const plain = text.replace(mark, '').replace(/^sep=.\r?\n/i, '')
  const rows = rowsOf(plain, separator, bounds.rows)
  return rows === null ? refuse('too-large') : tableOfRows(rows.map((row) => row.map(readGuarded)))
}

/** A table from rows of which the first that is not empty names the columns; empty columns and rows fall away. */
export const tableOfRows = (rows: readonly (readonly string[])[]): Result<Table, 'too-large' | 'no-rows'> => {
  const [head, ...rest] = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (!head) return refuse('no-rows')
  if (head.length > bounds.columns || rest.length > bounds.rows) return refuse('too-large')
  const used = head.flatMap((name, at) =>
    name.trim() !== '' || rest.some((row) => (row[at] ?? '').trim() !== '') ? [at] : [],
  )
  return ok({
    columns: used.map((at) => head[at]?.trim() ?? ''),
    rows: rest.map((row) => used.map((at) => (row[at] ?? '').slice(0, bounds.cell))),
  })
}

// Quoted cells may hold separators, line ends and, doubled, quotes. `null`: more rows than allowed.
const rowsOf = (text: string, separator: string, most: number): string[][] | null => {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const sniffing = most < 100
  while (at < text.length) {
    const cell = cellAt(text, at, separator)
    row.push(cell.text)
    at = cell.end
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (rows.length > most) return sniffing ? rows : null
  }
  return row.length > 0 ? [...rows, row] : rows
}

const cellAt = (text: string, start: number, separator: string): { readonly text: string; readonly end: number } => {
  if (text[start] !== '"') {
    const end = plainEnd(text, start, separator)
    return { text: text.slice(start, end), end }
  }
  let cell = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { text: cell + text.slice(at), end: text.length }
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the separator belongs to the cell.
      const end = plainEnd(text, quote + 1, separator)
      return { text: cell + text.slice(quote + 1, end), end }
    }
    cell += '"'
    at = quote + 2
  }
}

const plainEnd = (text: string, start: number, separator: string): number => {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** Writes a table as text that no program takes for formulas, with the mark by which spreadsheets know its letters. */
export const writeCsv = ({ columns, rows }: Table, separator: Separator): string =>
  mark +
  [columns, ...rows]
    .map((row) => row.map((cell) => quoted(writeGuarded(cleanText(cell)), separator)).join(separator))
    .join('\r\n') +
  '\r\n'

const quoted = (cell: string, separator: string): string =>
  cell.includes('"') || cell.includes(separator) || /[\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
