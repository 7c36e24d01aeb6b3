import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Sheet, SheetCell } from '#domain/sheet.ts'
import { xmlText } from '../odf/xml.ts'
import { zipDay } from '../zip-day.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** What a cell can hold at most; the rest of a longer text is cut off with a sign. */
const longestCell = 32_767

/**
 * Tables as a workbook: one sheet each, with a head that stays in sight and can be filtered. Words are words, never a
 * formula, whatever they begin with. The same tables give the same bytes.
 */
export const writeXlsx = (sheets: readonly Sheet[], title: string, at: number): Uint8Array => {
  const names = sheetNames(sheets)
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(sheets.length)),
    '_rels/.rels': strToU8(
      relations([
        ['rId1', `${office}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ),
    'docProps/core.xml': strToU8(properties(title, at)),
    'xl/workbook.xml': strToU8(workbook(names)),
    'xl/_rels/workbook.xml.rels': strToU8(
      relations([
        ...names.map((_, n) => [`rId${n + 1}`, `${office}/worksheet`, `worksheets/sheet${n + 1}.xml`] as const),
        [`rId${names.length + 1}`, `${office}/styles`, 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': strToU8(styles),
  }
  for (const [n, sheet] of sheets.entries()) files[`xl/worksheets/sheet${n + 1}.xml`] = strToU8(worksheet(sheet))
  return zipSync(files, { level: 6, mtime: zipDay(at) })
}

/** Names that any spreadsheet takes: at most 31 signs, none of those that it uses itself, each once. */
export const sheetNames = (sheets: readonly Pick<Sheet, 'title'>[]): readonly string[] => {
  const given = new Set<string>()
  return sheets.map(({ title }) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\']/g, ' ')
        .slice(0, 28)
        .trim() || 'Polder'
    let name = plain
    for (let n = 2; given.has(name.toLowerCase()); n += 1) name = `${plain} ${n}`
    given.add(name.toLowerCase())
    return name
  })
}

const worksheet = ({ columns, rows }: Sheet): string => {
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`
  const widths = columns.map((column, at) => {
    const longest = Math.max(column.length, ...rows.slice(0, 100).map((row) => String(row[at] ?? '').length))
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(Math.max(longest + 2, 8), 60)}" customWidth="1"/>`
  })
  const lines = [columns, ...rows].map((row, n) => {
    const cells = columns.map((_, at) => cellOf(row[at] ?? null, `${columnName(at)}${n + 1}`, n === 0 ? 1 : 2))
    return `<row r="${n + 1}">${cells.join('')}</row>`
  })
  return [
    `${head}<worksheet xmlns="${main}"><dimension ref="A1:${last}"/>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  ].join('')
}

const cellOf = (cell: SheetCell, place: string, style: number): string => {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}" s="${style}"><v>${cell}</v></c>` : ''
  const text = cell.length > longestCell ? `${cell.slice(0, longestCell - 1)}…` : cell
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

/** The letters of a column: 0 is A, 26 is AA. */
const columnName = (at: number): string =>
  at < 26 ? String.fromCodePoint(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`

const workbook = (names: readonly string[]): string => {
  const list = names.map((name, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`
}

const contentTypes = (count: number): string => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = Array.from(
    { length: count },
    (_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  )
  return [
    `${head}<Types xmlns="${packaging}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ...parts,
    '</Types>',
  ].join('')
}

const relations = (links: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packaging}/relationships">${links
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const properties = (title: string, at: number): string => {
  const stamp = `${new Date(at).toISOString().slice(0, 19)}Z`
  return `${head}<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Polder</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created></cp:coreProperties>`
}

// Style 1 is a head, style 2 a cell whose text wraps.
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Verdana"/></font><font><b/><sz val="11"/><name val="Verdana"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9F1F2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`
