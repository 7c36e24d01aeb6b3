import * as Y from 'yjs'
import { encodeStep2, encodeUpdate } from '#protocol/messages.ts'
import type { RoomCore } from './core.ts'

/** What people are sent who ask for what they lack. All who ask the same between two commits share the same bytes. */
export type Answers = {
  /** The frames of an answer. Throws when the question cannot be read. */
  readonly to: (stateVector: Uint8Array) => readonly Uint8Array[]
  /** These updates were committed. */
  readonly committed: (updates: readonly Uint8Array[]) => void
}

/** The document as it was encoded, and what came after. */
type Whole = { readonly first: Uint8Array; readonly tail: readonly Uint8Array[]; readonly tailBytes: number }
type Shared = { readonly seq: number; readonly frames: Map<string, readonly Uint8Array[]> }

/** So many different questions are remembered; people who come back after a break mostly ask one and the same. */
const mostQuestions = 8
/** A small document is encoded again, which costs less than keeping it. */
const largeBytes = 64 * 1024
const mostTailBytes = 64 * 1024
/** So long after it was encoded a document is let go of: crowds come within a moment. */
const keptMs = 60_000

export const createAnswers = ({ live, parts }: Pick<RoomCore, 'live' | 'parts'>): Answers => {
  let shared: Shared = { seq: -1, frames: new Map() }
  let whole: Whole | null = null
  const forget = (): void => {
    whole = null
    shared = { seq: -1, frames: new Map() }
  }

  const framesFor = (stateVector: Uint8Array): readonly Uint8Array[] => {
    const hasNothing = stateVector.length <= 1
    if (!hasNothing) return [encodeStep2(Y.encodeStateAsUpdate(live.document.ydoc(), stateVector))]
    const { first, tail } = (whole ??= encoded())
    // What came later goes first, and waits at the client for what it builds on: who has the answer has all.
    return [...(tail.length > 0 ? [encodeUpdate(Y.mergeUpdates([...tail]))] : []), encodeStep2(first)]
  }
  // As it was stored: nobody waits until it has been taken apart and put together again.
  const encoded = (): Whole => {
    const [first, ...tail] = live.document.unread() ?? [Y.encodeStateAsUpdate(live.document.ydoc())]
    parts.clock.after(keptMs, forget)
    return { first: first ?? Y.encodeStateAsUpdate(live.document.ydoc()), tail, tailBytes: sizeOf(tail) }
  }

  return {
    to: (stateVector) => {
      const { seq } = live.document
      if (seq !== shared.seq) shared = { seq, frames: new Map() }
      const question = Buffer.from(stateVector).toString('latin1')
      const frames = shared.frames.get(question) ?? framesFor(stateVector)
      if (shared.frames.size < mostQuestions) shared.frames.set(question, frames)
      return frames
    },
    committed: (updates) => {
      if (!whole) return
      const tailBytes = whole.tailBytes + sizeOf(updates)
      const isWorthIt = whole.first.length >= largeBytes && tailBytes <= mostTailBytes
      whole = isWorthIt ? { ...whole, tail: [...whole.tail, ...updates], tailBytes } : null
    },
  }
}

const sizeOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0)
