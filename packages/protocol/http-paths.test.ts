import { expect, test } from 'vitest'
import { addressOf } from './http-paths.ts'
import { problemCodeIn, problemCodes, problemOf } from './problem.ts'

test('an address holds its parameters and query as text, whatever they are', () => {
  expect(addressOf('lookUpCode', { code: 'BCDF 2345/..?' })).toBe('/api/join/BCDF%202345%2F..%3F')
  expect(addressOf('export', { workspace: 'ab' }, { format: 'html', lang: undefined, names: '0' })).toBe(
    '/api/workspaces/ab/export?format=html&names=0',
  )
})

test('an answer that is no problem of ours is weather', () => {
  expect(problemCodeIn(problemOf('joining-closed'))).toBe('joining-closed')
  for (const answer of [null, '<html>', {}, { code: 'toString' }, { code: 5 }])
    expect(problemCodeIn(answer)).toBe('unavailable')
})

test('every code has a status of refusal', () => {
  for (const status of Object.values(problemCodes)) expect(status).toBeGreaterThanOrEqual(400)
})
