import type { Worker } from 'node:worker_threads'
import { exportFormats, type ExportFormat } from '#protocol/http-schemas.ts'
import type { Clock } from '../clock.ts'
import { startThread } from '../thread.ts'
import type { ExportedFile, Exporters, ExportWish, WorkspaceExport } from './exporting.ts'

export type ExportRequest = {
  readonly id: number
  readonly format: ExportFormat
  readonly workspace: WorkspaceExport
  readonly wish: ExportWish
}
export type ExportReply =
  /** `null`: nothing in the workspace can give this file. */
  | { readonly id: number; readonly ok: true; readonly file: ExportedFile | null }
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
export const threadExporters = (entry: URL, clock: Clock): Exporters => {
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
  const make = (format: ExportFormat, workspace: WorkspaceExport, wish: ExportWish): Promise<ExportedFile | null> => {
    stopIdling()
    const id = ++lastId
    return new Promise((resolve, reject) => {
      const stopWaiting = clock.after(longestMs, () => end('it took too long'))
      waiting.set(id, {
        settle: (reply) => {
          stopWaiting()
          if (reply.ok) resolve(reply.file)
          else reject(new Error(`The file was not made: ${reply.message}`))
        },
      })
      started().postMessage({ id, format, workspace, wish } satisfies ExportRequest)
    })
  }
  return Object.fromEntries(
    exportFormats.map((format) => [
      format,
      (workspace: WorkspaceExport, wish: ExportWish) => make(format, workspace, wish),
    ]),
  )
}
