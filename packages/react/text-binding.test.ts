import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './text-binding.ts'

test('a difference turns the one text into the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(30), (before, after, caret) => {
      const { at, length, insert } = difference(before, after, Math.min(caret, after.length))
      expect(before.slice(0, at) + insert + before.slice(at + length)).toBe(after)
    }),
    { verbose: 1 },
  )
})

test('the caret tells which of equal letters was typed', () => {
  expect(difference('aa', 'aaa', 1)).toEqual({ at: 0, length: 0, insert: 'a' })
  expect(difference('aa', 'aaa', 3)).toEqual({ at: 2, length: 0, insert: 'a' })
})
