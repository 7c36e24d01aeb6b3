import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  checkedChoice,
  choiceOfOrder,
  fittingThresholds,
  isOpposed,
  phaseOf,
  readBallot,
  settledSettings,
  thresholds,
} from './ballot.ts'
import { choosingMethods, methodRules, type Choice, type ChoosingMethod } from './methods.ts'

const options = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, refId: null, text: id }))
const ballot = (method: ChoosingMethod, wish: object = {}) => ({
  method,
  options,
  settings: settledSettings(method, wish),
})
const check = (method: ChoosingMethod, choice: Choice, wish: object = {}) => {
  const checked = checkedChoice(ballot(method, wish), choice)
  return checked.ok ? checked.value : checked.reason
}

test.each([
  ['dotVote', { a: 2, b: 1 }, { a: 2, b: 1 }],
  ['dotVote', { a: 2, b: 0, c: 1 }, { a: 2, c: 1 }],
  ['dotVote', { a: 3 }, 'too-many-on-one'],
  ['dotVote', { a: 2, b: 2 }, 'too-many-dots'],
  ['dotVote', { a: 0 }, 'nothing-chosen'],
  ['dotVote', { a: -1 }, 'unknown-value'],
  ['dotVote', { a: 1.5 }, 'unknown-value'],
  ['dotVote', { a: 'two' }, 'unknown-value'],
  ['dotVote', { z: 1 }, 'unknown-option'],
  ['agreePass', { a: 'agree', b: 'pass' }, { a: 'agree', b: 'pass' }],
  ['agreePass', { a: 'yes' }, 'unknown-value'],
  ['consent', { a: 'objection' }, { a: 'objection' }],
  ['gradients8', { a: 8, b: 1 }, { a: 8, b: 1 }],
  ['gradients8', { a: 0 }, 'unknown-value'],
  ['fistToFive', { a: 0 }, { a: 0 }],
  ['fistToFive', { a: 6 }, 'unknown-value'],
  ['temperature', { a: -2 }, { a: -2 }],
  ['temperature', { a: 3 }, 'unknown-value'],
  ['ranking', { a: 5, b: 4 }, { a: 5, b: 4 }],
  ['ranking', { a: 5, b: 5 }, 'ranked-twice'],
  ['ranking', { a: 6 }, 'unknown-value'],
  ['consent', {}, 'nothing-chosen'],
] as const)('%s: %j is %j', (method, choice, expected) => {
  expect(check(method, choice)).toEqual(expected)
})

test('the five highest of an order get five points to one, the sixth gets none', () => {
  const choice = choiceOfOrder(['d', 'a', 'c', 'b', 'e', 'f'])
  expect(choice).toEqual({ d: 5, a: 4, c: 3, b: 2, e: 1 })
  expect(check('ranking', choice)).toEqual(choice)
})

test('dots are bounded by what the ballot gives, however they are spread', () => {
  const dots = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(dots, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (given, dotsPerPerson, max) => {
      const checked = checkedChoice(ballot('dotVote', { dotsPerPerson, maxPerOption: max }), given)
      const values = Object.values(given)
      const total = values.reduce((sum, value) => sum + value, 0)
      const fits = total > 0 && total <= dotsPerPerson && values.every((value) => value <= Math.min(max, dotsPerPerson))
      expect(checked.ok).toBe(fits)
    }),
    { verbose: 1 },
  )
})

test('a secret ballot never shows how it stands, an open one only when it was agreed', () => {
  expect(settledSettings('consent', { secret: true, hideUntilClosed: false }).hideUntilClosed).toBe(true)
  expect(settledSettings('consent', { secret: false, hideUntilClosed: false }).hideUntilClosed).toBe(false)
  expect(settledSettings('consent', {}).secret).toBe(true)
})

test('a threshold that says nothing about a method is no threshold', () => {
  for (const method of choosingMethods) {
    for (const threshold of thresholds) {
      const kept = settledSettings(method, { threshold }).threshold
      expect(kept).toBe(fittingThresholds(method).includes(threshold) ? threshold : 'none')
    }
  }
})

test('a deadline closes by itself, on the moment', () => {
  const body = { openedAt: '2026-11-25T10:00:00Z', closesAt: '2026-11-27T10:00:00Z', closedAt: null }
  const deadline = Date.parse(body.closesAt)
  expect(phaseOf({ ...body, openedAt: null }, deadline)).toBe('prepared')
  expect(phaseOf(body, deadline - 1)).toBe('open')
  expect(phaseOf(body, deadline)).toBe('closed')
  expect(phaseOf({ ...body, closedAt: '2026-11-25T11:00:00Z' }, 0)).toBe('closed')
})

test('opposition is an objection, a six or more, one finger or none, and disagreeing; a mood and dots oppose nothing', () => {
  const opposing = choosingMethods.map((method) => [
    method,
    methodRules[method].values.filter((value) => isOpposed(method, { a: value })),
  ])
  expect(Object.fromEntries(opposing)).toEqual({
    dotVote: [],
    agreePass: ['disagree'],
    consent: ['objection'],
    gradients8: [6, 7, 8],
    fistToFive: [1, 0],
    temperature: [],
    ranking: [],
  })
})

test('a file that left everything out gives a ballot with sound settings, an unknown method gives none', () => {
  expect(readBallot({ method: 'consent', settings: { dotsPerPerson: 99, threshold: 'all' } })).toMatchObject({
    options: [],
    settings: { dotsPerPerson: 3, maxPerOption: 2, secret: true, threshold: 'none' },
    history: [],
    skip: null,
  })
  expect(readBallot({ method: 'coinToss' })).toBeNull()
})
