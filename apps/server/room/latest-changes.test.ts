import { expect, test } from 'vitest'
import { createLatestChanges } from './latest-changes.ts'

test('tells what changed in the last ten seconds, each topic once, and nothing of another workspace', () => {
  let now = 0
  const latest = createLatestChanges({ now: () => now })
  latest.note('a', 'people')
  latest.note('a', 'people')
  now = 6000
  latest.note('a', 'directory')
  latest.note('b', 'records')
  expect(latest.of('a')).toEqual(['people', 'directory'])
  expect(latest.of('c')).toEqual([])
  now = 12_000
  expect(latest.of('a')).toEqual(['directory'])
  now = 17_000
  latest.note('c', 'ballots')
  expect([latest.of('a'), latest.of('b')]).toEqual([[], []])
})
