import { createHash, randomBytes } from 'node:crypto'
import { codeAlphabet, randomSymbols } from '#kernel/id.ts'

/** A secret of 256 random bits, fit for a cookie, a header and an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** How a secret is stored: never as itself. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const joinCodeLength = 8
const returnCodeLength = 12

export const newJoinCode = (): string => randomSymbols(codeAlphabet, joinCodeLength)
export const newReturnCode = (): string => randomSymbols(codeAlphabet, returnCodeLength)

/** A code as people type it: small letters, spaces and hyphens are fine. */
export const tidyCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
