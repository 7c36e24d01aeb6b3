import * as Y from 'yjs'
import { openDocument, type SharedDocument } from '#crdt/document.ts'
import type { Shape } from '#crdt/shape.ts'

/** Several people with one document each; nothing travels until `deliver` says so. */
export const createReplicas = <S extends Shape>(shape: S, count: number) => {
  const documents = Array.from({ length: count }, (): SharedDocument<S> => openDocument(new Y.Doc(), shape))
  const deliver = (from: number, to: number): void => {
    const [source, target] = [documents[from], documents[to]]
    if (!source || !target) throw new Error('no such replica')
    Y.applyUpdate(target.ydoc, Y.encodeStateAsUpdate(source.ydoc, Y.encodeStateVector(target.ydoc)), 'wire')
  }
  const settle = (): void => {
    for (let from = 0; from < count; from += 1) for (let to = 0; to < count; to += 1) deliver(from, to)
    for (let from = 0; from < count; from += 1) for (let to = 0; to < count; to += 1) deliver(from, to)
  }
  return { documents, deliver, settle }
}

/** Two people, called Ada and Bram in tests. */
export const twoReplicas = <S extends Shape>(shape: S) => {
  const { documents, settle } = createReplicas(shape, 2)
  const [ada, bram] = documents
  if (!ada || !bram) throw new Error('two replicas expected')
  return { ada, bram, settle }
}

/** Runs of a law: a few each time, many with LAWS_RUNS. */
export const lawRuns = (usual: number): number => Number(process.env['LAWS_RUNS'] ?? usual)
