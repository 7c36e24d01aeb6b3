import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('waits longer with every try, at most five seconds in the first minute and twenty after it', () => {
  const longest = (tries: number) => backoffMs(tries, () => 1)
  expect([1, 2, 3, 4].map(longest)).toEqual([600, 1200, 2400, 4800])
  expect([5, 24].map(longest)).toEqual([5000, 5000])
  expect([25, 500].map(longest)).toEqual([20_000, 20_000])
})

test('never comes back at once, and spreads a crowd over the whole wait', () => {
  expect(backoffMs(10, () => 0)).toBe(300)
  expect(backoffMs(10, () => 0.5)).toBe(2650)
})
