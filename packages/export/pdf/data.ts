import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, wordsIn, type Block, type Cell, type OutlineItem, type Run } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import { columnWeights } from '../column-weights.ts'
import { hasCover, logoSize, openedOf } from '../cover.ts'
import { isRightToLeft } from '../direction.ts'
import { fontFamilies } from '../fonts.ts'
import { inOrder, isEcho } from '../heading-order.ts'
import { markerShapes, markerSvg, polderMark } from '../markers.ts'
import type { Report } from '../report.ts'
import { leadsIn } from '../report/loose-ends.ts'

/** A report as the data that the template reads; `fit` is how large its letters are beside their usual size. */
export const pdfData = (report: Report, fit = 1): object => {
  const { locale, title, subtitle, date, words, notice = '', version = '', logo, short = false, facts = [] } = report
  const clean = cleanText
  const cover = hasCover(report)
  const { warnings, body } = openedOf(report)
  return {
    locale,
    title: clean(title),
    subtitle: clean(subtitle),
    question: clean(subtitle.trim() === '' ? title : subtitle),
    kicker: clean(`${words.report}, ${date}`),
    foot: clean(`${notice} ${version}`.trim()),
    words: { page: words.page, contents: words.contents ?? '' },
    fonts: fontFamilies,
    mark: polderMark,
    logo: logo ? { words: clean(logo.alternative) || clean(title), share: logoSize(logo, 1).height } : null,
    short: short || words.contents === undefined,
    fit,
    facts: cover ? facts.map(({ label, text }) => ({ label: clean(label), text: clean(text) })) : [],
    warnings: warnings.flatMap((block) =>
      'runs' in block ? [{ type: block.type, ...saidOf(block.runs), tone: 'caution' }] : [],
    ),
    blocks: blocksOf(body),
  }
}

const blocksOf = (blocks: readonly Block[]): object[] => {
  const wanted = new Set(blocks.flatMap(leadsIn))
  // A place is given once, to the first line that tells of a thing, and only where a mark leads to it: each costs time.
  const place: Place = (id) => {
    if (id === undefined || id === null || !wanted.delete(id)) return {}
    return { place: labelOf(id) }
  }
  const ordered = inOrder(blocks)
  return ordered.map((block, at) => ({
    ...blockOf(block, place),
    echo: isEcho(ordered, at),
    // A line that brings in a table does not stay behind at the foot of a page.
    ...(block.type === 'paragraph' && ordered[at + 1]?.type === 'table' ? { leads: true } : {}),
  }))
}

type Place = (id: string | null | undefined) => { readonly place?: string }

const labelOf = (id: string): string => `item-${id.replaceAll(/[^a-zA-Z0-9_-]/g, '_')}`

const blockOf = (block: Block, place: Place): object => {
  const { type, from } = block
  switch (type) {
    case 'heading':
      return { type, level: block.level, text: cleanText(block.text), ...place(from) }
    case 'paragraph':
    case 'note':
      return { ...block, ...saidOf(block.runs), ...place(from) }
    case 'quote':
      return { type, ...saidOf(block.runs), source: cleanText(block.source ?? '') || null, ...place(from) }
    case 'list':
      return { type, ordered: block.ordered, items: itemsOf(block.items, place) }
    case 'facts': {
      const rows = block.rows.map(({ label, runs }) => ({ label: cleanText(label), ...saidOf(runs) }))
      return { type, rows, ...place(from) }
    }
    case 'table':
      return tableOf(block, place)
    case 'strips': {
      const caption = cleanText(block.caption)
      const strips = block.strips.map(({ markers, title, marks, words }) => ({
        signs: markers.map(markerSvg),
        colour: markerShapes[markers[0] ?? 'm1'].colour,
        title: cleanText(title),
        marks,
        words: cleanText(words),
      }))
      return { type, caption, strips }
    }
    case 'figure':
      return {
        type,
        svg: cleanText(block.svg),
        // A picture without words is refused; its name is then the least that can be said.
        alternative: cleanText(block.alternative).trim() || cleanText(block.caption),
        caption: cleanText(block.caption),
      }
  }
}

const itemsOf = (items: readonly OutlineItem[], place: Place): object[] =>
  items.map(({ runs, items: inner, from }) => ({
    ...saidOf(runs),
    ...place(from),
    items: itemsOf(inner ?? [], place),
  }))

const tableOf = ({ type, caption, head, rows, rowsFrom = [] }: Extract<Block, { type: 'table' }>, place: Place) => ({
  type,
  caption: cleanText(caption),
  head: head.map(cleanText),
  widths: columnWeights(head, rows),
  rows: rows.map((row, number) =>
    head.map((_, at) => ({ ...saidOf(row[at] ?? ''), ...(at === 0 ? place(rowsFrom[number]) : {}) })),
  ),
})

const saidOf = (cell: Cell): { readonly runs: readonly object[]; readonly rtl?: true } => ({
  runs: runsIn(cell).map(runOf),
  ...(isRightToLeft(wordsIn(cell)) ? { rtl: true } : {}),
})

const runOf = ({ text, bold, italic, href, to }: Run): object => ({
  text: cleanText(text),
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(isSafeLink(href) ? { href: cleanText(href) } : {}),
  ...(to === undefined ? {} : { to: labelOf(to) }),
  ...(isRightToLeft(text) ? { rtl: true } : {}),
})
