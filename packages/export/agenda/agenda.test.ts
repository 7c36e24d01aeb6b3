import { expect, test } from 'vitest'
import { createDirectory, type DirectoryEntry } from '#domain/directory.ts'
import { agendaOf } from './agenda.ts'

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
