import { expect, test } from 'vitest'
import { gaugeScale } from './gauge-scale.ts'

const measured = (value: number) => ({ value, date: null, n: 10 })

test('more is better: from 40 to 80, wanted 60, now 80', () => {
  // The line runs from 30 to 90: a quarter of 40 at both ends.
  expect(
    gaugeScale(
      { baseline: measured(40), target: { operator: '>=', value: 60 }, better: 'higher' },
      undefined,
      measured(80),
    ),
  ).toEqual({
    baseline: 16.7,
    target: 50,
    stop: null,
    now: 83.3,
    go: { from: 50, to: 100 },
    halt: null,
  })
})

test('right is better, also when fewer is better', () => {
  const scale = gaugeScale(
    { baseline: measured(3), target: { operator: '<=', value: 3 }, better: 'lower' },
    { value: 8 },
    measured(5),
  )
  // The line runs from 9,25 on the left to 1,75 on the right.
  expect(scale).toEqual({
    baseline: 83.3,
    target: 83.3,
    stop: 16.7,
    now: 56.7,
    go: { from: 83.3, to: 100 },
    halt: { from: 0, to: 16.7 },
  })
})

test('there is no stop zone without a stop rule, no good zone without a target, and nothing without figures', () => {
  expect(gaugeScale({ baseline: measured(5), target: null, better: 'higher' }, undefined, null)).toMatchObject({
    go: null,
    halt: null,
    now: null,
  })
  expect(gaugeScale({ baseline: null, target: null, better: 'higher' }, undefined, null)).toMatchObject({
    baseline: null,
    go: null,
  })
})

test('one figure alone stands in the middle, zero too', () => {
  expect(
    gaugeScale({ baseline: null, target: { operator: '>=', value: 0 }, better: 'higher' }, undefined, null).target,
  ).toBe(50)
  expect(
    gaugeScale({ baseline: null, target: { operator: '=', value: 7 }, better: 'higher' }, undefined, null).go,
  ).toEqual({ from: 49, to: 51 })
})
