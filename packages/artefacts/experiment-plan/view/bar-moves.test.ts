import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveOfKey, spanAfter } from './bar-moves.ts'
import { daysLater } from './weeks.ts'

const span = { start: '2026-10-19', end: '2026-10-23' }

test('a bar moves as a whole, over the end of a month too', () => {
  expect(spanAfter(span, 'whole', 14)).toEqual({ start: '2026-11-02', end: '2026-11-06' })
  expect(spanAfter(span, 'whole', -20)).toEqual({ start: '2026-09-29', end: '2026-10-03' })
})

test('an end moves alone and stops at the other one', () => {
  expect(spanAfter(span, 'end', 2)).toEqual({ start: '2026-10-19', end: '2026-10-25' })
  expect(spanAfter(span, 'end', -9)).toEqual({ start: '2026-10-19', end: '2026-10-19' })
  expect(spanAfter(span, 'start', 9)).toEqual({ start: '2026-10-23', end: '2026-10-23' })
})

test('arrows are days, page keys weeks, Shift is the end and Alt the start', () => {
  expect(moveOfKey('ArrowRight', false, false)).toEqual({ grip: 'whole', days: 1 })
  expect(moveOfKey('PageUp', true, false)).toEqual({ grip: 'end', days: -7 })
  expect(moveOfKey('ArrowLeft', false, true)).toEqual({ grip: 'start', days: -1 })
  expect(moveOfKey('Enter', false, false)).toBeNull()
})

test('law: the end is never before the start, and a whole move keeps the length', () => {
  fc.assert(
    fc.property(
      fc.nat(60),
      fc.integer({ min: -90, max: 90 }),
      fc.constantFrom('whole', 'start', 'end'),
      (length, days, grip) => {
        const before = { start: span.start, end: daysLater(span.start, length) }
        const after = spanAfter(before, grip, days)
        expect(after.end >= after.start).toBe(true)
        if (grip === 'whole')
          expect(after).toEqual({ start: daysLater(before.start, days), end: daysLater(before.end, days) })
      },
    ),
    { verbose: 1 },
  )
})
