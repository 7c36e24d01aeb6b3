import { guessMapping, type Mapping } from '../formats/mapping.ts'
import { planImport, type ImportPlan } from '../formats/plan.ts'
import { readFiles, type ReadFiles, type ReadRefusal, type SourceFile } from '../formats/read.ts'
import type { Tables } from '../formats/table.ts'
import type { StakeholderMap } from '../shape.ts'

/** What the page asks of the worker that reads files; `turn` comes back with the answer. */
export type ImportQuestion =
  | { readonly turn: number; readonly ask: 'read'; readonly files: readonly SourceFile[] }
  | {
      readonly turn: number
      readonly ask: 'plan'
      readonly map: StakeholderMap
      readonly tables: Tables
      readonly mapping: Mapping
      readonly answers: readonly (readonly [string, string])[]
    }
export type ImportReply =
  | { readonly turn: number; readonly ask: 'read'; readonly read: ReadFiles; readonly mapping: Mapping }
  | { readonly turn: number; readonly ask: 'refused'; readonly reason: ReadRefusal }
  | { readonly turn: number; readonly ask: 'plan'; readonly plan: ImportPlan }

const answerTo = (question: ImportQuestion): ImportReply => {
  const { turn } = question
  if (question.ask === 'plan') {
    const { map, tables, mapping, answers } = question
    return { turn, ask: 'plan', plan: planImport(map, tables, mapping, new Map(answers)) }
  }
  const read = readFiles(question.files)
  if (!read.ok) return { turn, ask: 'refused', reason: read.reason }
  return { turn, ask: 'read', read: read.value, mapping: guessMapping(read.value.tables) }
}

self.addEventListener('message', ({ data }: MessageEvent<ImportQuestion>) => self.postMessage(answerTo(data)))
