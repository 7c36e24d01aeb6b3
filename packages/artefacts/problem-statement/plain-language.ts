/** How a text reads: words per sentence, and abbreviations that it does not explain. */
export type Reading = { readonly average: number; readonly longest: number; readonly abbreviations: readonly string[] }

const mostOnAverage = 15
const mostInOne = 25

/** Reads a text as somebody who is new to it would. */
export const readingOf = (text: string): Reading => {
  const lengths = sentencesIn(text).map((sentence) => (sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? []).length)
  const filled = lengths.filter((length) => length > 0)
  const total = filled.reduce((sum, length) => sum + length, 0)
  return {
    average: filled.length === 0 ? 0 : total / filled.length,
    longest: Math.max(0, ...filled),
    abbreviations: abbreviationsIn(text),
  }
}

/** Whether it is more than people read in one go, or has an abbreviation that nobody explains; `explained` in lower case. */
export const isHardToRead = ({ average, longest, abbreviations }: Reading, explained: ReadonlySet<string>): boolean =>
  average > mostOnAverage ||
  longest > mostInOne ||
  abbreviations.some((abbreviation) => !explained.has(abbreviation.toLowerCase()))

// A full stop inside a number or an abbreviation such as `o.a.` ends nothing: after the end comes a space or a new line.
const sentencesIn = (text: string): readonly string[] => text.split(/(?<=[.!?…])["'’”)]*\s+|\n+/u)

// What everybody reads without help.
const known = new Set(['tv', 'ok', 'nl', 'eu', 'pc', 'b1', 'a4', 'uk', 'qr', 'cv', 'sms'])
// Capitals only, or a capital and consonants as in `Wlz`; and the laws that hide behind an ordinary look.
const abbreviation =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2,6}|\p{Lu}[bcdfghjklmnpqrstvwxz]{2,4}|Wmo|Wia|Avg|Woo|wmo|avg)(?![\p{L}\p{N}])/gu

const abbreviationsIn = (text: string): readonly string[] =>
  [...new Set(text.match(abbreviation))].filter((found) => !known.has(found.toLowerCase()) && !isExplained(text, found))

// `Wmo (de wet voor hulp thuis)` and `wet voor hulp thuis (Wmo)` explain themselves.
const isExplained = (text: string, found: string): boolean =>
  text.includes(`${found} (`) || text.includes(`(${found})`) || text.includes(`(${found},`)
