import * as Y from 'yjs'
import { encodeStep2, encodeUpdate } from '#protocol/messages.ts'
import type { RoomCore } from './core.ts'

/** What people are sent who ask for what they lack. All who ask the same between two commits share the same bytes. */
export type Answers = { readonly to: (stateVector: Uint8Array) => readonly Uint8Array[] }

/** So many different questions are remembered; people who come back after a break mostly ask one and the same. */
const most = 8

/** Throws when the question cannot be read. */
export const createAnswers = ({ live }: Pick<RoomCore, 'live'>): Answers => {
  let seq = -1
  let known = new Map<string, readonly Uint8Array[]>()
  return {
    to: (stateVector) => {
      const { document } = live
      if (document.seq !== seq) [seq, known] = [document.seq, new Map()]
      const question = Buffer.from(stateVector).toString('latin1')
      const frames = known.get(question) ?? framesFor(stateVector, live)
      if (known.size < most) known.set(question, frames)
      return frames
    },
  }
}

const framesFor = (stateVector: Uint8Array, { document }: RoomCore['live']): readonly Uint8Array[] => {
  const hasNothing = stateVector.length <= 1
  if (!hasNothing) return [encodeStep2(Y.encodeStateAsUpdate(document.ydoc(), stateVector))]
  const [first, ...tail] = document.unread() ?? []
  // As it was stored: nobody waits until it has been taken apart and put together again. What came after the checkpoint
  // goes first, and waits at the client for what it builds on: who has the answer has all.
  if (first) return [...(tail.length > 0 ? [encodeUpdate(Y.mergeUpdates(tail))] : []), encodeStep2(first)]
  return [encodeStep2(Y.encodeStateAsUpdate(document.ydoc()))]
}
