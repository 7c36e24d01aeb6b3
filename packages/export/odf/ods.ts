import type { Sheet, SheetCell } from '#domain/sheet.ts'
import type { Locale } from '#i18n/strings.ts'
import { sheetNames } from '../sheets/xlsx.ts'
import { odfPackage } from './package.ts'
import { odfText, xmlText } from './xml.ts'

/** Tables as an OpenDocument spreadsheet; words are words, never a formula. The same tables give the same bytes. */
export const writeOds = (sheets: readonly Sheet[], title: string, locale: Locale, at: number): Uint8Array => {
  const names = sheetNames(sheets)
  const tables = sheets.map((sheet, n) => tableOf(sheet, names[n] ?? sheet.key))
  const ranges = sheets.map(({ columns, rows }, n) => rangeOf(names[n] ?? '', columns.length, rows.length + 1, n))
  const content = [
    `<office:automatic-styles>${columnStyles}</office:automatic-styles>`,
    '<office:body><office:spreadsheet>',
    ...tables,
    `<table:database-ranges>${ranges.join('')}</table:database-ranges>`,
    '</office:spreadsheet></office:body>',
  ].join('\n')
  return odfPackage('spreadsheet', { content, styles, title, subject: '', language: locale, pictures: new Map() }, at)
}

const widths = [2.5, 5, 10] as const

const columnStyles = widths
  .map(
    (width, at) =>
      `<style:style style:name="w${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
  )
  .join('')

const styles = [
  '<office:styles>',
  '<style:style style:name="Default" style:family="table-cell"><style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/><style:text-properties fo:font-family="Verdana" fo:font-size="10pt"/></style:style>',
  '<style:style style:name="Head" style:family="table-cell" style:parent-style-name="Default"><style:table-cell-properties fo:background-color="#e9f1f2"/><style:text-properties fo:font-weight="bold"/></style:style>',
  '</office:styles>',
].join('')

const tableOf = ({ columns, rows }: Sheet, name: string): string => {
  const places = columns.map((column, at) => {
    const longest = Math.max(column.length, ...rows.slice(0, 100).map((row) => String(row[at] ?? '').length))
    const width = longest < 12 ? 0 : longest < 30 ? 1 : 2
    return `<table:table-column table:style-name="w${width}" table:default-cell-style-name="Default"/>`
  })
  const line = (row: readonly SheetCell[], style: string) =>
    `<table:table-row>${columns.map((_, at) => cellOf(row[at] ?? null, style)).join('')}</table:table-row>`
  return [
    `<table:table table:name="${xmlText(name)}">`,
    places.join(''),
    `<table:table-header-rows>${line(columns, 'Head')}</table:table-header-rows>`,
    ...rows.map((row) => line(row, 'Default')),
    '</table:table>',
  ].join('\n')
}

const cellOf = (cell: SheetCell, style: string): string => {
  if (cell === null || cell === '') return `<table:table-cell table:style-name="${style}"/>`
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${cell}"><text:p>${cell}</text:p></table:table-cell>`
  }
  const lines = String(cell)
    .split('\n')
    .map((text) => `<text:p>${odfText(text)}</text:p>`)
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${lines.join('')}</table:table-cell>`
}

const rangeOf = (name: string, columns: number, rows: number, n: number): string => {
  const address = xmlText(`'${name}'.A1:'${name}'.${letterOf(columns - 1)}${rows}`)
  return `<table:database-range table:name="filter${n}" table:target-range-address="${address}" table:display-filter-buttons="true"/>`
}

const letterOf = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`
