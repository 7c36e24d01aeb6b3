import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dealTables, seat, seatRest, type SessionTable } from './tables.ts'

const groups = ['resident', 'professional', 'policy', 'other'] as const
const people = fc
  .uniqueArray(fc.nat(999), { maxLength: 70 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) => fc.constantFrom(...groups).map((perspective) => ({ id: `p-${number}`, perspective }))),
    ),
  )
const named = (many: number) => Array.from({ length: many }, (_, at) => ({ id: `ta-${at}`, title: `Tafel ${at + 1}` }))
const tablesOf = fc.integer({ min: 1, max: 12 }).map(named)
const everybody = (tables: readonly SessionTable[]) => tables.flatMap(({ memberIds }) => memberIds)
const spread = (counts: readonly number[]) => Math.max(0, ...counts) - Math.min(...counts)

describe('dividing people over tables', () => {
  test('loses nobody and seats nobody twice', () => {
    fc.assert(
      fc.property(people, tablesOf, (all, tables) => {
        const seated = everybody(dealTables(all, tables))
        expect(seated.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
    )
  })

  test('spreads each group and all together: no two tables differ by more than one', () => {
    fc.assert(
      fc.property(people, tablesOf, (all, tables) => {
        const dealt = dealTables(all, tables)
        expect(spread(dealt.map(({ memberIds }) => memberIds.length))).toBeLessThanOrEqual(1)
        for (const group of groups) {
          const own = new Set(all.filter(({ perspective }) => perspective === group).map(({ id }) => id))
          expect(
            spread(dealt.map(({ memberIds }) => memberIds.filter((id) => own.has(id)).length)),
          ).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  test('no table is of one group while another group has enough people for every table', () => {
    fc.assert(
      fc.property(people, tablesOf, (all, tables) => {
        const large = groups.filter((group) => all.filter((one) => one.perspective === group).length >= tables.length)
        fc.pre(large.length >= 2)
        for (const { memberIds } of dealTables(all, tables)) {
          const here = new Set(all.filter(({ id }) => memberIds.includes(id)).map(({ perspective }) => perspective))
          for (const group of large) expect(here).toContain(group)
        }
      }),
    )
  })

  test('by group, in the order in which people came', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => ({ id, perspective: at < 4 ? 'resident' : 'policy' }))
    expect(dealTables(six, named(2)).map(({ memberIds }) => memberIds)).toEqual([
      ['a', 'c', 'e'],
      ['b', 'd', 'f'],
    ])
  })
})

describe('whoever comes later', () => {
  test('is seated where their group is missing, and nobody else moves', () => {
    fc.assert(
      fc.property(people, tablesOf, fc.nat(70), (all, tables, first) => {
        const before = dealTables(all.slice(0, first), tables)
        const after = seatRest(all, before)
        for (const [at, { memberIds }] of before.entries())
          expect(after[at]?.memberIds.slice(0, memberIds.length)).toEqual(memberIds)
        expect(everybody(after).toSorted()).toEqual(all.map(({ id }) => id).toSorted())
      }),
    )
    const two = [
      { id: 'ta-0', title: 'Tafel 1', memberIds: ['p-1', 'p-2'] },
      { id: 'ta-1', title: 'Tafel 2', memberIds: ['p-3'] },
    ]
    const known = ['p-1', 'p-2', 'p-3'].map((id, at) => ({ id, perspective: at === 2 ? 'policy' : 'resident' }))
    const seated = seatRest([...known, { id: 'p-4', perspective: 'policy' }], two)
    expect(seated[0]?.memberIds).toEqual(['p-1', 'p-2', 'p-4'])
  })

  test('somebody sits at one table', () => {
    const seated = [
      { id: 't1', title: 'Tafel 1', memberIds: ['a', 'b'] },
      { id: 't2', title: 'Tafel 2', memberIds: ['c'] },
    ]
    expect(seat(seated, 'a', 't2').map(({ memberIds }) => memberIds)).toEqual([['b'], ['c', 'a']])
    expect(seat(seated, 'a', null).map(({ memberIds }) => memberIds)).toEqual([['b'], ['c']])
  })
})
