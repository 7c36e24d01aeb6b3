import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ImageRun,
} from 'docx'
import type { Block, Cell, Strip } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { columnWeights } from './column-weights.ts'
import { tableXml, type Marked } from './docx-cells.ts'
import { ornamentRun } from './docx-runs.ts'
import { markerShapes, markerSvg } from './markers.ts'

const thick = { style: BorderStyle.SINGLE, size: 18, color: 'BFD6DB' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const width = 9866

/** A table that repeats its head on each page and breaks no row. */
export const tableOf = (block: TableBlock, { marked, keep }: Desk, echo: boolean): FileChild[] => [
  ...(echo ? [] : [new Paragraph({ style: 'Caption', text: cleanText(block.caption), keepNext: true })]),
  keep(tableXml(block, widthsOf(block.head, block.rows), marked)),
  new Paragraph({ style: 'Gap', text: '' }),
]

type TableBlock = Extract<Block, { type: 'table' }>

/** Gives the bookmarks of things, and a place for XML that is written by hand. */
export type Desk = { readonly marked: Marked; readonly keep: (xml: string) => FileChild }

// Twentieths of a point.
const widthsOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): number[] => {
  const weights = columnWeights(head, rows)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.floor((weight / total) * width))
}

/** Groups side by side, each as wide as the others. */
export const stripsOf = ({ caption, strips }: Extract<Block, { type: 'strips' }>, echo: boolean): FileChild[] => {
  const column = Math.floor(width / Math.max(strips.length, 1))
  const cells = strips.map(
    (strip) =>
      new TableCell({
        width: { size: column, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.TOP,
        margins: { top: 100, bottom: 100, left: 120, right: 120 },
        children: [
          new Paragraph({
            style: 'Cell',
            children: [...signsOf(strip), new TextRun({ text: cleanText(` ${strip.title}`), bold: true })],
          }),
          ...(strip.marks.length === 0
            ? []
            : [
                new Paragraph({
                  style: 'Cell',
                  children: [
                    new TextRun({ text: strip.marks.map((mark) => squares[mark]).join(''), color: colourOf(strip) }),
                  ],
                }),
              ]),
          new Paragraph({ style: 'Cell', text: cleanText(strip.words) }),
        ],
      }),
  )
  return [
    ...(echo ? [] : [new Paragraph({ style: 'Caption', text: cleanText(caption), keepNext: true })]),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: strips.map(() => column),
      borders: { top: thick, bottom: thick, left: none, right: none, insideHorizontal: none, insideVertical: thick },
      rows: [new TableRow({ cantSplit: true, children: cells })],
    }),
    new Paragraph({ style: 'Gap', text: '' }),
  ]
}

const colourOf = ({ markers: [first = 'm1'] }: Strip): string => markerShapes[first].colour.slice(1)

const squares = { full: '■', half: '◧', open: '□' } as const

const signsOf = ({ markers }: Strip): ImageRun[] => markers.map((slot) => ornamentRun(markerSvg(slot), 11, 11))
