import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'
import { isSafeLink } from '#crdt/prose.ts'
import type { Block, OutlineItem, Run } from '#domain/outline.ts'
import { cleanText } from './clean-text.ts'
import type { Report } from './report.ts'

/** The name of the numbering that ordered lists use. */
export const numbering = 'numbers'

/** The blocks of a report as paragraphs and tables. */
export const docxBlocks = ({ blocks, words }: Report): FileChild[] => {
  let lists = 0
  return blocks.flatMap((block): FileChild[] => {
    if (block.type === 'list' && block.ordered) lists += 1
    return blockOf(block, words.figure, lists)
  })
}

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const blockOf = (block: Block, figure: string, list: number): FileChild[] => {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], text: cleanText(block.text) })]
    case 'paragraph':
      return [new Paragraph({ children: runsOf(block.runs) })]
    case 'quote':
      return [
        new Paragraph({ style: 'Quote', children: runsOf(block.runs), keepNext: block.source !== undefined }),
        ...(block.source === undefined ? [] : [new Paragraph({ style: 'Source', text: cleanText(block.source) })]),
      ]
    case 'list':
      return itemsOf(block.items, block.ordered, 0, list)
    case 'facts':
      return block.rows.map(
        ({ label, runs }) =>
          new Paragraph({
            style: 'Fact',
            children: [new TextRun({ text: `${cleanText(label)}: `, bold: true }), ...runsOf(runs)],
          }),
      )
    case 'table':
      return tableOf(block)
    case 'note':
      return [new Paragraph({ style: block.tone === 'caution' ? 'Caution' : 'Note', children: runsOf(block.runs) })]
    case 'figure':
      // The words and the table that always follows say what the drawing says; a word processor shows no SVG everywhere.
      return [
        new Paragraph({
          style: 'Note',
          children: runsOf([{ text: `${figure}: ${block.caption}. `, bold: true }, { text: block.alternative }]),
        }),
      ]
  }
}

const itemsOf = (items: readonly OutlineItem[], ordered: boolean, depth: number, list: number): FileChild[] =>
  items.flatMap(({ runs, items: inner }) => [
    new Paragraph({
      children: runsOf(runs),
      ...(ordered
        ? { numbering: { reference: numbering, level: Math.min(depth, 2), instance: list } }
        : { bullet: { level: Math.min(depth, 8) } }),
    }),
    ...(inner ? itemsOf(inner, ordered, depth + 1, list) : []),
  ])

const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFD6DB' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const width = 9866

const tableOf = ({ caption, head, rows }: Extract<Block, { type: 'table' }>): FileChild[] => {
  const columns = head.map(() => Math.floor(width / head.length))
  const cell = (text: string, bold: boolean) =>
    new TableCell({
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        new Paragraph({ style: 'Cell', keepNext: bold, children: runsOf([{ text, ...(bold ? { bold } : {}) }]) }),
      ],
    })
  return [
    new Paragraph({ style: 'Caption', text: cleanText(caption), keepNext: true }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: columns,
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }),
        ...rows.map(
          (row) => new TableRow({ cantSplit: true, children: head.map((_, at) => cell(row[at] ?? '', false)) }),
        ),
      ],
    }),
    new Paragraph({ style: 'Cell', text: '' }),
  ]
}

const runsOf = (runs: readonly Run[]): TextRun[] =>
  runs.flatMap(({ text, bold = false, italic = false, href }) => {
    const words = isSafeLink(href) && !text.includes(href) ? `${text} (${href})` : text
    return cleanText(words)
      .split('\n')
      .map((part, at) => new TextRun({ text: part, bold, italics: italic, ...(at > 0 ? { break: 1 } : {}) }))
  })
