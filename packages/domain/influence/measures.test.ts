import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgementsOf } from './judgement.ts'
import { descentIn, livingOn } from './lineage.ts'
import { inBalance, influenceOf, type Attendant, type Contribution } from './measures.ts'

const drawn = ['resident', 'professional', 'policy']
const people = (perspective: string, ...ids: string[]): Attendant[] => ids.map((id) => ({ id, perspective }))
const made = (maker: string, ...items: string[]): Contribution[] =>
  items.map((item) => ({ item, maker, perspective: 'whatever the row says' }))

test('worked by hand: four residents and three officials, ten contributions', () => {
  const influence = influenceOf({
    attendants: [...people('resident', 'r1', 'r2', 'r3', 'r4'), ...people('policy', 'b1', 'b2', 'b3')],
    contributions: [
      ...made('r1', 'i1', 'i2', 'i3'),
      ...made('r2', 'i4'),
      ...made('b1', 'i5', 'i6', 'i7', 'i8'),
      ...made('b2', 'i9', 'i10'),
    ],
    drawn,
    takenUp: new Set(['i1', 'i4', 'i9', 'something else']),
  })
  expect(influence).toMatchObject({ present: 7, heard: 4, contributions: 10 })
  expect(influence.groups).toEqual([
    {
      perspectives: ['resident'],
      present: 4,
      heard: 2,
      contributions: 4,
      share: 0.4,
      shareOfPresent: 4 / 7,
      parity: 0.4 / (4 / 7),
      takenUp: 2,
      uptake: 0.5,
    },
    {
      perspectives: ['policy'],
      present: 3,
      heard: 2,
      contributions: 6,
      share: 0.6,
      shareOfPresent: 3 / 7,
      parity: 0.6 / (3 / 7),
      takenUp: 1,
      uptake: 1 / 6,
    },
  ])
  // -(0.3 ln 0.3 + 0.1 ln 0.1 + 0.4 ln 0.4 + 0.2 ln 0.2) / ln 7
  expect(influence.evenness).toBeCloseTo(1.279_854 / Math.log(7), 5)
})

test('a group of two is counted with the next smallest, and only the facilitator’s raise counts for more', () => {
  const attendants = [
    ...people('resident', 'r1', 'r2', 'r3'),
    ...people('professional', 'z1', 'z2'),
    ...people('policy', 'b1', 'b2', 'b3', 'b4'),
  ]
  const groups = (atLeast?: number) =>
    influenceOf({
      attendants,
      contributions: [],
      drawn,
      takenUp: new Set(),
      ...(atLeast === undefined ? {} : { atLeast }),
    }).groups.map(({ perspectives }) => perspectives)
  expect(groups()).toEqual([['resident', 'professional'], ['policy']])
  expect(groups(1)).toEqual(groups())
  expect(groups(5)).toEqual([['resident', 'professional', 'policy']])
})

test('what a facilitator or somebody gone made is in no group; what nobody’s name stands on counts for its group', () => {
  const { contributions, groups, heard } = influenceOf({
    attendants: people('resident', 'r1', 'r2', 'r3'),
    contributions: [
      ...made('leader', 'i1'),
      { item: 'i2', maker: null, perspective: 'resident' },
      { item: 'i3', maker: null, perspective: null },
      ...made('r1', 'i4'),
    ],
    drawn,
    takenUp: new Set(['i1', 'i2']),
  })
  expect([contributions, heard, groups[0]?.heard, groups[0]?.uptake]).toEqual([2, 1, 1, 0.5])
})

test('before anybody made anything, and with nobody there, nothing is said', () => {
  const nothing = { contributions: [], drawn, takenUp: new Set<string>() }
  expect(influenceOf({ attendants: people('resident', 'a', 'b', 'c'), ...nothing }).groups[0]).toMatchObject({
    parity: null,
    uptake: null,
    heard: 0,
  })
  expect(influenceOf({ attendants: [], ...nothing })).toEqual({
    present: 0,
    heard: 0,
    contributions: 0,
    evenness: null,
    groups: [],
  })
})

