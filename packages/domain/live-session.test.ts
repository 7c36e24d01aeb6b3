import { describe, expect, test } from 'vitest'
import {
  moveToStep,
  openRound,
  openSession,
  plannedSession,
  shutSession,
  steer,
  steerTimer,
  type SessionState,
} from './live-session.ts'
import { secondsLeft } from './timer.ts'

const at = Date.parse('2026-03-12T09:30:00Z')
const after = (minutes: number) => at + minutes * 60_000
const [welcome, write, vote] = [
  { id: 'ac-1', minutes: 10 },
  { id: 'ac-2', minutes: 8 },
  { id: 'ac-3', minutes: 5 },
] as const

const done = (result: { readonly ok: boolean; readonly value?: SessionState }): SessionState => {
  if (!result.value) throw new Error('it was refused')
  return result.value
}
const clockOf = (state: SessionState, step: string) => {
  const timer = state.timers[step]
  if (!timer) throw new Error('it has no clock')
  return timer
}
const opened = done(openSession(plannedSession(), welcome, at))

describe('a session', () => {
  test('opens at its first step with its clock running', () => {
    expect(opened).toMatchObject({
      status: 'live',
      activityId: 'ac-1',
      startedAt: at,
      visited: ['ac-1'],
      screen: 'code',
    })
    expect(opened.timers['ac-1']).toMatchObject({ status: 'running', durationSec: 600 })
  })

  test('opens once, and not without a step', () => {
    expect(openSession(opened, write, at)).toEqual({ ok: false, reason: 'already-live' })
    expect(openSession(plannedSession(), null, at)).toEqual({ ok: false, reason: 'no-steps' })
  })

  test('goes on, skips and comes back, and each step keeps its clock', () => {
    const voting = done(moveToStep(opened, vote, after(4)))
    expect(voting.timers['ac-1']).toMatchObject({ status: 'paused', remainingSec: 360 })
    const back = done(moveToStep(voting, welcome, after(6)))
    expect(back.visited).toEqual(['ac-1', 'ac-3'])
    expect(secondsLeft(clockOf(back, 'ac-1'), after(7))).toBe(300)
  })

  test('going to the step that runs changes nothing', () => {
    expect(moveToStep(opened, welcome, after(5))).toEqual({ ok: true, value: opened })
  })

  test('a result that was open is closed again at the next step', () => {
    expect(done(moveToStep({ ...opened, resultHidden: false }, write, after(1))).resultHidden).toBe(true)
  })

  test('closes with its clocks stopped, and opens again where it was', () => {
    const closed = done(shutSession(opened, after(3)))
    expect(closed).toMatchObject({ status: 'closed', closedAt: after(3) })
    const again = done(openSession(closed, welcome, after(60)))
    expect(again).toMatchObject({ status: 'live', startedAt: at, closedAt: null })
    expect(secondsLeft(clockOf(again, 'ac-1'), after(61))).toBe(360)
  })

  test('nothing moves in one that is not live', () => {
    const refused = { ok: false, reason: 'not-live' }
    expect(moveToStep(plannedSession(), write, at)).toEqual(refused)
    expect(steerTimer(plannedSession(), 'add', 60, at)).toEqual(refused)
    expect(shutSession(plannedSession(), at)).toEqual(refused)
  })

  test('a round over days runs no step', () => {
    expect(done(openRound(plannedSession(), at))).toMatchObject({ status: 'live', activityId: null, follow: 'release' })
  })
})

describe('the wall', () => {
  test('a result that opens is on the wall, one that closes is not, and what was chosen for the wall stays', () => {
    const inStep = { ...opened, screen: 'prompt' as const }
    const open = steer(inStep, { resultHidden: false })
    expect(open).toMatchObject({ resultHidden: false, screen: 'result' })
    expect(steer(open, { resultHidden: true })).toMatchObject({ resultHidden: true, screen: 'prompt' })
    expect(steer({ ...inStep, screen: 'map' }, { resultHidden: false }).screen).toBe('map')
    expect(steer(inStep, { resultHidden: false, screen: 'blank' }).screen).toBe('blank')
    expect(steer(open, { namesHidden: true })).toMatchObject({ namesHidden: true, screen: 'result' })
  })
})
