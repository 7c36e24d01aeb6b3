import type { RoomCore } from './core.ts'
import { verifiedCheckpoint } from './loaded.ts'

/** Folds the rows of a document into a checkpoint now and then, so that opening it stays quick. */
export type Keeper = {
  /** So much more stands behind the newest checkpoint. */
  readonly added: (rows: number, bytes: number) => void
  readonly isDue: () => boolean
  readonly isWorthIt: () => boolean
  readonly isBusy: () => boolean
  /** Stores a checkpoint of what is in memory, all of which must be durable. Throws when it is not the document. */
  readonly checkpoint: () => Promise<void>
}

const hourMs = 3_600_000

export const createKeeper = ({ parts, name, shape, live }: RoomCore): Keeper => {
  const { clock, storage, config } = parts
  const { limits } = config
  let tail = { ...live.document.tail }
  let isBusy = false
  return {
    added: (rows, bytes) => {
      tail = { rows: tail.rows + rows, bytes: tail.bytes + bytes }
      live.document = { ...live.document, bytes: live.document.bytes + bytes }
    },
    isDue: () => !isBusy && (tail.rows >= limits.checkpointRows || tail.bytes >= limits.checkpointBytes),
    isWorthIt: () => tail.rows > limits.unloadCheckpointRows,
    isBusy: () => isBusy,
    checkpoint: async () => {
      if (isBusy) return
      isBusy = true
      const folded = tail
      const { seq } = live.document
      try {
        const bytes = verifiedCheckpoint(live.document.ydoc(), shape)
        await storage.log.putCheckpoint(name, seq, bytes, clock.now() - limits.keepRowsHours * hourMs)
        tail = { rows: tail.rows - folded.rows, bytes: tail.bytes - folded.bytes }
        live.document = { ...live.document, bytes: bytes.length + tail.bytes }
      } finally {
        isBusy = false
      }
    },
  }
}
