/** The letters of a file and what they were written in; other marks than these are read as what they most likely are. */
export type Decoded = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' }

/** Reads bytes as letters: by their mark, else as UTF-8, else as the old Windows letters of Dutch spreadsheets. */
export const decode = (bytes: Uint8Array): Decoded => {
  const marked = byMark(bytes)
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: windowsLetters(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' }
  }
}

const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

// Some versions of Node take these letters for the control characters of an older set.
const windowsLetters = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/g, (letter) => special[letter.charCodeAt(0) - 0x80] ?? letter)

const byMark = ([first, second, third]: Uint8Array): Decoded['encoding'] | null => {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null
}
