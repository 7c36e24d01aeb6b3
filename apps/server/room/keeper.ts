import type { RoomCore } from './core.ts'
import { updatesOf, verifiedCheckpoint } from './loaded.ts'

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
const restAfterFailureMs = 60_000
/** Smaller documents are put together here: less than a hand-over costs. */
const largeBytes = 256 * 1024

export const createKeeper = ({ parts, name, shape, live, folding }: RoomCore): Keeper => {
  const { clock, storage, config } = parts
  const { limits } = config
  let tail = { ...live.document.tail }
  let isBusy = false
  let restsUntil = 0

  // Rows that come in meanwhile are not in it: the log is read up to where it was durable when this began.
  const whole = async (): Promise<Uint8Array> => {
    const { bytes, seq, ydoc } = live.document
    if (!folding || bytes < largeBytes) return verifiedCheckpoint(ydoc(), shape)
    const stored = await storage.log.load(name)
    const rows = stored.tail.filter((row) => row.seq <= seq)
    return folding.fold(updatesOf({ ...stored, tail: rows }), shape)
  }

  return {
    added: (rows, bytes) => {
      tail = { rows: tail.rows + rows, bytes: tail.bytes + bytes }
      live.document = { ...live.document, bytes: live.document.bytes + bytes }
    },
    isDue: () =>
      !isBusy &&
      clock.now() >= restsUntil &&
      (tail.rows >= limits.checkpointRows || tail.bytes >= limits.checkpointBytes),
    isWorthIt: () => tail.rows > limits.unloadCheckpointRows,
    isBusy: () => isBusy,
    checkpoint: async () => {
      if (isBusy) return
      isBusy = true
      const folded = tail
      const { seq } = live.document
      try {
        const bytes = await whole()
        await storage.log.putCheckpoint(name, seq, bytes, clock.now() - limits.keepRowsHours * hourMs)
        tail = { rows: tail.rows - folded.rows, bytes: tail.bytes - folded.bytes }
        live.document = { ...live.document, bytes: bytes.length + tail.bytes }
      } catch (error) {
        // What failed once mostly fails again; nothing is lost meanwhile, the rows are all there.
        restsUntil = clock.now() + restAfterFailureMs
        throw error
      } finally {
        isBusy = false
      }
    },
  }
}
