import { findProgram, startThread } from '../thread.ts'
import type { WritableShape } from '../rooms-contract.ts'
import type { FoldReply, FoldRequest } from './fold-worker.ts'

/** Puts the stored updates of a large document together on a thread of its own, so that nobody waits meanwhile. */
export type Folding = {
  /** The document as one update, read back and found the same. Throws when the updates do not make a whole one. */
  readonly fold: (updates: readonly Uint8Array[], shape: WritableShape) => Promise<Uint8Array>
}

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

/** The thread and all that it holds are let go of when it had nothing to do for so long. */
const restMs = 5000

/** `null` where the program of the thread cannot be found: then a room does it itself. */
export const createFolding = (): Folding | null => {
  const program = findProgram('fold-worker', 'room')
  if (!program) return null
  let thread: ReturnType<typeof startThread> | null = null
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  const waiting = new Map<number, Waiting>()

  const letGo = (error: Error | null): void => {
    const ended = thread
    thread = null
    for (const { reject } of waiting.values()) reject(error ?? new Error('the thread has ended'))
    waiting.clear()
    void ended?.terminate()
  }
  const start = () => {
    const started = startThread(program)
    started.unref()
    started.on('message', (reply: FoldReply) => {
      const one = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('bytes' in reply) one?.resolve(reply.bytes)
      else one?.reject(new Error(reply.failed))
      if (waiting.size === 0) timer = setTimeout(() => letGo(null), restMs).unref()
    })
    started.on('error', letGo)
    return started
  }

  return {
    fold: (updates, { roots }) =>
      new Promise((resolve, reject) => {
        clearTimeout(timer)
        thread ??= start()
        const id = (lastId += 1)
        waiting.set(id, { resolve, reject })
        thread.postMessage({ id, updates, roots } satisfies FoldRequest)
      }),
  }
}
