import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, type Block, type Cell, type OutlineItem, type Run } from '#domain/outline.ts'
import { cleanText } from '#kernel/clean-text.ts'
import type { Report } from './report.ts'

/** A report as Markdown with tables; what people wrote is never read as markup. */
export const writeMarkdown = ({ title, subtitle, date, words, blocks, notice, version }: Report): string => {
  const opening = [`# ${oneLine(title)}`, `${oneLine(words.report)}, ${oneLine(date)}`]
  const question = subtitle.trim() === '' ? [] : [`**${oneLine(subtitle)}**`]
  const foot = notice === undefined ? [] : [`*${oneLine(notice)} ${oneLine(version ?? '')}*`]
  return `${[...opening, ...question, ...blocks.map((block) => blockOf(block, words.figure)), ...foot].join('\n\n')}\n`
}

// ASCII punctuation may always be escaped; letters and spaces never need it.
const escaped = (text: string): string => cleanText(text).replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&^$:=@]/g, plainWhenSafe)

// Inside a sentence these mean nothing, and escaping them would make the file hard to read.
const harmless = new Set(['.', '(', ')', '-', '!', ':', '+', '='])
const plainWhenSafe = (mark: string): string => (harmless.has(mark) ? mark : `\\${mark}`)

const startsMarkup = /^(\s*)([-+=>:]|\d+[.)])/
const oneLine = (text: string): string => oneLineOf(escaped(text))
const oneLineOf = (markdown: string): string => atStart(markdown.replaceAll(/\s*\n\s*/g, ' ').trim())

// At the start of a line a dash makes a list and a number too.
const atStart = (line: string): string => {
  const found = startsMarkup.exec(line)
  if (!found) return line
  const at = found[0].length - 1
  return `${line.slice(0, at)}\\${line.slice(at)}`
}

const blockOf = (block: Block, figure: string): string => {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${oneLine(block.text)}`
    case 'paragraph':
      return linesOf(block.runs).join('\\\n')
    case 'quote': {
      const source = block.source === undefined ? [] : [`— ${oneLine(block.source)}`]
      return [...linesOf(block.runs), ...source].map((line) => `> ${line}`).join('\\\n')
    }
    case 'list':
      return itemsOf(block.items, block.ordered, 0).join('\n')
    case 'facts':
      return block.rows.map(({ label, runs }) => `- **${oneLine(label)}**: ${linesOf(runs).join(' ')}`).join('\n')
    case 'table':
      return tableOf(block)
    case 'note':
      return `> ${block.tone === 'caution' ? '⚠ ' : ''}${linesOf(block.runs).join(' ')}`
    case 'strips':
      return [
        `**${oneLine(block.caption)}**`,
        '',
        ...block.strips.map(({ title, words }) => `- **${oneLine(title)}**: ${oneLine(words)}`),
      ].join('\n')
    case 'figure':
      return `*${oneLine(figure)}: ${oneLine(block.caption)}.* ${oneLine(block.alternative)}`
  }
}

const itemsOf = (items: readonly OutlineItem[], ordered: boolean, depth: number): string[] =>
  items.flatMap(({ runs, items: inner }, at) => [
    `${'    '.repeat(depth)}${ordered ? `${at + 1}.` : '-'} ${linesOf(runs).join(' ')}`,
    ...(inner ? itemsOf(inner, ordered, depth + 1) : []),
  ])

const tableOf = ({ caption, head, rows }: Extract<Block, { type: 'table' }>): string => {
  const line = (cells: readonly Cell[]) => `| ${head.map((_, at) => cellOf(cells[at] ?? '') || ' ').join(' | ')} |`
  return [`**${oneLine(caption)}**`, '', line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

const cellOf = (cell: Cell): string => oneLineOf(runsIn(cell).map(runOf).join(''))

const linesOf = (runs: readonly Run[]): string[] => {
  const lines = runs.map(runOf).join('').split('\n')
  return lines.map((line) => atStart(line.trim())).filter((line) => line !== '')
}

const runOf = ({ text, bold, italic, href, to }: Run): string => {
  const words = escaped(text)
  if (to !== undefined) return ` ${words}`
  // The same either way around, so that it opens and closes.
  const mark = '*'.repeat((bold ? 2 : 0) + (italic ? 1 : 0))
  // Marks must stand against the words, so spaces and ends of lines go outside.
  const marked = mark === '' ? words : words.replaceAll(/\S(?:.*\S)?/g, (line) => `${mark}${line}${mark}`)
  return isSafeLink(href)
    ? `[${marked.replaceAll('\n', ' ')}](<${cleanText(href).replaceAll(/[<>\s]/g, encodeURIComponent)}>)`
    : marked
}
