import * as Y from 'yjs'

/** The text that some updates put in, in the order of typing: what a person can copy after a refusal. */
export const wordsOf = (updates: readonly Uint8Array[]): string =>
  updates
    .flatMap((update) => Y.decodeUpdate(update).structs)
    .map((struct) => {
      if (!('content' in struct)) return ''
      if (struct.content instanceof Y.ContentString) return struct.content.str
      // A new block begins a new line.
      return struct.content instanceof Y.ContentType ? '\n' : ''
    })
    .join('')
    .replaceAll(/\n+/g, '\n')
    .trim()
