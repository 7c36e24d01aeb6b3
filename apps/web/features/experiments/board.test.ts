import { expect, test } from 'vitest'
import type { DirectoryEntry } from '#domain/directory.ts'
import { trialsIn, trialsOf } from './board.ts'

test('the board tells of each trial where it stands, what comes next and how its measures came out', () => {
  const entries: DirectoryEntry[] = [
    {
      id: 'ex-1',
      kind: 'experiment',
      label: 'Kwartier',
      document: 'ex-1',
      attributes: { status: 'running', reviewDates: ['2026-12-03', '2026-10-15'], hitRules: ['sr-1'] },
    },
    { id: 'me-1', kind: 'measure', label: '', document: 'ex-1', attributes: { verdict: 'met' } },
    { id: 'me-2', kind: 'measure', label: '', document: 'ex-1', attributes: { verdict: 'noResult' } },
    { id: 'me-3', kind: 'measure', label: '', document: 'ex-1', attributes: { verdict: 'met' } },
  ]
  const trials = trialsOf(
    [
      { id: 'ex-1', title: 'Oud' },
      { id: 'ex-2', title: 'Nieuw' },
    ],
    entries,
    '2026-11-24',
  )
  expect(trials[0]).toMatchObject({ title: 'Kwartier', status: 'running', review: '2026-12-03', isStopHit: true })
  expect(trials[0]?.verdicts).toEqual([
    { verdict: 'met', count: 2 },
    { verdict: 'noResult', count: 1 },
  ])
  // One that nobody wrote in yet is an idea with the name of the list.
  expect(trials[1]).toMatchObject({ title: 'Nieuw', status: 'idea', verdicts: [] })
  expect(trialsIn(trials, 'running').map(({ id }) => id)).toEqual(['ex-1'])
  expect(trialsIn(trials, 'thinking').map(({ id }) => id)).toEqual(['ex-2'])
})
