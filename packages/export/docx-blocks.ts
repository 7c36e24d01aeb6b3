import { Bookmark, HeadingLevel, Paragraph, TextRun, type FileChild } from 'docx'
import { runsIn, wordsIn, type Block, type OutlineItem, type Run } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import type { Marked } from './docx-cells.ts'
import { bookmarkOf, paragraphOf, pictureRun, runsOf, type Anchored } from './docx-runs.ts'
import { stripsOf, tableOf, type Desk } from './docx-tables.ts'
import { inOrder, isEcho } from './heading-order.ts'
import type { Report } from './report.ts'

/** The names of the signs before the items of lists: numbers, and dots. */
export const numbering = 'numbers'
export const bullets = 'bullets'

/** The blocks of a report as paragraphs and tables, with a bookmark at each thing that other lines lead to. */
export const docxBlocks = (blocks: Report['blocks'], keep: Desk['keep'], fit = 1): FileChild[] => {
  let lists = 0
  const wanted = new Set(blocks.flatMap(leadsOf))
  const given = new Set<string>()
  const marked: Marked = (id) => {
    if (id === null || id === undefined || !wanted.has(id) || given.has(id)) return null
    given.add(id)
    return bookmarkOf(id)
  }
  const anchored: Anchored = (id, children) => {
    const name = marked(id)
    return name === null ? children : [new Bookmark({ id: name, children })]
  }
  const ordered = inOrder(blocks)
  return ordered.flatMap((block, at): FileChild[] => {
    if (block.type === 'list' && block.ordered) lists += 1
    return blockOf(block, { at, list: lists, anchored, desk: { marked, keep }, fit, echo: isEcho(ordered, at) })
  })
}

/** The bookmark of the heading at this place among the blocks. */
export const headingMark = (at: number): string => `section_${at}`

type Spot = {
  readonly at: number
  readonly list: number
  readonly anchored: Anchored
  readonly desk: Desk
  readonly echo: boolean
  readonly fit: number
}

const leadsOf = (block: Block): readonly string[] => {
  const leads = (runs: readonly Run[]) => runs.flatMap(({ to }) => to ?? [])
  if (block.type === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => leads(runsIn(cell))))
  if (block.type === 'list') return block.items.flatMap((item) => leadsOfItem(item))
  if (block.type === 'facts') return block.rows.flatMap(({ runs }) => leads(runs))
  return 'runs' in block ? leads(block.runs) : []
}

const leadsOfItem = ({ runs, items }: OutlineItem): readonly string[] => [
  ...runs.flatMap(({ to }) => to ?? []),
  ...(items ?? []).flatMap((item) => leadsOfItem(item)),
]

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const blockOf = (block: Block, { at, list, anchored, desk, echo, fit }: Spot): FileChild[] => {
  switch (block.type) {
    case 'heading': {
      const words = anchored(block.from, [new TextRun({ text: cleanText(block.text) })])
      const children = block.level === 1 ? [new Bookmark({ id: headingMark(at), children: words })] : words
      return [paragraphOf(block.text, { heading: levels[block.level], children })]
    }
    case 'paragraph':
      return [paragraphOf(wordsIn(block.runs), { children: anchored(block.from, runsOf(block.runs)) })]
    case 'quote': {
      const children = anchored(block.from, runsOf(block.runs))
      const keepNext = block.source !== undefined
      return [
        paragraphOf(wordsIn(block.runs), { style: 'Quote', children, keepNext }),
        ...(block.source === undefined ? [] : [new Paragraph({ style: 'Source', text: cleanText(block.source) })]),
      ]
    }
    case 'list':
      return itemsOf(block.items, block.ordered, 0, list, anchored)
    case 'facts':
      return block.rows.map(
        ({ label, runs }) =>
          new Paragraph({
            style: 'Fact',
            children: [new TextRun({ text: `${cleanText(label)}: `, bold: true }), ...runsOf(runs)],
          }),
      )
    case 'table':
      return tableOf(block, desk, echo)
    case 'note': {
      const style = block.tone === 'caution' ? 'Caution' : 'Note'
      return [paragraphOf(wordsIn(block.runs), { style, children: anchored(block.from, runsOf(block.runs)) })]
    }
    case 'strips':
      return stripsOf(block, echo)
    case 'figure':
      return figureOf(block, echo, fit)
  }
}

const itemsOf = (
  items: readonly OutlineItem[],
  ordered: boolean,
  depth: number,
  list: number,
  anchored: Anchored,
): FileChild[] =>
  items.flatMap(({ runs, items: inner, from }) => [
    paragraphOf(wordsIn(runs), {
      style: 'Item',
      children: anchored(from, runsOf(runs)),
      numbering: { reference: ordered ? numbering : bullets, level: Math.min(depth, 2), instance: ordered ? list : 0 },
    }),
    ...(inner ? itemsOf(inner, ordered, depth + 1, list, anchored) : []),
  ])

const figureOf = (
  { svg, alternative, caption }: Extract<Block, { type: 'figure' }>,
  echo: boolean,
  fit: number,
): FileChild[] => [
  new Paragraph({
    style: 'Picture',
    keepNext: !echo,
    children: [pictureRun(svg, alternative, null, fit)],
  }),
  ...(echo ? [] : [new Paragraph({ style: 'Source', text: cleanText(caption) })]),
]
