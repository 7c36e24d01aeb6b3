// Vite makes this address of the worker's own build; the linter cannot follow it.
// oxlint-disable-next-line import/default
import workerAddress from './import.worker.ts?worker&url'
import type { Mapping } from '../formats/mapping.ts'
import type { Answers, ImportPlan } from '../formats/plan.ts'
import type { ReadFiles, ReadRefusal } from '../formats/read.ts'
import type { Tables } from '../formats/table.ts'
import type { StakeholderMap } from '../shape.ts'
import type { ImportQuestion, ImportReply } from './import.worker.ts'
import { startWorker } from './worker.ts'

/** Reads files beside the page, so that a large or hostile one never holds it up. */
export type ImportReader = {
  readonly read: (
    files: readonly File[],
  ) => Promise<
    | { readonly ok: true; readonly read: ReadFiles; readonly mapping: Mapping }
    | { readonly ok: false; readonly reason: ReadRefusal | 'too-long' }
  >
  readonly plan: (map: StakeholderMap, tables: Tables, mapping: Mapping, answers: Answers) => Promise<ImportPlan | null>
  readonly stop: () => void
}

type Asked<Kind> = Kind extends ImportQuestion ? Omit<Kind, 'turn'> : never
/** Whatever takes longer is no file of people and lines. */
const patienceMs = 15_000

export const createImportReader = (): ImportReader => {
  let worker: Worker | null = null
  let turn = 0
  const waiting = new Map<number, (reply: ImportReply | null) => void>()
  const stop = () => {
    worker?.terminate()
    worker = null
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
  }
  const begin = (): Worker => {
    const begun = startWorker(workerAddress)
    begun.addEventListener('message', ({ data }: MessageEvent<ImportReply>) => {
      waiting.get(data.turn)?.(data)
      waiting.delete(data.turn)
    })
    begun.addEventListener('error', stop)
    return begun
  }
  const ask = (question: Asked<ImportQuestion>): Promise<ImportReply | null> => {
    worker ??= begin()
    turn += 1
    const mine = turn
    const asked = worker
    return new Promise((resolve) => {
      const timer = setTimeout(stop, patienceMs)
      waiting.set(mine, (reply) => {
        clearTimeout(timer)
        resolve(reply)
      })
      asked.postMessage({ ...question, turn: mine })
    })
  }
  return {
    stop,
    read: async (files) => {
      const sources = await Promise.all(
        files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
      )
      const reply = await ask({ ask: 'read', files: sources })
      if (reply?.ask === 'read') return { ok: true, read: reply.read, mapping: reply.mapping }
      return { ok: false, reason: reply?.ask === 'refused' ? reply.reason : 'too-long' }
    },
    plan: async (map, tables, mapping, answers) => {
      const reply = await ask({ ask: 'plan', map, tables, mapping, answers: [...answers] })
      return reply?.ask === 'plan' ? reply.plan : null
    },
  }
}