test('evenness is 1 when all make as much, 0 when one makes everything, and silent under five people', () => {
  const five = people('resident', 'a', 'b', 'c', 'd', 'e')
  const even = (contributions: Contribution[], attendants = five) =>
    influenceOf({ attendants, contributions, drawn, takenUp: new Set() }).evenness
  expect(even(five.flatMap(({ id }) => made(id, `${id}1`, `${id}2`)))).toBeCloseTo(1)
  expect(even(made('a', 'i1', 'i2', 'i3'))).toBe(0)
  expect(even(made('a', 'i1'), five.slice(0, 4))).toBeNull()
})

test('balance is from 0.8 to 1.25, the bounds included', () => {
  expect([0.79, 0.8, 1, 1.25, 1.26].map(inBalance)).toEqual([false, true, true, true, false])
})

test('whatever people make, shares add up to one and parity weighs to one', () => {
  const world = fc.record({
    sizes: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
    makers: fc.array(fc.record({ group: fc.nat(2), person: fc.nat(7) }), { maxLength: 60 }),
  })
  fc.assert(
    fc.property(world, ({ sizes, makers }) => {
      const attendants = sizes.flatMap((size, at) =>
        Array.from({ length: size }, (_, person) => ({ id: `${at}-${person}`, perspective: drawn[at] ?? '' })),
      )
      const contributions = makers.map(({ group, person }, at) => ({
        item: `i${at}`,
        maker: `${group}-${person}`,
        perspective: null,
      }))
      const {
        groups,
        contributions: counted,
        heard,
        present,
        evenness,
      } = influenceOf({ attendants, contributions, drawn, takenUp: new Set() })
      expect(heard).toBeLessThanOrEqual(present)
      if (evenness !== null) expect(evenness).toBeLessThanOrEqual(1 + 1e-9)
      if (counted === 0) return
      expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
      expect(groups.reduce((sum, { parity, shareOfPresent }) => sum + (parity ?? 0) * shareOfPresent, 0)).toBeCloseTo(1)
    }),
    { verbose: 1 },
  )
})

test('what lives on is reached over any number of steps, and a ring does not hold it up', () => {
  const descents = descentIn({
    formulations: [
      { id: 'chosen', basedOnIds: ['merged'] },
      { id: 'merged', basedOnIds: ['first', 'second'] },
      { id: 'first', evidenceIds: ['quote'] },
      { id: 'dropped', basedOnIds: ['third'] },
    ],
    decisions: [{ id: 'decision', linkIds: ['stakeholder', 'decision'] }],
    title: 'no table',
    loose: [null, 'text', { id: 3, basedOnIds: ['never'] }],
  })
  expect([...livingOn(['chosen', 'decision'], descents)].toSorted()).toEqual([
    'chosen',
    'decision',
    'first',
    'merged',
    'quote',
    'second',
    'stakeholder',
  ])
})

test('own judgement is told from five people on, by groups of five', () => {
  const answers = (perspective: string, ...values: number[]) =>
    values.map((value) => ({ question: 'exq-1', perspective, value }))
  const [four] = judgementsOf(['exq-1'], answers('resident', 1, 2, 3, 4), drawn)
  expect(four).toEqual({ question: 'exq-1', n: 4, median: null, min: null, max: null, groups: [] })
  const all = [
    ...answers('resident', 5, 4, 4, 4, 3, 5, 4),
    ...answers('professional', 2, 4, 3, 4, 5),
    ...answers('policy', 4, 4, 1, 4),
  ]
  const [told, silent] = judgementsOf(['exq-1', 'exq-2'], all, drawn)
  expect(told).toEqual({
    question: 'exq-1',
    n: 16,
    median: 4,
    min: 1,
    max: 5,
    groups: [
      { perspectives: ['resident'], n: 7, median: 4 },
      { perspectives: ['professional', 'policy'], n: 9, median: 4 },
    ],
  })
  expect(silent).toMatchObject({ n: 0, median: null })
})
