import { findProgram, startThread } from '../thread.ts'
import { createGroupCommit, type Outcome } from './group-commit.ts'
import { migrate } from './migrate.ts'
import { StorageError } from './storage.ts'
import type { SqliteDatabase } from './sqlite-driver.ts'
import type { WriteAnswer, WriteTask } from './sqlite-write.ts'
import type { WriterOptions, WriterReply, WriterRequest } from './sqlite-writer.ts'

/** Whoever carries tasks to the disk; resolves when they are durable, throws a `StorageError` when they are not. */
export type Writer = { readonly run: (task: WriteTask) => Promise<WriteAnswer>; readonly close: () => Promise<void> }

/** A writer on this very thread: for the database in memory, and where no second thread can be had. */
export const createWriterHere = (database: SqliteDatabase): Writer => {
  migrate(database)
  const commit = createGroupCommit(database)
  let waiting: { task: WriteTask; settle: (outcome: Outcome) => void }[] = []
  const flush = (): void => {
    const taken = waiting
    waiting = []
    if (taken.length === 0) return
    const outcomes = commit(taken.map(({ task }) => task))
    outcomes.forEach((outcome, index) => taken[index]?.settle(outcome))
  }
  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, settle: (outcome) => settle(outcome, resolve, reject) })
        if (waiting.length === 1) setImmediate(flush)
      }),
    close: async () => {
      flush()
      database.close()
    },
  }
}

/** A writer on a thread of its own, so that waiting for the disk delays nobody. */
export const startWriterThread = (options: WriterOptions, entry: URL): Promise<Writer> =>
  new Promise((resolve, reject) => {
    const worker = startThread(entry, options)
    const waiting = new Map<number, (outcome: Outcome) => void>()
    let dead: StorageError | null = null
    let lastId = 0
    const ask = (build: (id: number) => WriterRequest): Promise<WriteAnswer> =>
      new Promise((answer, refuse) => {
        if (dead) return refuse(dead)
        const id = ++lastId
        waiting.set(id, (outcome) => settle(outcome, answer, refuse))
        worker.postMessage(build(id))
      })
    const die = (error: StorageError): void => {
      dead = error
      for (const settleOne of waiting.values()) settleOne({ ok: false, kind: error.kind, message: error.message })
      waiting.clear()
      reject(error)
    }
    worker.on('message', (reply: WriterReply) => {
      if ('failed' in reply) return die(new StorageError('other', reply.failed))
      if ('ready' in reply) {
        return resolve({
          run: (task) => ask((id) => ({ id, task })),
          close: async () => {
            await ask((id) => ({ id, close: true }))
            await worker.terminate()
          },
        })
      }
      for (const [id, outcome] of reply.outcomes) {
        waiting.get(id)?.(outcome)
        waiting.delete(id)
      }
    })
    worker.on('error', (error) => die(new StorageError('other', `the writer stopped: ${error.message}`)))
    worker.on('exit', () => die(new StorageError('closed', 'the writer has ended')))
  })

/** Where the writer's program is; `null` where there is none. */
export const findWriterEntry = (): URL | null => findProgram('sqlite-writer', 'storage')

const settle = (
  outcome: Outcome,
  resolve: (answer: WriteAnswer) => void,
  reject: (error: StorageError) => void,
): void => {
  if (outcome.ok) resolve(outcome.answer)
  else reject(new StorageError(outcome.kind, outcome.message))
}
