/** A piece of a text, and whether its word stands in another text too. */
export type WordRun = { readonly text: string; readonly shared: boolean }

/**
 * The words that at least two of the texts share, in lower case: words of four letters or more that are not among the
 * commonest of Dutch and English.
 */
export const sharedWords = (texts: readonly string[]): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  for (const text of texts) {
    for (const word of new Set(wordsIn(text))) seen.set(word, (seen.get(word) ?? 0) + 1)
  }
  return new Set([...seen].flatMap(([word, count]) => (count >= 2 ? [word] : [])))
}

/** A text in runs, so that shared words can be marked; together they are the text again. */
export const runsOf = (text: string, shared: ReadonlySet<string>): readonly WordRun[] => {
  const runs: WordRun[] = []
  for (const piece of text.split(/(\p{L}+)/u)) {
    const isShared = shared.has(piece.toLowerCase())
    const last = runs.at(-1)
    if (last && last.shared === isShared) runs[runs.length - 1] = { text: last.text + piece, shared: isShared }
    else if (piece !== '') runs.push({ text: piece, shared: isShared })
  }
  return runs
}

const wordsIn = (text: string): readonly string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !common.has(word))

// Words that say nothing about what two sentences have in common.
const common = new Set(
  (
    'aan alle alleen altijd ander andere anders daar daarom deze door echt eens elke geen graag hebben heeft hier hoeveel ' +
    'iemand iets ieder iedere jullie kunnen maar meer mensen moeten naar niet omdat onder onze over toch tegen toen tussen ' +
    'veel voor waar waarom wanneer want waren willen worden wordt zelf zich zijn zonder zorgen zouden zodat ' +
    'about also because been being could does each from have help into just more most much only other people should some ' +
    'such than that their them then there these they this those very want well were what when where which while will with ' +
    'without would your'
  ).split(' '),
)
