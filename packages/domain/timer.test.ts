import { describe, expect, test } from 'vitest'
import { addTime, endTimer, formatLeft, markBetween, newTimer, pauseTimer, secondsLeft, startTimer } from './timer.ts'

const at = Date.parse('2026-03-12T09:30:00Z')
const after = (seconds: number) => at + seconds * 1000

describe('a clock', () => {
  test('counts down from its start and on past the end', () => {
    const timer = startTimer(newTimer(10), at)
    expect(secondsLeft(timer, after(90))).toBe(510)
    expect(secondsLeft(timer, after(630))).toBe(-30)
  })

  test('stands still while it is paused', () => {
    const paused = pauseTimer(startTimer(newTimer(10), at), after(60))
    expect(secondsLeft(paused, after(5000))).toBe(540)
    expect(secondsLeft(startTimer(paused, after(5000)), after(5010))).toBe(530)
  })

  test('starting twice changes nothing', () => {
    const timer = startTimer(newTimer(10), at)
    expect(startTimer(timer, after(60))).toEqual(timer)
  })

  test('gets more time while it runs', () => {
    const longer = addTime(startTimer(newTimer(10), at), 60, after(30))
    expect(secondsLeft(longer, after(30))).toBe(630)
    expect(longer.extraSec).toBe(60)
  })

  test('a minute after the end is a minute from now', () => {
    const longer = addTime(startTimer(newTimer(1), at), 60, after(200))
    expect(secondsLeft(longer, after(200))).toBe(60)
  })

  test('a minute less never takes more than there is', () => {
    expect(secondsLeft(addTime(startTimer(newTimer(1), at), -120, after(30)), after(30))).toBe(0)
  })

  test('ended keeps what was left, and more time opens it again', () => {
    const ended = endTimer(startTimer(newTimer(10), at), after(60))
    expect(secondsLeft(ended, after(999))).toBe(540)
    expect(addTime(ended, 60, after(999)).status).toBe('paused')
  })
})

describe('what is said aloud', () => {
  const ten = newTimer(10)
  test.each([
    [301, 300, 'half'],
    [121, 120, 'two-minutes'],
    [1, 0, 'end'],
    [305, 290, 'half'],
    // A phone that slept hears the last of what it missed.
    [400, -5, 'end'],
    [299, 298, null],
    [0, -1, null],
  ] as const)('from %d to %d seconds: %s', (before, now, mark) => {
    expect(markBetween(ten, before, now)).toBe(mark)
  })

  test('a step of three minutes or less has no use for two marks', () => {
    expect(markBetween(newTimer(3), 121, 119)).toBeNull()
    expect(markBetween(newTimer(3), 91, 90)).toBe('half')
  })
})

test.each([
  [760, '12:40'],
  [0.2, '00:01'],
  [0, '00:00'],
  [-30.5, '+00:30'],
  [3900, '1:05:00'],
])('%d seconds read %s', (seconds, words) => {
  expect(formatLeft(seconds)).toBe(words)
})
