import { codeAlphabet } from '#kernel/id.ts'

/** How many symbols a join code has, and a return code. */
export const joinCodeLength = 8
export const returnCodeLength = 12

/** A code as the server knows it, whatever spaces, dashes and small letters somebody typed. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** A code in fours, as people read it aloud: `K7PM 4XRT`. */
export const formatCode = (code: string): string => tidyCode(code).replaceAll(/(.{4})(?=.)/g, '$1 ')

/** What a typed code is, or what is wrong with it. */
export type CodeReading =
  | { readonly kind: 'join' | 'return'; readonly code: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'length'; readonly count: number }
  | { readonly kind: 'symbol'; readonly symbol: string }

export const readCode = (typed: string): CodeReading => {
  const code = tidyCode(typed)
  if (code === '') return { kind: 'empty' }
  const stranger = code.split('').find((symbol) => !codeAlphabet.includes(symbol))
  if (stranger !== undefined) return { kind: 'symbol', symbol: stranger }
  if (code.length === joinCodeLength) return { kind: 'join', code }
  if (code.length === returnCodeLength) return { kind: 'return', code }
  return { kind: 'length', count: code.length }
}
