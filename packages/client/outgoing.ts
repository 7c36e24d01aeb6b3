import * as decoding from 'lib0/decoding'
import { wordsOf } from './unsaved-words.ts'

/** What was typed here and what of it went to the server: who typed it may have it back when it is refused. */
export type Outgoing = {
  readonly typed: (update: Uint8Array) => void
  /** A socket opened: nothing was sent on it yet. */
  readonly opened: () => void
  /** A write message left. */
  readonly sent: (frame: Uint8Array) => void
  /** So many writes of this socket are committed. */
  readonly acked: (writes: number) => void
  /** All that was typed is committed. */
  readonly settled: () => void
  /** What the server has not acknowledged, as plain words. */
  readonly words: () => string
}

export const createOutgoing = (): Outgoing => {
  let typed: Uint8Array[] = []
  let waiting: Uint8Array[] = []
  let known = 0
  return {
    typed: (update) => void typed.push(update),
    opened: () => {
      waiting = []
      known = 0
    },
    sent: (frame) => void waiting.push(updateIn(frame)),
    acked: (writes) => {
      waiting = waiting.slice(writes - known)
      known = writes
    },
    settled: () => {
      typed = []
    },
    // What was sent holds more than what was typed in this page: a copy on the device may be of yesterday.
    words: () => wordsOf(waiting) || wordsOf(typed),
  }
}

const updateIn = (frame: Uint8Array): Uint8Array => {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}
