import { parentPort } from 'node:worker_threads'
import type { WritableShape } from '../rooms-contract.ts'
import { putTogether, verifiedCheckpoint } from './loaded.ts'

/** What the main thread asks: the updates of one document, in order, and its declared roots. */
export type FoldRequest = {
  readonly id: number
  readonly updates: readonly Uint8Array[]
  readonly roots: WritableShape['roots']
}
export type FoldReply =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string }

const folded = ({ updates, roots }: FoldRequest): Uint8Array<ArrayBuffer> => {
  const ydoc = putTogether(updates, { roots })
  try {
    // A copy of its own, whose memory goes over to the other thread.
    return Uint8Array.from(verifiedCheckpoint(ydoc, { roots }))
  } finally {
    ydoc.destroy()
  }
}

parentPort?.on('message', (request: FoldRequest) => {
  const say = (reply: FoldReply, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(reply, transfer)
  try {
    const bytes = folded(request)
    say({ id: request.id, bytes }, [bytes.buffer])
  } catch (error) {
    say({ id: request.id, failed: error instanceof Error ? error.message : String(error) })
  }
})
