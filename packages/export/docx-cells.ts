import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, wordsIn, type Block, type Cell, type Run } from '#domain/outline.ts'
import { isRightToLeft } from './direction.ts'
import { bookmarkOf } from './docx-runs.ts'
import { xmlText } from './odf/xml.ts'

/** The name of the bookmark that belongs at the thing with this id; `null` when no other line leads there. */
export type Marked = (id: string | null | undefined) => string | null

type TableBlock = Extract<Block, { type: 'table' }>

/**
 * A table as WordprocessingML. A report of hundreds of parties has ten thousand cells, and the objects that the library
 * makes of each of them took more time and memory than all the rest.
 */
export const tableXml = (
  { head, rows, rowsFrom = [] }: TableBlock,
  columns: readonly number[],
  marked: Marked,
): string =>
  [
    `<w:tbl><w:tblPr><w:tblW w:type="dxa" w:w="${columns.reduce((sum, each) => sum + each, 0)}"/>${edges}${room}</w:tblPr>`,
    `<w:tblGrid>${columns.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...head.map((text, at) => cellXml(text, { style: 'CellHead', at, columns, mark: null })),
    '</w:tr>',
    ...rows.map((row, number) => {
      const mark = marked(rowsFrom[number])
      const cells = head.map((_, at) =>
        cellXml(row[at] ?? '', { style: 'Cell', at, columns, mark: at === 0 ? mark : null }),
      )
      return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
    }),
    '</w:tbl>',
  ].join('')

const line = 'w:val="single" w:color="BFD6DB" w:sz="4"'
const edges = `<w:tblBorders><w:bottom ${line}/><w:insideH ${line}/></w:tblBorders>`
const side = (name: string, size: number) => `<w:${name} w:type="dxa" w:w="${size}"/>`
const room = `<w:tblCellMar>${side('top', 50)}${side('left', 80)}${side('bottom', 50)}${side('right', 80)}</w:tblCellMar>`

type Place = {
  readonly style: 'Cell' | 'CellHead'
  readonly at: number
  readonly columns: readonly number[]
  readonly mark: string | null
}

const cellXml = (content: Cell, { style, at, columns, mark }: Place): string => {
  const flush = at === 0 ? `<w:tcMar>${side('left', 0)}</w:tcMar>` : ''
  const next = style === 'CellHead' ? '<w:keepNext/>' : ''
  const turned = isRightToLeft(wordsIn(content)) ? '<w:bidi/>' : ''
  const runs = runsIn(content).map(runXml).join('')
  const words = mark === null ? runs : markedXml(mark, runs)
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${columns[at] ?? 0}"/>${flush}</w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${next}${turned}</w:pPr>${words}</w:p></w:tc>`
}

// Numbers are given at the end; until then a mark goes by its own name.
const markedXml = (name: string, inner: string): string =>
  `<w:bookmarkStart w:name="${name}" w:id="${name}"/>${inner}<w:bookmarkEnd w:id="${name}"/>`

const runXml = ({ text, bold = false, italic = false, href, to }: Run): string => {
  if (to !== undefined) {
    const look = '<w:rPr><w:color w:val="005764"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>'
    return `<w:r>${said(' ')}</w:r><w:hyperlink w:history="1" w:anchor="${bookmarkOf(to)}"><w:r>${look}${said(text)}</w:r></w:hyperlink>`
  }
  const words = isSafeLink(href) && !text.includes(href) ? `${text} (${href})` : text
  const looks = [
    bold ? '<w:b/><w:bCs/>' : '',
    italic ? '<w:i/><w:iCs/>' : '',
    isRightToLeft(words) ? '<w:rtl/>' : '',
  ].join('')
  const look = looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`
  return `<w:r>${look}${words.split('\n').map(said).join('<w:br/>')}</w:r>`
}

const said = (text: string): string => `<w:t xml:space="preserve">${xmlText(text)}</w:t>`
