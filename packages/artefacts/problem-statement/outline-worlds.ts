import { isEmptyProse, plainText } from '#crdt/prose.ts'
import { sourced, type Block, type Cell } from '#domain/outline.ts'
import type { Teller } from './outline-teller.ts'
import { gapPairsOf, linesOf } from './queries.ts'
import type { Line, Problem } from './shape.ts'

/** Daily life beside the system with the gap between them: the summaries, then gaps, then points without a gap. */
export const worldsTable = (problem: Problem, teller: Teller): Block[] => {
  const { words } = teller
  const rows = [...summaryRows(problem), ...gapRows(problem, teller), ...looseRows(problem, teller)]
  const head = [words.worlds.lived, words.gap, words.worlds.system]
  return rows.length === 0 ? [] : [{ type: 'table', caption: words.twoWorlds, head, rows }]
}

const summaryRows = ({ livedWorld, gap, systemWorld }: Problem): string[][] => {
  const summaries = [livedWorld, gap, systemWorld]
  return summaries.every(isEmptyProse) ? [] : [summaries.map(plainText)]
}

const gapRows = (problem: Problem, teller: Teller): Cell[][] =>
  gapPairsOf(teller.statement, problem.id).map(({ gap, lived, system }) => [
    sideWords(lived, gap.livedLineId, teller),
    gap.text,
    sideWords(system, gap.systemLineId, teller),
  ])

const sideWords = (line: Line | null, id: string | null, teller: Teller): Cell => {
  if (line) return lineWords(line, teller)
  return id === null ? '' : teller.words.removed
}

const looseRows = (problem: Problem, teller: Teller): Cell[][] => {
  const { statement } = teller
  const paired = new Set(gapPairsOf(statement, problem.id).flatMap(({ lived, system }) => [lived, system]))
  const [lived, system] = (['lived', 'system'] as const).map((world) =>
    linesOf(statement, problem.id, world).filter((line) => !paired.has(line) && line.text.trim() !== ''),
  )
  const longest = Math.max(lived?.length ?? 0, system?.length ?? 0)
  const wordsAt = (lines: readonly Line[] | undefined, at: number): Cell => {
    const line = lines?.[at]
    return line ? lineWords(line, teller) : ''
  }
  return Array.from({ length: longest }, (_, at) => [wordsAt(lived, at), '', wordsAt(system, at)])
}

// A source that may not be told is not in the context, and so not in the report.
const lineWords = ({ text, evidenceIds }: Line, { evidence, words }: Teller): Cell => {
  const sources = evidence.evidence
    .filter(({ id, sourceLabel }) => evidenceIds.includes(id) && sourceLabel !== '')
    .map(({ sourceLabel }) => sourceLabel)
  const told = sources.length === 0 ? text : `${text} (${words.source(sources.join(', '))})`
  return sourced(told, evidenceIds, evidence)
}
