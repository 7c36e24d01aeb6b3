import { expect, test } from 'vitest'
import { settledSettings } from '#domain/choosing/ballot.ts'
import { tallyOf } from '#domain/choosing/tally.ts'
import { closenessIn, closenessOf } from './closeness.ts'

test('the first step is ten, the eighth is none, and each step takes ten sevenths', () => {
  expect([1, 8].map(closenessOf)).toEqual([10, 0])
  expect(closenessOf(2)).toBeCloseTo(10 - 10 / 7)
})

test('one point a round for each group, and a gap where it did not vote', () => {
  const round = (votes: Record<string, number[]>) =>
    tallyOf(
      Object.entries(votes).flatMap(([perspective, steps]) =>
        steps.map((step) => ({ perspective, choice: { a: step } })),
      ),
      ['resident', 'policy'],
      false,
    )
  const vote = {
    settings: settledSettings('gradients8', { secret: false }),
    options: [{ id: 'a', refId: 'fo-1' }],
    rounds: [round({ resident: [1, 1, 1], policy: [6, 8, 8] }), round({ resident: [1, 2, 3] })],
  }
  expect(closenessIn([vote], 'fo-1')).toEqual([
    { perspectives: ['resident'], rounds: [10, closenessOf(2)] },
    { perspectives: ['policy'], rounds: [0, null] },
  ])
  expect(closenessIn([vote], 'fo-2')).toEqual([])
})
