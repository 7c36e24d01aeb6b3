/** An identifier of one kind of thing; ids of two kinds cannot be mixed up. At run time a plain string. */
export type Id<Kind extends string> = string & { readonly __kind?: Kind }

/** Draws `count` random bytes. Passed in where a test or a simulation must be repeatable. */
export type RandomBytes = (count: number) => Uint8Array

export const systemRandom: RandomBytes = (count) => crypto.getRandomValues(new Uint8Array(count))

/** The 28 symbols of join and return codes: no vowels, nothing that looks or sounds like its neighbour. */
export const codeAlphabet = 'BCDFGHJKMNPQRSTVWXYZ23456789'

// No vowels, so that no id spells a word, and no underscore, which trips other programs' search.
const idAlphabet = 'bcdfghjkmnpqrstvwxyz23456789'

/** `count` symbols of `alphabet`, each equally likely. */
export const randomSymbols = (alphabet: string, count: number, random: RandomBytes = systemRandom): string => {
  const limit = 256 - (256 % alphabet.length)
  let symbols = ''
  while (symbols.length < count) {
    for (const byte of random(count)) {
      if (byte < limit && symbols.length < count) symbols += alphabet[byte % alphabet.length]
    }
  }
  return symbols
}

/** A new id such as `sh-k7m2x9q4rt`: the prefix names the kind for people who read a file. About 58 bits. */
export const newId = <Kind extends string>(prefix: string, random: RandomBytes = systemRandom): Id<Kind> =>
  `${prefix}-${randomSymbols(idAlphabet, 12, random)}`

/** Whether a string can be an id of ours: lower case letters, digits and hyphens, at most 64. */
export const isId = (candidate: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(candidate)
