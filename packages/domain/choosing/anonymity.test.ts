import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymityLevels, shownPerspective, shuffled, strictest } from './anonymity.ts'

test('a promise never loosens', () => {
  expect(strictest(null)).toBe('none')
  expect(strictest('names', 'none')).toBe('names')
  expect(strictest('none', 'secret', 'names')).toBe('secret')
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(null, ...anonymityLevels)),
      fc.constantFrom(...anonymityLevels),
      (all, one) => {
        const place = (level: (typeof anonymityLevels)[number]) => anonymityLevels.indexOf(level)
        expect(place(strictest(...all, one))).toBeGreaterThanOrEqual(place(one))
      },
    ),
    { verbose: 1 },
  )
})

test('without names the group shows from three writers on, and never in secret', () => {
  const writers = new Map([
    ['resident', 3],
    ['policy', 2],
  ])
  expect(shownPerspective('none', 'policy', writers)).toBe('policy')
  expect(shownPerspective('names', 'resident', writers)).toBe('resident')
  expect(shownPerspective('names', 'policy', writers)).toBe('')
  expect(shownPerspective('secret', 'resident', writers)).toBe('')
})

test('shuffling keeps every text once, and each place is as likely', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.infiniteStream(fc.double({ min: 0, max: 0.999_999, noNaN: true })),
      (list, stream) => {
        const mixed = shuffled(list, (below) => Math.floor((stream.next().value ?? 0) * below))
        expect(mixed.toSorted()).toEqual(list.toSorted())
      },
    ),
    { verbose: 1 },
  )
  // All six draws of three things, each once: 3 × 2 × 1.
  const orders = [0, 1, 2].flatMap((first) =>
    [0, 1].map((second) => {
      const draws = [first, second]
      return shuffled(['a', 'b', 'c'], () => draws.shift() ?? 0).join('')
    }),
  )
  expect(new Set(orders).size).toBe(6)
})
