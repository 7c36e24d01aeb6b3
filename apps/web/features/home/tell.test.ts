import { expect, test } from 'vitest'
import type { DirectoryEntry } from '#domain/directory.ts'
import { tell } from './tell.ts'

const entry = (id: string, kind: string, attributes: DirectoryEntry['attributes']): DirectoryEntry => ({
  id,
  kind,
  label: id,
  document: 'd',
  attributes,
})

test('a map tells its parties and which voices are missing', () => {
  const told = tell('stakeholder-map', [
    entry('a', 'stakeholder', { impact: 5, influence: 1, atTable: 'no' }),
    entry('b', 'stakeholder', { impact: 4, influence: null, atTable: 'unknown' }),
    entry('c', 'stakeholder', { impact: 3, influence: 2, atTable: 'no' }),
    entry('d', 'stakeholder', { impact: 5, influence: 9, atTable: 'represented' }),
    entry('e', 'measure', {}),
  ])
  expect(told).toEqual({
    kind: 'stakeholder-map',
    missing: 2,
    parties: [
      { id: 'a', impact: 5, influence: 1, missing: true },
      { id: 'b', impact: 4, influence: null, missing: true },
      { id: 'c', impact: 3, influence: 2, missing: false },
      { id: 'd', impact: 5, influence: null, missing: false },
    ],
  })
})

test('a problem tells its parts and why, an experiment how its measures came out', () => {
  expect(
    tell('problem-statement', [
      entry('p', 'problem', { parentId: null }),
      entry('q', 'problem', { parentId: 'p' }),
      entry('c', 'cause', {}),
      entry('d', 'cause', {}),
      entry('e', 'effect', {}),
      entry('r', 'rule', {}),
    ]),
  ).toEqual({ kind: 'problem-statement', parts: 1, causes: 2, effects: 1, rules: 1 })
  expect(
    tell('experiment-plan', [entry('m', 'measure', { verdict: 'met' }), entry('n', 'measure', { verdict: 'odd' })]),
  ).toEqual({
    kind: 'experiment-plan',
    verdicts: ['met', 'noResult'],
  })
})
