import { ok, refuse, type Result } from '#kernel/result.ts'
import { lineAliasesOf } from './aliases.ts'
import { bounds } from './bounds.ts'
import { readCsv, sniffSeparator, type Separator } from './csv.ts'
import { decode, type Decoded } from './decode.ts'
import { readGexf } from './gexf.ts'
import { readGraphml } from './graphml.ts'
import { readKumuJson } from './kumu.ts'
import { noTable, type Table, type Tables } from './table.ts'
import { readSheets, type Sheet } from './xlsx.ts'
import { isZip, unzip } from './zip.ts'

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }
export type SourceFormat = 'csv' | 'spreadsheet' | 'kumu-json' | 'gexf' | 'graphml'

/** What was found in files, and how they were read. */
export type ReadFiles = {
  readonly tables: Tables
  readonly format: SourceFormat
  /** Of text with separators. */
  readonly separator: Separator | null
  readonly encoding: Decoded['encoding'] | null
}

/** Why files cannot be read: each is told in words. */
export const readRefusals = [
  'too-large',
  'not-readable',
  'has-doctype',
  'no-rows',
  'old-excel',
  'unknown-format',
] as const
export type ReadRefusal = (typeof readRefusals)[number]

/** Reads one file, or the two files of parties and lines that belong together. Nothing in a file is run or fetched. */
export const readFiles = (files: readonly SourceFile[]): Result<ReadFiles, ReadRefusal> => {
  const all = together(files.map((file) => () => readFile(file)))
  if (!all.ok) return all
  const { parties, lines } = all.value.tables
  return parties.rows.length + lines.rows.length === 0 ? refuse('no-rows') : all
}

// The first refusal is that of all; nothing after it is read.
const together = (readings: readonly (() => Result<ReadFiles, ReadRefusal>)[]): Result<ReadFiles, ReadRefusal> => {
  const [first, ...others] = readings
  let all = first ? first() : refuse('no-rows')
  for (const next of others) {
    if (!all.ok) return all
    const read = next()
    all = read.ok ? ok({ ...all.value, tables: joined(all.value.tables, read.value.tables) }) : read
  }
  return all
}

const joined = (one: Tables, other: Tables): Tables => ({
  parties: one.parties.rows.length > 0 ? one.parties : other.parties,
  lines: one.lines.rows.length > 0 ? one.lines : other.lines,
})

const readFile = ({ bytes }: SourceFile): Result<ReadFiles, ReadRefusal> => {
  if (bytes.length > bounds.file) return refuse('too-large')
  // The old binary form of Excel, and of Word.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('old-excel')
  if (isZip(bytes)) return readArchive(bytes)
  const { text, encoding } = decode(bytes)
  if (text.includes('\u0000')) return refuse('unknown-format')
  const start = text.slice(0, 4000).trimStart()
  if (start.startsWith('<')) return readMarkup(text, start)
  if (start.startsWith('{')) return found('kumu-json', readKumuJson(text))
  return readText(text, encoding)
}

const found = <Why extends ReadRefusal>(
  format: SourceFormat,
  read: Result<Tables, Why>,
): Result<ReadFiles, ReadRefusal> =>
  read.ok ? ok({ tables: read.value, format, separator: null, encoding: null }) : read

const readMarkup = (text: string, start: string): Result<ReadFiles, ReadRefusal> => {
  if (/<!DOCTYPE/i.test(start)) return refuse(/<!DOCTYPE\s+html/i.test(start) ? 'unknown-format' : 'has-doctype')
  if (/<(\w+:)?gexf\b/i.test(start)) return found('gexf', readGexf(text))
  return /<(\w+:)?graphml\b/i.test(start) ? found('graphml', readGraphml(text)) : refuse('unknown-format')
}

const readText = (text: string, encoding: Decoded['encoding']): Result<ReadFiles, ReadRefusal> => {
  const separator = sniffSeparator(text)
  const table = readCsv(text, separator)
  return table.ok ? ok({ tables: placed([table.value]), format: 'csv', separator, encoding }) : table
}

// A spreadsheet, or an archive of our own with tables as text.
const readArchive = (bytes: Uint8Array): Result<ReadFiles, ReadRefusal> => {
  const texts = unzip(bytes, (name) => /^[^/\\]+\.csv$/i.test(name))
  if (!texts.ok) return texts
  if (texts.value.size === 0) {
    const sheets = readSheets(bytes)
    if (!sheets.ok) return sheets
    return found('spreadsheet', ok(placed(sheets.value.filter(isMeant).map(({ table }) => table))))
  }
  return together(
    [...texts.value.values()].map((part) => () => {
      const { text, encoding } = decode(part)
      return readText(text, encoding)
    }),
  )
}

// Sheets of explanation say so in their name; in our own spreadsheets other things have sheets too.
const isMeant = ({ name, table }: Sheet): boolean => !/\(ignore\)\s*$/i.test(name) && table.rows.length > 0

const placed = (tables: readonly Table[]): Tables => {
  const lines = tables.find(isOfLines)
  return { parties: tables.find((table) => !isOfLines(table)) ?? noTable, lines: lines ?? noTable }
}

/** A table of lines has a column for each end. */
const isOfLines = ({ columns }: Table): boolean =>
  (['from', 'to'] as const).every((end) =>
    columns.some((column) => lineAliasesOf(column).some(({ name }) => name === end)),
  )
