import { expect, test } from 'vitest'
import { dayOf, weekOf, weeksOf } from './weeks.ts'

test('eight weeks from a Monday to a Friday are eight whole weeks', () => {
  const weeks = weeksOf([{ start: '2026-04-06', end: '2026-05-29' }])
  expect(weeks?.mondays.map(({ date }) => date)).toEqual([
    '2026-04-06',
    '2026-04-13',
    '2026-04-20',
    '2026-04-27',
    '2026-05-04',
    '2026-05-11',
    '2026-05-18',
    '2026-05-25',
  ])
  expect(weeks?.mondays[1]?.at).toBe(12.5)
  // Up to and with Friday: 54 of the 56 days.
  expect(weeks?.barOf({ start: '2026-04-06', end: '2026-05-29' })).toEqual({ from: 0, width: 96.4 })
  expect(weeks?.placeOf('2026-05-04')).toBe(50)
  expect(weeks?.placeOf('2026-06-02')).toBeNull()
  expect(weeks?.placeOf('2026-04-05')).toBeNull()
})

test('a picture begins on the Monday before the first step', () => {
  expect(weeksOf([{ start: '2026-11-24', end: null }])?.mondays).toEqual([{ date: '2026-11-23', at: 0 }])
  expect(weeksOf([{ start: '2026-11-22', end: null }])?.mondays[0]?.date).toBe('2026-11-16')
})

test('a long plan shows fewer dates', () => {
  expect(weeksOf([{ start: '2026-01-05', end: '2026-12-27' }])?.mondays.length).toBeLessThanOrEqual(9)
})

test('without dates there is no picture, and a step with one day is one day', () => {
  expect(weeksOf([{ start: null, end: null }])).toBeNull()
  const weeks = weeksOf([{ start: '2026-11-23', end: '2026-11-29' }])
  expect(weeks?.barOf({ start: null, end: '2026-11-23' })).toEqual({ from: 0, width: 14.3 })
  expect(weeks?.barOf({ start: null, end: null })).toBeNull()
})

test('week 12 of 12', () => {
  expect(weekOf('2026-09-07', '2026-11-27', '2026-11-24')).toEqual({ week: 12, of: 12 })
  expect(weekOf('2026-09-07', '2026-11-27', '2026-09-13')).toEqual({ week: 1, of: 12 })
  expect(weekOf('2026-09-07', '2026-11-27', '2026-11-28')).toBeNull()
  expect(weekOf(null, '2026-11-27', '2026-11-24')).toBeNull()
})

test('a day is that of the reader', () => {
  expect(dayOf(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05')
})
