import { parentPort, workerData } from 'node:worker_threads'
import { createGroupCommit, type Outcome } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { openWritable, type SyncMode } from './sqlite-driver.ts'
import type { WriteTask } from './sqlite-write.ts'

/** What the main thread gives the writer when it starts it. */
export type WriterOptions = { readonly path: string; readonly sync: SyncMode }
export type WriterRequest =
  | { readonly id: number; readonly task: WriteTask }
  | { readonly id: number; readonly close: true }
export type WriterReply =
  | { readonly ready: true }
  | { readonly failed: string }
  | { readonly outcomes: readonly (readonly [id: number, outcome: Outcome])[] }

// The only thread that writes. What arrives while one commit waits for the disk is the next commit.
const serve = (port: NonNullable<typeof parentPort>, options: WriterOptions): void => {
  const database = openWritable(options.path, options.sync)
  migrate(database)
  const commit = createGroupCommit(database)
  let waiting: { id: number; task: WriteTask }[] = []
  const say = (reply: WriterReply): void => port.postMessage(reply)
  const flush = (): void => {
    const taken = waiting
    waiting = []
    if (taken.length === 0) return
    const outcomes = commit(taken.map(({ task }) => task))
    say({ outcomes: outcomes.map((outcome, index) => [taken[index]?.id ?? 0, outcome] as const) })
  }
  port.on('message', (request: WriterRequest) => {
    if ('close' in request) {
      flush()
      database.close()
      say({ outcomes: [[request.id, { ok: true, answer: null }]] })
      port.close()
      return
    }
    waiting.push(request)
    if (waiting.length === 1) setImmediate(flush)
  })
  say({ ready: true })
}

if (parentPort) {
  try {
    serve(parentPort, workerData as WriterOptions) // our own main thread wrote it, in `writer-thread.ts`
  } catch (error) {
    parentPort.postMessage({ failed: error instanceof Error ? error.message : String(error) } satisfies WriterReply)
  }
}
