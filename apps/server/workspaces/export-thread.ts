import type { Worker } from 'node:worker_threads'
import type { WorkspaceSource } from '#export/snapshot.ts'
import type { CountsWish, LetterWish, Tellers } from '#export/tellers.ts'
import { exportFormats, type ExportFormat } from '#protocol/http-schemas.ts'
import type { Clock } from '../clock.ts'
import { startThread } from '../thread.ts'
import type { ExportedFile, Exporters, ExportWish, WorkspaceExport } from './exporting.ts'

export type ExportTask =
  | {
      readonly make: 'file'
      readonly workspace: WorkspaceExport
      readonly format: ExportFormat
      readonly wish: ExportWish
    }
  | { readonly make: 'letter'; readonly workspace: WorkspaceSource; readonly wish: LetterWish }
  | { readonly make: 'counts'; readonly workspace: WorkspaceSource; readonly wish: CountsWish }
export type ExportAnswer =
  /** `null`: nothing in the workspace can give this file. */
  | { readonly made: 'file'; readonly file: ExportedFile | null }
  | { readonly made: 'letter'; readonly letter: Awaited<ReturnType<Tellers['letter']>> }
  | { readonly made: 'counts'; readonly counts: Awaited<ReturnType<Tellers['counts']>> }
export type ExportRequest = { readonly id: number; readonly task: ExportTask }
export type ExportReply =
  | { readonly id: number; readonly ok: true; readonly answer: ExportAnswer }
  | { readonly id: number; readonly ok: false; readonly message: string }

/** So long may one file take before the thread is ended. */
const longestMs = 120_000
/** So long a thread without work is kept; fonts and compilers are a lot of memory to hold for nobody. */
const idleMs = 60_000

type Waiting = { readonly settle: (reply: ExportReply) => void }

/**
 * Writers of files that work on one thread of their own, which starts when somebody asks and ends when nobody does. A
 * file that breaks, or takes too long, takes the thread with it and nothing else.
 */
export const exportThread = (
  entry: URL,
  clock: Clock,
): { readonly exporters: Exporters; readonly tellers: Tellers } => {
  let worker: Worker | null = null
  let lastId = 0
  let stopIdling = (): void => {}
  const waiting = new Map<number, Waiting>()

  const end = (why: string): void => {
    const ended = worker
    worker = null
    for (const [id, { settle }] of waiting) settle({ id, ok: false, message: why })
    waiting.clear()
    void ended?.terminate()
  }
  const started = (): Worker => {
    if (worker) return worker
    const thread = startThread(entry)
    // Work keeps the process alive by its request; a thread without any does not.
    thread.unref()
    thread.on('message', (reply: ExportReply) => {
      waiting.get(reply.id)?.settle(reply)
      waiting.delete(reply.id)
      if (waiting.size === 0) stopIdling = clock.after(idleMs, () => end('idle'))
    })
    const gone = (why: string) => {
      if (worker === thread) end(why)
    }
    thread.on('error', (error) => gone(error.message))
    thread.on('exit', () => gone('the thread ended'))
    worker = thread
    return thread
  }
  const make = (task: ExportTask): Promise<ExportAnswer> => {
    stopIdling()
    const id = ++lastId
    return new Promise((resolve, reject) => {
      const stopWaiting = clock.after(longestMs, () => end('it took too long'))
      waiting.set(id, {
        settle: (reply) => {
          stopWaiting()
          if (reply.ok) resolve(reply.answer)
          else reject(new Error(`The file was not made: ${reply.message}`))
        },
      })
      started().postMessage({ id, task } satisfies ExportRequest)
    })
  }
  const fileOf =
    (format: ExportFormat) =>
    async (workspace: WorkspaceExport, wish: ExportWish): Promise<ExportedFile | null> => {
      const answer = await make({ make: 'file', format, workspace, wish })
      return answer.made === 'file' ? answer.file : wrong(answer)
    }
  return {
    exporters: Object.fromEntries(exportFormats.map((format) => [format, fileOf(format)])),
    tellers: {
      letter: async (workspace, wish) => {
        const answer = await make({ make: 'letter', workspace, wish })
        return answer.made === 'letter' ? answer.letter : wrong(answer)
      },
      counts: async (workspace, wish) => {
        const answer = await make({ make: 'counts', workspace, wish })
        return answer.made === 'counts' ? answer.counts : wrong(answer)
      },
    },
  }
}

const wrong = ({ made }: ExportAnswer): never => {
  throw new Error(`the thread made a ${made} that nobody asked for`)
}
