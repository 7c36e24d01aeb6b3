import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Sheet, SheetCell } from '#domain/sheet.ts'
import type { Locale } from '#i18n/strings.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { zipDay } from '../zip-day.ts'
import { sheetNames } from './xlsx.ts'

// A Dutch spreadsheet reads semicolons and decimal commas, a British one commas and points.
const marks: Record<Locale, { readonly between: string; readonly decimal: string }> = {
  nl: { between: ';', decimal: ',' },
  en: { between: ',', decimal: '.' },
}

/** Each table as CSV in one zip, with a mark by which spreadsheets know UTF-8. The same tables give the same bytes. */
export const writeCsvZip = (sheets: readonly Sheet[], locale: Locale, at: number): Uint8Array => {
  const files: Zippable = {}
  const names = sheetNames(sheets)
  for (const [n, sheet] of sheets.entries()) {
    const name = (names[n] ?? sheet.key).replaceAll(/[^\p{L}\p{N}-]+/gu, '-').replaceAll(/^-+|-+$/g, '')
    files[`${name.toLowerCase()}.csv`] = strToU8(csvOf(sheet, locale))
  }
  return zipSync(files, { level: 6, mtime: zipDay(at) })
}

/** One table as CSV. */
export const csvOf = ({ columns, rows }: Sheet, locale: Locale): string => {
  const { between } = marks[locale]
  const lines = [columns, ...rows].map((row) => columns.map((_, at) => fieldOf(row[at] ?? null, locale)).join(between))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

// What a spreadsheet would take for a formula gets a mark before it, in every width that it knows these signs.
const formula = /^\s*[=+\-@\t\r|%＝＋－＠﹣﹦﹢﹫]/u

const fieldOf = (cell: SheetCell, locale: Locale): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', marks[locale].decimal) : ''
  const text = cleanText(cell)
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
