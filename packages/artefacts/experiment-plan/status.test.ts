import { expect, test } from 'vitest'
import { ethicsCodes, statuses } from './shape.ts'
import { blockersOf, decisionLock, unanswered } from './status.ts'

const answered = ethicsCodes.map((code) => ({ code }))
const harm = { direction: 'negative', response: 'watch' } as const
const ready = { effects: [harm], effectsOverride: '', ethics: answered }

test('a plan that is thought through may have every status', () => {
  for (const status of statuses) expect(blockersOf(ready, status)).toEqual([])
})

test.each([
  [{ ...ready, effects: [] }],
  [{ ...ready, effects: [{ direction: 'positive', response: 'strengthen' }] }],
  [{ ...ready, effects: [harm, { direction: 'negative', response: null }] }],
] as const)('without an answer to each harm it is not agreed, not even by running at once', (plan) => {
  for (const status of ['agreed', 'running', 'finished'] as const)
    expect(blockersOf(plan, status)).toContain('effects-not-considered')
  for (const status of ['idea', 'design', 'stopped', 'parked'] as const) expect(blockersOf(plan, status)).toEqual([])
  expect(blockersOf({ ...plan, effectsOverride: 'Wij kijken over twee weken.' }, 'agreed')).toEqual([])
})

test('it runs only when every question of care has an answer', () => {
  const plan = { ...ready, ethics: answered.slice(1) }
  expect(unanswered(plan)).toEqual(['voluntary'])
  expect(blockersOf(plan, 'agreed')).toEqual([])
  expect(blockersOf(plan, 'running')).toEqual(['ethics-not-answered'])
})

const measure = (id: string) => ({ id }) as const
const result = (measureId: string, value: number | null) => ({ measureId, value })

test('a decision waits for every measure, but not for them when a stop rule was hit', () => {
  const lockOf = (
    measures: readonly { id: string }[],
    results: readonly { measureId: string; value: number | null }[],
    hit = false,
  ) => decisionLock({ measures, results, learningLog: [] }, hit, [])
  expect(lockOf([], [])).toEqual({ reason: 'no-measures' })
  expect(lockOf([measure('me-1'), measure('me-2')], [result('me-1', 3), result('me-2', null)])).toEqual({
    reason: 'no-results',
    measureIds: ['me-2'],
  })
  expect(lockOf([measure('me-1')], [result('me-1', 0)])).toBeNull()
  expect(lockOf([measure('me-1')], [], true)).toBeNull()
})

test('with all results in, a decision still waits for a group that is at the table and was not heard', () => {
  const plan = { measures: [measure('me-1')], results: [result('me-1', 3)], learningLog: [{ perspective: 'resident' }] }
  expect(decisionLock(plan, false, ['resident', 'policy'])).toEqual({ reason: 'unheard', groups: ['policy'] })
  expect(decisionLock(plan, false, ['resident'])).toBeNull()
  expect(decisionLock(plan, true, ['resident', 'policy'])).toBeNull()
  // What is not measured comes first: there is nothing yet to be heard about.
  expect(decisionLock({ ...plan, results: [] }, false, ['policy'])).toMatchObject({ reason: 'no-results' })
})
