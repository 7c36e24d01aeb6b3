import { expect, test } from 'vitest'
import type { Assumption } from '../shape.ts'
import { placesOf, ratingAfter, ratingAt } from './canvas-places.ts'

const assumption = (id: string, importance: number | null, certainty: number | null): Assumption => {
  return {
    id,
    order: id,
    by: '',
    text: id,
    category: null,
    importance,
    certainty,
    status: 'open',
    evidenceIds: [],
    tags: [],
  }
}

test('important is up, certain is right, and what shares a cell lies apart', () => {
  const [first, second, third] = placesOf([
    assumption('a', 5, 1),
    assumption('b', 5, 1),
    assumption('c', null, 2),
    assumption('d', 1, 5),
  ])
  expect(first).toMatchObject({ number: 1, left: 8, top: 9, hot: true })
  expect(second).toMatchObject({ number: 2, left: 13, top: 14, hot: true })
  // What nobody rated has no place, and keeps its number.
  expect(third).toMatchObject({ number: 4, left: 88, top: 89, hot: false })
})

test('a point becomes the cell under it, and the edge outside', () => {
  expect(ratingAt(0, 0)).toEqual({ certainty: 1, importance: 5 })
  expect(ratingAt(0.39, 0.41)).toEqual({ certainty: 2, importance: 3 })
  expect(ratingAt(1.4, -3)).toEqual({ certainty: 5, importance: 5 })
})

test('arrows move one step and stay inside', () => {
  expect(ratingAfter({ certainty: 5, importance: 3 }, 'ArrowRight')).toEqual({ certainty: 5, importance: 3 })
  expect(ratingAfter({ certainty: 2, importance: 3 }, 'ArrowUp')).toEqual({ certainty: 2, importance: 4 })
  expect(ratingAfter({ certainty: 2, importance: 3 }, 'a')).toBeNull()
})
