import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byOrder, orderBetween } from './order.ts'

test('a position lies between its neighbours, whatever was inserted before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { maxLength: 80 }), (places) => {
      const list: string[] = []
      for (const place of places) {
        const at = place % (list.length + 1)
        list.splice(at, 0, orderBetween(list[at - 1] ?? null, list[at] ?? null))
      }
      expect(list).toEqual(list.toSorted())
      expect(new Set(list).size).toBe(list.length)
    }),
    { verbose: 1 },
  )
})

test('takes the positions of an imported file, and damaged ones', () => {
  expect(orderBetween('a0', 'a1') > 'a0').toBe(true)
  expect(orderBetween('not a position!', null)).toBeTruthy()
  expect(orderBetween('a1', 'a1') > 'a1').toBe(true)
})

test('equal positions are sorted by id', () => {
  expect(
    [
      { order: 'a0', id: 'b' },
      { order: 'a0', id: 'a' },
    ]
      .toSorted(byOrder)
      .map(({ id }) => id),
  ).toEqual(['a', 'b'])
})
