import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeAlphabet } from '#kernel/id.ts'
import { formatCode, joinCodeLength, readCode, returnCodeLength, tidyCode } from './codes.ts'

const codes = (length: number) =>
  fc
    .array(fc.constantFrom(...codeAlphabet.split('')), { minLength: length, maxLength: length })
    .map((symbols) => symbols.join(''))

test('a code is read the same however it is spaced and cased', () => {
  fc.assert(
    fc.property(codes(joinCodeLength), codes(returnCodeLength), (join, back) => {
      for (const form of [join, formatCode(join), join.toLowerCase(), ` ${formatCode(join).replace(' ', '-')} `]) {
        expect(readCode(form)).toEqual({ kind: 'join', code: join })
      }
      expect(readCode(formatCode(back).toLowerCase())).toEqual({ kind: 'return', code: back })
      expect(tidyCode(formatCode(back))).toBe(back)
    }),
    { verbose: 1 },
  )
})

test.each([
  ['K7PM4XRT', 'K7PM 4XRT'],
  ['k7pm4', 'K7PM 4'],
  ['BCDF2345GHJK', 'BCDF 2345 GHJK'],
  ['', ''],
])('%s is written as %s', (code, written) => {
  expect(formatCode(code)).toBe(written)
})

test.each([
  ['  ', { kind: 'empty' }],
  ['k7p', { kind: 'length', count: 3 }],
  ['k7pm 4xra', { kind: 'symbol', symbol: 'A' }],
  ['k0', { kind: 'symbol', symbol: '0' }],
] as const)('"%s" is refused with a reason', (typed, reading) => {
  expect(readCode(typed)).toEqual(reading)
})
