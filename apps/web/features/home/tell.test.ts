import { expect, test } from 'vitest'
import type { DirectoryEntry } from '#domain/directory.ts'
import type { Participant } from '#domain/participant.ts'
import type { Perspective } from '#domain/perspective.ts'
import { tell, voicesOf } from './tell.ts'

const entry = (id: string, kind: string, attributes: DirectoryEntry['attributes']): DirectoryEntry => ({
  id,
  kind,
  label: id,
  document: 'd',
  attributes,
})

const nobody = new Map<string, Perspective['marker']>()
const perspectives: readonly Perspective[] = [
  { id: 'policy', title: 'Policy', marker: 'm3', order: 0, base: 'policy' },
  { id: 'resident', title: 'Residents', marker: 'm1', order: 1, base: 'resident' },
]
const person = (id: string, perspective: string, stakeholderId: string | null): Participant => ({
  id,
  name: id,
  perspective,
  role: 'contributor',
  canRecord: false,
  stakeholderId,
})

test('a map tells its parties, who speaks for them and whose voice is missing', () => {
  const people = [
    person('p', 'resident', 'a'),
    person('q', 'policy', 'a'),
    person('r', 'resident', 'f'),
    person('s', 'resident', null),
  ]
  const told = tell(
    'stakeholder-map',
    [
      entry('a', 'stakeholder', { impact: 5, influence: 1, atTable: 'no' }),
      entry('b', 'stakeholder', { impact: 4, influence: null, atTable: 'unknown' }),
      entry('c', 'stakeholder', { impact: 3, influence: 2, atTable: 'no' }),
      entry('d', 'stakeholder', { impact: 5, influence: 9, atTable: 'represented' }),
      entry('e', 'measure', {}),
    ],
    voicesOf(people, perspectives),
  )
  expect(told).toEqual({
    kind: 'stakeholder-map',
    missing: 2,
    parties: [
      { id: 'a', impact: 5, influence: 1, slot: 'm3', missing: false },
      { id: 'b', impact: 4, influence: null, slot: null, missing: true },
      { id: 'c', impact: 3, influence: 2, slot: null, missing: true },
      { id: 'd', impact: 5, influence: null, slot: null, missing: false },
    ],
  })
})

test('a problem tells its parts and why, an experiment how its measures came out', () => {
  expect(
    tell(
      'problem-statement',
      [
        entry('p', 'problem', { parentId: null }),
        entry('q', 'problem', { parentId: 'p' }),
        entry('c', 'cause', {}),
        entry('d', 'cause', {}),
        entry('e', 'effect', {}),
        entry('r', 'rule', {}),
      ],
      nobody,
    ),
  ).toEqual({ kind: 'problem-statement', parts: 1, causes: 2, effects: 1, rules: 1 })
  expect(
    tell(
      'experiment-plan',
      [entry('m', 'measure', { verdict: 'met' }), entry('n', 'measure', { verdict: 'odd' })],
      nobody,
    ),
  ).toEqual({
    kind: 'experiment-plan',
    verdicts: ['met', 'noResult'],
  })
})
