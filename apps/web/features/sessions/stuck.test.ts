import { expect, test } from 'vitest'
import type { Person } from '../../api/use-facts.ts'
import { stuckIn } from './stuck.ts'

const person = (id: string): Person => ({
  id,
  name: id,
  perspective: 'resident',
  role: 'contributor',
  canRecord: false,
  stakeholderId: null,
  present: true,
  claimed: true,
})
const people = ['ada', 'bram', 'cem', 'dina', 'els', 'fatma'].map(person)
const whereabouts = {
  present: new Set(['ada', 'bram', 'cem', 'dina', 'fatma']),
  presentIn: (place: string) => (place === 'se-1' ? ['ada', 'bram'] : place === 'a-1' ? ['fatma'] : []),
  isAway: (id: string) => id === 'cem',
}
const room = {
  presentIds: ['ada', 'bram', 'cem', 'dina', 'els', 'fatma'],
  readyIds: ['bram'],
  places: ['se-1', 'a-1'],
  isLate: false,
}

test('says who lost the connection, is away or looks elsewhere, and leaves alone who is ready or at work', () => {
  expect(stuckIn(people, room, whereabouts).map(({ person: { id }, why }) => [id, why])).toEqual([
    ['els', 'gone'],
    ['cem', 'away'],
    ['dina', 'elsewhere'],
  ])
})

test('near the end also who is still at work', () => {
  const late = stuckIn(people, { ...room, isLate: true }, whereabouts)
  expect(late.filter(({ why }) => why === 'idle').map(({ person: { id } }) => id)).toEqual(['ada', 'fatma'])
})

test('somebody who is not in the session is nobody’s worry', () => {
  expect(stuckIn(people, { ...room, presentIds: ['bram'] }, whereabouts)).toEqual([])
})
