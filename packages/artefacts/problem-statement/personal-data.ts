const email = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i
// Dutch numbers as people write them: 06-12345678, 0612 345 678, +31 6 1234 5678, 020 123 45 67.
const phone = /(?<![\d.,])(?:\+31[\s-]?(?:\(0\)\s?)?|0031[\s-]?|0)[1-9](?:[\s-]?\d){8}(?!\d)/
// 1234 AB 12, or the house number first.
const address = /(?<!\d)[1-9]\d{3}\s?[A-Z]{2}[\s,]+(?:nr\.?\s?)?\d+|\d+[a-z]?,\s*[1-9]\d{3}\s?[A-Z]{2}(?![A-Z])/
// The title may open a sentence; only a capital behind it makes it a name.
const titles = 'mevrouw|meneer|mijnheer|mevr\\.?|dhr\\.?|mw\\.?|mrs?\\.?|ms\\.?|miss'
const capitalTitles = titles.replaceAll(/(^|\|)([a-z])/g, (_, bar: string, first: string) => bar + first.toUpperCase())
const between = '(?:(?:van|de|den|der|het|ter|ten|el) )*'
const named = new RegExp(`(?<!\\p{L})(?:${titles}|${capitalTitles}) ${between}\\p{Lu}\\p{Ll}+`, 'u')

/** Whether a text seems to hold a name, an address, a telephone number or a citizen number. A hint, never a wall. */
export const holdsPersonalData = (text: string): boolean =>
  [email, phone, address, named].some((pattern) => pattern.test(text)) || citizenNumbers(text)

const citizenNumbers = (text: string): boolean =>
  (text.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).some((digits) => passesElevenTest(digits))

/** The check of the nine digits of a Dutch citizen number: 9, 8, … 2 and −1 times the digits add up to a multiple of 11. */
export const passesElevenTest = (digits: string): boolean => {
  const sum = digits.split('').reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return /^\d{9}$/.test(digits) && sum !== 0 && sum % 11 === 0
}
