import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addGroup, drawLots, firstGroups, inLotOrder, mostGroups, nextMarker, toPerspectives } from './groups.ts'

const random = fc.func(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })).map((draw) => {
  let count = 0
  return () => draw((count += 1))
})
const named = [
  ['Bewoners', 'resident'],
  ['Buren', 'resident'],
  ['Beleid', 'policy'],
] as const

test('the lot gives each group one place, and each place one group', () => {
  fc.assert(
    fc.property(random, (draw) => {
      let groups = firstGroups(named, draw)
      for (let times = 0; times < 9; times += 1) groups = addGroup(groups, draw)
      expect(groups).toHaveLength(mostGroups)
      for (const drawn of [groups, drawLots(groups, draw)]) {
        expect(drawn.map(({ lot }) => lot).toSorted((a, b) => a - b)).toEqual(drawn.map((_, at) => at))
        expect(new Set(drawn.map(({ marker }) => marker)).size).toBe(mostGroups)
        expect(new Set(drawn.map(({ key }) => key)).size).toBe(mostGroups)
      }
    }),
    { verbose: 1 },
  )
})

test('a new group comes between the others without changing their order', () => {
  const groups = firstGroups(named, () => 0)
  const before = inLotOrder(groups).map(({ title }) => title)
  const after = inLotOrder(addGroup(groups, () => 0.5)).map(({ title }) => title)
  expect(after.filter(Boolean)).toEqual(before)
  expect(after.indexOf('')).toBe(2)
})

test('the next shape is taken over from whoever had it', () => {
  const groups = nextMarker(
    firstGroups(named, () => 0),
    0,
  )
  expect(groups.map(({ marker }) => marker)).toEqual(['m2', 'm1', 'm3'])
})

test('ids are unique and order is the lot', () => {
  const perspectives = toPerspectives(firstGroups(named, () => 0.99))
  expect(perspectives.map(({ id, title, order }) => [id, title, order])).toEqual([
    ['resident', 'Bewoners', 0],
    ['resident-2', 'Buren', 1],
    ['policy', 'Beleid', 2],
  ])
})
