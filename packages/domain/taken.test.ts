import { expect, test } from 'vitest'
import { longestTaken } from './session.ts'
import { takenOf, withoutTaken, withTaken } from './taken.ts'

const lived = { document: 'a-1', item: 'ca-1--lived', place: 'lived', under: 'pr-1' }
const idea = { document: 'a-2', item: 'ca-1--idea', place: 'idea', under: '' }

test('a card knows every place where it was taken, the newest first', () => {
  const both = withTaken(withTaken('', lived), idea)
  expect(takenOf(both)).toEqual([idea, lived])
  expect(takenOf(withTaken(both, lived))).toEqual([lived, idea])
  expect(takenOf(withoutTaken(both, lived))).toEqual([idea])
  expect(withoutTaken(withoutTaken(both, lived), idea)).toBe('')
})

test('a place of before names no more than its document and item', () => {
  expect(takenOf('a-1/it-1')).toEqual([{ document: 'a-1', item: 'it-1', place: '', under: '' }])
  expect(takenOf('')).toEqual([])
})

test('no place is cut in two', () => {
  let into = ''
  for (let at = 0; at < 60; at += 1) into = withTaken(into, { ...lived, document: `a-${at}` })
  expect(into.length).toBeLessThanOrEqual(longestTaken)
  expect(takenOf(into)[0]?.document).toBe('a-59')
  expect(takenOf(into).every(({ under }) => under === 'pr-1')).toBe(true)
})
