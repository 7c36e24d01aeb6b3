import { expect, test } from 'vitest'
import { stepOfKey } from './level-keys.ts'

test.each([
  ['3', null, 3],
  ['6', 2, undefined],
  ['ArrowUp', 2, 3],
  ['ArrowRight', 5, 5],
  ['ArrowLeft', 1, 1],
  ['ArrowDown', null, 1],
  ['ArrowUp', null, 1],
  ['-', 1, null],
  ['-', null, null],
  ['+', 4, 5],
  ['Home', 4, 1],
  ['End', null, 5],
  ['Delete', 4, null],
  ['a', 4, undefined],
  ['Tab', 4, undefined],
] as const)('%s from %s leads to %s', (key, value, step) => {
  expect(stepOfKey(key, value)).toBe(step)
})
