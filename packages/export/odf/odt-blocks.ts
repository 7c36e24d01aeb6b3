import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, wordsIn, type Block, type Cell, type OutlineItem, type Run } from '#domain/outline.ts'
import { columnWeights } from '../column-weights.ts'
import { isRightToLeft } from '../direction.ts'
import { inOrder, isEcho } from '../heading-order.ts'
import { markerSvg } from '../markers.ts'
import { drawn } from '../picture.ts'
import { odfText, xmlText } from './xml.ts'

/** What the blocks of a report became: their XML, the styles that it asks for, and its pictures by path. */
export type OdtBody = {
  readonly xml: string
  readonly styles: string
  readonly pictures: ReadonlyMap<string, Uint8Array>
}

const pageWidth = 17

/** The blocks of a report as text of ODF, with a bookmark at each thing that other lines may lead to. */
export const odtBody = (blocks: readonly Block[], fit = 1): OdtBody => {
  const given = new Set<string>()
  const styles: string[] = []
  const pictures = new Map<string, Uint8Array>()
  const desk: Desk = {
    fit,
    place: (id) => {
      if (id === null || id === undefined || given.has(id)) return ''
      given.add(id)
      return `<text:bookmark text:name="${markOf(id)}"/>`
    },
    columns: (weights) => {
      const table = `T${styles.length}`
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const widths = weights.map((weight) => Math.round((weight / total) * pageWidth * 100) / 100)
      const own = widths.map(
        (width, at) =>
          `<style:style style:name="${table}.${at}" style:family="table-column"><style:table-column-properties style:column-width="${width}cm"/></style:style>`,
      )
      styles.push(own.join(''))
      return widths.map((_, at) => `<table:table-column table:style-name="${table}.${at}"/>`).join('')
    },
    picture: (bytes) => {
      const path = `Pictures/${pictures.size + 1}.png`
      pictures.set(path, bytes)
      return path
    },
  }
  const ordered = inOrder(blocks)
  const xml = ordered.map((block, at) => blockOf(block, { at, echo: isEcho(ordered, at) }, desk)).join('\n')
  return { xml, styles: styles.join(''), pictures }
}

/** The bookmark of the heading at this place among the blocks. */
export const headingMark = (at: number): string => `section-${at}`

const markOf = (id: string): string => `item-${id.replaceAll(/[^a-zA-Z0-9-]/g, '-')}`

type Desk = {
  readonly fit: number
  readonly place: (id: string | null | undefined) => string
  /** The columns of a new table of these weights. */
  readonly columns: (weights: readonly number[]) => string
  /** Keeps a picture; gives its path. */
  readonly picture: (bytes: Uint8Array) => string
}
type Spot = { readonly at: number; readonly echo: boolean }

const blockOf = (block: Block, { at, echo }: Spot, desk: Desk): string => {
  switch (block.type) {
    case 'heading': {
      const mark = block.level === 1 ? `<text:bookmark text:name="${headingMark(at)}"/>` : ''
      return `<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}">${mark}${desk.place(block.from)}${odfText(block.text)}</text:h>`
    }
    case 'paragraph':
      return paragraphOf('Standard', block.runs, desk.place(block.from))
    case 'quote': {
      const source = block.source === undefined ? '' : paragraphOf('Source', [{ text: block.source }])
      return `${paragraphOf('Quotations', block.runs, desk.place(block.from))}${source}`
    }
    case 'list':
      return itemsOf(block.items, block.ordered ? 'Numbers' : 'Bullets', desk)
    case 'facts':
      return block.rows
        .map(({ label, runs }) => paragraphOf('Fact', [{ text: `${label}: `, bold: true }, ...runs]))
        .join('')
    case 'table':
      return tableOf(block, echo, desk)
    case 'note':
      return paragraphOf(block.tone === 'caution' ? 'Caution' : 'Note', block.runs, desk.place(block.from))
    case 'strips':
      return stripsOf(block, echo, desk)
    case 'figure': {
      const caption = echo ? '' : paragraphOf('Source', [{ text: block.caption }])
      return `<text:p text:style-name="Standard">${frameOf(block.svg, block.alternative, null, desk)}</text:p>${caption}`
    }
  }
}

const paragraphOf = (style: string, runs: readonly Run[], mark = ''): string => {
  const name = isRightToLeft(wordsIn(runs)) ? `RTL_${style}` : style
  return `<text:p text:style-name="${name}">${mark}${runsOf(runs)}</text:p>`
}

const itemsOf = (items: readonly OutlineItem[], style: string, desk: Desk): string => {
  const lines = items.map(({ runs, items: inner, from }) => {
    const more = inner ? itemsOf(inner, style, desk) : ''
    return `<text:list-item>${paragraphOf('Item', runs, desk.place(from))}${more}</text:list-item>`
  })
  return `<text:list text:style-name="${style}">${lines.join('')}</text:list>`
}

