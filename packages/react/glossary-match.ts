/** A word that the group explains. */
export type Term = { readonly word: string; readonly meaning: string }
/** A term where it stands in a text, in UTF-16 units. */
export type TermPlace = { readonly term: Term; readonly start: number; readonly end: number }

/** Finds terms in texts. */
export type TermFinder = {
  readonly all: (text: string) => readonly TermPlace[]
  /** The term in or beside which a place in a text is. */
  readonly at: (text: string, place: number) => TermPlace | undefined
}

/**
 * Finds whole words whatever their capitals, also in their plural; of terms that begin alike the longest. A term in small
 * letters is found with capitals too, and `Wmo` as `WMO`.
 */
export const createTermFinder = (terms: readonly Term[]): TermFinder => {
  const byWord = new Map(terms.map((term) => [term.word.trim().toLowerCase(), term]))
  byWord.delete('')
  const words = [...byWord.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  if (words.length === 0) return { all: () => [], at: () => undefined }
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?:s|en|n|['’]s)?(?![\\p{L}\\p{N}])`, 'giu')
  const all = (text: string): readonly TermPlace[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const term = byWord.get((match[1] ?? '').toLowerCase())
      return term ? [{ term, start: match.index, end: match.index + match[0].length }] : []
    })
  return {
    all,
    at: (text, place) => {
      // The words around the place are enough, however long the text is.
      const from = Math.max(0, place - around)
      const found = all(text.slice(from, place + around)).find(
        ({ start, end }) => from + start <= place && place <= from + end,
      )
      return found && { term: found.term, start: found.start + from, end: found.end + from }
    },
  }
}

const around = 100

const escaped = (word: string): string =>
  word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)
