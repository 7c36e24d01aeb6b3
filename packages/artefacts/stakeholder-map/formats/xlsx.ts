import { ok, refuse, type Result } from '#kernel/result.ts'
import { bounds } from './bounds.ts'
import { tableOfRows } from './csv.ts'
import { childrenOf, escapeXml, firstIn, readXml, textIn, type XmlElement, type XmlRefusal } from './xml.ts'
import { zip, unzip, type Unzipped } from './zip.ts'
import type { Table } from './table.ts'

/** A named sheet of a spreadsheet. */
export type Sheet = { readonly name: string; readonly table: Table }
export type SheetRefusal = XmlRefusal | 'no-rows'

const partNames =
  /^(xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedStrings\.xml|xl\/worksheets\/[^/]+\.xml|content\.xml)$/

/** Reads the sheets of an XLSX or ODS file that hold anything; formulas give the value that was stored with them. */
export const readSheets = (bytes: Uint8Array): Result<readonly Sheet[], SheetRefusal> => {
  const parts = unzip(bytes, (name) => partNames.test(name))
  if (!parts.ok) return parts
  return parts.value.has('content.xml') ? readOds(parts.value) : readXlsx(parts.value)
}

const part = (parts: Unzipped, name: string): Result<XmlElement, XmlRefusal> => {
  const bytes = parts.get(name)
  return bytes ? readXml(new TextDecoder().decode(bytes)) : refuse('not-readable')
}

const readXlsx = (parts: Unzipped): Result<readonly Sheet[], SheetRefusal> => {
  const [book, links] = [part(parts, 'xl/workbook.xml'), part(parts, 'xl/_rels/workbook.xml.rels')]
  if (!book.ok) return book
  if (!links.ok) return links
  const shared = parts.has('xl/sharedStrings.xml') ? part(parts, 'xl/sharedStrings.xml') : null
  if (shared && !shared.ok) return shared
  const words = shared ? childrenOf(shared.value, 'si').map(wordsIn) : []
  const targets = new Map(
    childrenOf(links.value, 'Relationship').map(({ attributes }) => [attributes.get('Id'), attributes.get('Target')]),
  )
  const sheets: Sheet[] = []
  for (const { attributes } of childrenOf(firstIn(book.value, 'sheets'), 'sheet')) {
    // The prefix of the relation falls away with those of all names.
    const target = targets.get(attributes.get('id'))?.replace(/^\/?(xl\/)?/, 'xl/')
    const sheet = part(parts, target ?? '')
    if (!sheet.ok) return sheet
    const rows = childrenOf(firstIn(sheet.value, 'sheetData'), 'row').map((row) => cellsOf(row, words))
    const table = tableOfRows(rows)
    if (table.ok) sheets.push({ name: attributes.get('name') ?? '', table: table.value })
    else if (table.reason === 'too-large') return table
  }
  return sheets.length > 0 ? ok(sheets) : refuse('no-rows')
}

// Readings for how a word is said stand beside it, and are no part of it.
const wordsIn = (item: XmlElement): string =>
  item.children.map((child) => (child.name === 't' ? child.text : child.name === 'r' ? wordsIn(child) : '')).join('')

const cellsOf = (row: XmlElement, words: readonly string[]): string[] => {
  const cells: string[] = []
  for (const cell of childrenOf(row, 'c')) {
    const at = columnOf(cell.attributes.get('r')) ?? cells.length
    if (at >= bounds.columns) continue
    while (cells.length < at) cells.push('')
    cells[at] = cellOf(cell, words)
  }
  return cells
}

const cellOf = (cell: XmlElement, words: readonly string[]): string => {
  const kind = cell.attributes.get('t')
  const value = childrenOf(cell, 'v')[0]?.text ?? ''
  if (kind === 's') return words[Number(value)] ?? ''
  if (kind === 'inlineStr') return childrenOf(cell, 'is').map(wordsIn).join('')
  if (kind === 'b') return value === '1' ? 'true' : 'false'
  return kind === 'e' ? '' : value
}

const columnOf = (address: string | undefined): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const readOds = (parts: Unzipped): Result<readonly Sheet[], SheetRefusal> => {
  const content = part(parts, 'content.xml')
  if (!content.ok) return content
  const sheets: Sheet[] = []
  for (const element of childrenOf(firstIn(content.value, 'spreadsheet'), 'table')) {
    const table = tableOfRows(rowsIn(element).map(odsCells))
    if (table.ok) sheets.push({ name: element.attributes.get('name') ?? '', table: table.value })
    else if (table.reason === 'too-large') return table
  }
  return sheets.length > 0 ? ok(sheets) : refuse('no-rows')
}

const rowsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.flatMap((child) =>
    child.name === 'table-row' ? [child] : /^table-(header-rows|row-group|rows)$/.test(child.name) ? rowsIn(child) : [],
  )

const odsCells = (row: XmlElement): string[] => {
  const cells: string[] = []
  for (const cell of row.children) {
    if (cell.name !== 'table-cell' && cell.name !== 'covered-table-cell') continue
    const figure = cell.attributes.get('value-type') === 'float' ? cell.attributes.get('value') : undefined
    const words = figure ?? childrenOf(cell, 'p').map(textIn).join('\n')
    const times = Math.min(
      Number(cell.attributes.get('number-columns-repeated') ?? 1) || 1,
      bounds.columns - cells.length,
    )
    for (let time = 0; time < times; time += 1) cells.push(words)
  }
  return cells
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'

/** Writes sheets as an XLSX file. Words are words and never formulas; figures are figures. The same sheets give the same bytes. */
export const writeXlsx = (sheets: readonly Sheet[]): Uint8Array =>
  zip([
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map(({ table }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(table)] as const),
  ])

const sheetName = (name: string): string => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)

const sheetXml = ({ columns, rows }: Table): string => {
  const body = [columns, ...rows].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letterOf(column)}${at + 1}`, at === 0)).join('')}</row>`,
  )
  const widths = columns.map(
    (name, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${Math.min(40, Math.max(10, name.length + 4))}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`
}

const cellXml = (cell: string, address: string, isHead: boolean): string => {
  if (cell === '') return ''
  if (!isHead && /^-?(0|[1-9]\d{0,8})$/.test(cell) && cell !== '-0') return `<c r="${address}"><v>${cell}</v></c>`
  return `<c r="${address}"${isHead ? ' s="1"' : ''} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
}

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)
