import { wordsIn, type Block, type Outline } from '#domain/outline.ts'
import { columnWeights } from './column-weights.ts'
import type { Report } from './report.ts'

/** Points of height that a sheet of A4 has for blocks under its title, and letters in a line, at the usual size. */
const [room, letters] = [690, 84]
const line = 12.5
const smallest = 0.72

/**
 * How much smaller than usual letters have to be for a report to keep to its one sheet; 1 when it may take more. Word
 * processors lay out for themselves, so this measures by counting letters, on the safe side.
 */
export const fitOf = ({ onePage = false, blocks, subtitle }: Report): number => {
  if (!onePage) return 1
  const height = heightOf(blocks) + linesIn(subtitle, 50) * 20
  // Smaller letters take less height, and more of them go in a line.
  return Math.max(smallest, Math.min(1, Math.sqrt(room / height)))
}

const heightOf = (blocks: Outline): number => blocks.reduce((sum, block) => sum + blockHeight(block), 0)

const linesIn = (words: string, most: number): number =>
  words.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / most)), 0)

const blockHeight = (block: Block): number => {
  switch (block.type) {
    case 'heading':
      return 26
    case 'paragraph':
    case 'note':
      return linesIn(wordsIn(block.runs), letters) * line + 8
    case 'quote':
      return linesIn(wordsIn(block.runs), letters - 12) * line * 1.15 + (block.source === undefined ? 6 : 20)
    case 'list':
      return block.items.reduce((sum, { runs }) => sum + linesIn(wordsIn(runs), letters - 4) * line + 3, 0)
    case 'facts':
      return block.rows.reduce((sum, { label, runs }) => sum + linesIn(label + wordsIn(runs), letters) * line + 2, 0)
    case 'table':
      return tableHeight(block)
    case 'strips': {
      const each = letters / Math.max(block.strips.length, 1) - 6
      return (
        62 + Math.max(0, ...block.strips.map(({ title, words }) => linesIn(title, each) + linesIn(words, each))) * 12
      )
    }
    case 'figure':
      return drawingHeight(block.svg) + (block.caption === '' ? 0 : 14)
  }
}

const tableHeight = ({ head, rows }: Extract<Block, { type: 'table' }>): number => {
  const weights = columnWeights(head, rows)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const rowHeight = (cells: readonly string[]) =>
    Math.max(...cells.map((words, at) => linesIn(words, Math.max(4, ((weights[at] ?? 1) / total) * letters)))) * 11.5 +
    5
  return [head, ...rows.map((row) => row.map(wordsIn))].reduce((sum, cells) => sum + rowHeight(cells), 24)
}

const pageWidth = 482

const drawingHeight = (svg: string): number => {
  const [, width = '1', height = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return Math.min(1, pageWidth / Number(width)) * Number(height) + 8
}