const tableOf = (
  { caption, head, rows, rowsFrom = [] }: Extract<Block, { type: 'table' }>,
  echo: boolean,
  desk: Desk,
): string => {
  const cell = (content: Cell, style: string, mark = '') =>
    `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraphOf(style, runsIn(content), mark)}</table:table-cell>`
  const heads = head.map((text) => cell(text, 'Table_20_Heading')).join('')
  const body = rows.map((row, number) => {
    const cells = head.map((_, at) =>
      cell(row[at] ?? '', 'Table_20_Contents', at === 0 ? desk.place(rowsFrom[number]) : ''),
    )
    return `<table:table-row table:style-name="Row">${cells.join('')}</table:table-row>`
  })
  return [
    echo ? '' : paragraphOf('Caption', [{ text: caption }]),
    `<table:table table:name="${xmlText(caption)}" table:style-name="Table">`,
    `<table:title>${xmlText(caption)}</table:title>`,
    desk.columns(columnWeights(head, rows)),
    `<table:table-header-rows><table:table-row table:style-name="Row">${heads}</table:table-row></table:table-header-rows>`,
    ...body,
    '</table:table>',
    '<text:p text:style-name="Gap"/>',
  ].join('')
}

const squares = { full: '■', half: '◧', open: '□' } as const

const stripsOf = ({ caption, strips }: Extract<Block, { type: 'strips' }>, echo: boolean, desk: Desk): string => {
  const cells = strips.map(({ markers, title, marks, words }) => {
    const signs = markers
      .map((slot) => ornamentOf(markerSvg(slot), { width: 0.3, height: 0.3 }, desk.picture))
      .join(' ')
    const name = `<text:p text:style-name="Table_20_Contents">${signs} <text:span text:style-name="Strong">${odfText(title)}</text:span></text:p>`
    const row =
      marks.length === 0
        ? ''
        : paragraphOf('Table_20_Contents', [{ text: marks.map((mark) => squares[mark]).join('') }])
    return `<table:table-cell table:style-name="Strip" office:value-type="string">${name}${row}${paragraphOf('Table_20_Contents', [{ text: words }])}</table:table-cell>`
  })
  return [
    echo ? '' : paragraphOf('Caption', [{ text: caption }]),
    `<table:table table:name="${xmlText(caption)} strips" table:style-name="Table">`,
    desk.columns(strips.map(() => 1)),
    `<table:table-row>${cells.join('')}</table:table-row></table:table>`,
    '<text:p text:style-name="Gap"/>',
  ].join('')
}

const pixelsInCentimetre = 96 / 2.54

/** A picture in the line, with the words that say the same; `fixed` in centimetres. */
const frameOf = (svg: string, words: string, fixed: { width: number; height: number } | null, desk: Desk): string => {
  const { png, width, height } = drawn(svg)
  const natural = { width: width / pixelsInCentimetre, height: height / pixelsInCentimetre }
  const scale = Math.min(1, (pageWidth * desk.fit) / natural.width)
  const size = fixed ?? { width: natural.width * scale, height: natural.height * scale }
  const path = desk.picture(png)
  const name = path.replaceAll(/\D/g, '')
  return [
    `<draw:frame draw:name="picture-${name}" text:anchor-type="as-char" svg:width="${size.width.toFixed(2)}cm" svg:height="${size.height.toFixed(2)}cm">`,
    `<draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>`,
    `<svg:title>${xmlText(words.slice(0, 60))}</svg:title><svg:desc>${xmlText(words)}</svg:desc></draw:frame>`,
  ].join('')
}

/** A picture that is there for the eye only; a screen reader passes over it. Its size is in centimetres. */
export const ornamentOf = (
  svg: string,
  { width, height }: { readonly width: number; readonly height: number },
  keep: (bytes: Uint8Array) => string,
): string => {
  const path = keep(drawn(svg).png)
  return `<draw:frame draw:name="ornament-${path.replaceAll(/\D/g, '')}" loext:decorative="true" text:anchor-type="as-char" svg:width="${width.toFixed(2)}cm" svg:height="${height.toFixed(2)}cm"><draw:image xlink:href="${path}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>`
}

const runsOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text, bold = false, italic = false, href, to }) => {
      if (to !== undefined) return ` <text:a xlink:type="simple" xlink:href="#${markOf(to)}">${odfText(text)}</text:a>`
      const words = odfText(isSafeLink(href) && !text.includes(href) ? `${text} (${href})` : text)
      const style = bold ? (italic ? 'Strong_20_Emphasis' : 'Strong') : italic ? 'Emphasis' : null
      return style === null ? words : `<text:span text:style-name="${style}">${words}</text:span>`
    })
    .join('')
