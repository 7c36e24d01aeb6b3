import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestOpen, fewestSecret, mergeSmallGroups, peopleByGroup } from './small-groups.ts'

const groupsOf = (counts: readonly number[]) => counts.map((count, at) => ({ perspectives: [`g${at}`], count }))
const merged = (counts: readonly number[], fewest: number) =>
  mergeSmallGroups(groupsOf(counts), fewest).map(({ perspectives, count }) => [perspectives.join('+'), count])

test.each([
  [
    'the worked example of secret votes',
    [7, 5, 4],
    fewestSecret,
    [
      ['g0', 7],
      ['g1+g2', 9],
    ],
  ],
  [
    'nothing is too small',
    [3, 3, 4],
    fewestOpen,
    [
      ['g0', 3],
      ['g1', 3],
      ['g2', 4],
    ],
  ],
  [
    'two small ones first find each other',
    [1, 2, 9],
    fewestOpen,
    [
      ['g0+g1', 3],
      ['g2', 9],
    ],
  ],
  [
    'still too small together: goes on',
    [1, 1, 4, 9],
    fewestOpen,
    [
      ['g0+g1+g2', 6],
      ['g3', 9],
    ],
  ],
  [
    'ties go by drawn order',
    [5, 2, 5],
    fewestOpen,
    [
      ['g0+g1', 7],
      ['g2', 5],
    ],
  ],
  [
    'a merged group keeps the place of its first',
    [9, 1, 9, 2],
    fewestOpen,
    [
      ['g0', 9],
      ['g1+g3', 3],
      ['g2', 9],
    ],
  ],
  ['nobody is no group', [0, 4, 0], fewestOpen, [['g1', 4]]],
  ['one that is left may be small', [1, 0, 1], fewestOpen, [['g0+g2', 2]]],
  ['no people', [], fewestOpen, []],
] as const)('%s', (_, counts, fewest, expected) => {
  expect(merged(counts, fewest)).toEqual(expected)
})

test('people and perspectives are kept, and only a single group may be too small', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(12), { maxLength: 8 }), fc.integer({ min: 2, max: 9 }), (counts, fewest) => {
      const groups = mergeSmallGroups(groupsOf(counts), fewest)
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(counts.reduce((sum, count) => sum + count, 0))
      expect(groups.flatMap(({ perspectives }) => perspectives).length).toBe(counts.filter((count) => count > 0).length)
      if (groups.length > 1) expect(Math.min(...groups.map(({ count }) => count))).toBeGreaterThanOrEqual(fewest)
    }),
    { verbose: 1 },
  )
})

test('counts people in drawn order, an unknown perspective last', () => {
  const people = ['b', 'x', 'b', 'a', 'b', 'x', 'x', 'a', 'a']
  expect(peopleByGroup(people, ['a', 'b'], 3)).toEqual([
    { perspectives: ['a'], count: 3 },
    { perspectives: ['b'], count: 3 },
    { perspectives: ['x'], count: 3 },
  ])
})
