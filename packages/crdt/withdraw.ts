import type * as Y from 'yjs'
import { proseOf, readProse } from './prose.ts'

/** Takes away the last blocks that say just these words, as they were once appended; `false` when there are none. */
export const withdrawProse = (fragment: Y.XmlFragment, words: string): boolean => {
  const { content: appended } = proseOf(words)
  const { content: blocks } = readProse(fragment)
  // Where something unknown fell away in reading, the places of blocks are not known.
  if (appended.length === 0 || blocks.length !== fragment.length) return false
  const text = JSON.stringify(appended)
  const at = blocks.findLastIndex((_, index) => JSON.stringify(blocks.slice(index, index + appended.length)) === text)
  if (at >= 0) fragment.delete(at, appended.length)
  return at >= 0
}
