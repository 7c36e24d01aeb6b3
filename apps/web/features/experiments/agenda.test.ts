import { expect, test } from 'vitest'
import { createDirectory, type DirectoryEntry } from '#domain/directory.ts'
import { agendaOf } from './agenda.ts'
import { trialsIn, trialsOf } from './board.ts'

const barrier = (
  id: string,
  document: string,
  label: string,
  attributes: DirectoryEntry['attributes'],
): DirectoryEntry => {
  return { id, kind: 'rule-barrier', label, document, attributes }
}
const party = (id: string): DirectoryEntry => ({
  id,
  kind: 'stakeholder',
  label: id,
  document: 'map-1',
  attributes: {},
})

test('the same rule of the same owner is one point with all that asks for it', () => {
  const directory = createDirectory([
    party('sh-insurer'),
    barrier('rb-1', 'ex-1', 'Vastleggen per vijf minuten', {
      ownerId: 'sh-insurer',
      room: 'agreementDeal',
      status: 'granted',
      purpose: 'Leren',
      evidenceIds: ['ev-1', 'ev-2'],
    }),
    barrier('rb-2', 'ex-2', 'vastleggen  per vijf minuten.', {
      ownerId: 'sh-insurer',
      room: 'changeRule',
      status: 'requested',
      evidenceIds: ['ev-2', 'ev-3'],
    }),
    barrier('rb-3', 'ex-2', 'Uurloon', { ownerId: 'sh-gone', status: 'exploring' }),
  ])
  const agenda = agendaOf(directory)
  expect(agenda.map(({ ownerId, points }) => [ownerId, points.length])).toEqual([
    ['sh-insurer', 1],
    // Whoever is gone owns nothing; the rule itself stays on the agenda, last.
    [null, 1],
  ])
  const [point] = agenda[0]?.points ?? []
  expect(point).toMatchObject({ rule: 'Vastleggen per vijf minuten', evidenceIds: ['ev-1', 'ev-2', 'ev-3'] })
  expect(point?.asks.map(({ planId, room, status }) => [planId, room, status])).toEqual([
    ['ex-1', 'agreementDeal', 'granted'],
    ['ex-2', 'changeRule', 'requested'],
  ])
})

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
