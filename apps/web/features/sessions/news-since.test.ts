import { expect, test } from 'vitest'
import { newsSince } from './news-since.ts'

test('new is what others made after somebody last looked, newest first', () => {
  const made = [
    { participantId: 'pa-1', at: 10, label: 'oud' },
    { participantId: 'pa-1', at: 30, label: 'van een ander' },
    { participantId: 'pa-2', at: 40, label: 'van mij' },
    { participantId: null, at: 50, label: 'zonder naam' },
    { participantId: 'pa-1', at: 60, label: ' ' },
  ]
  expect(newsSince(made, 10, 'pa-2').map(({ label }) => label)).toEqual(['zonder naam', 'van een ander'])
  expect(newsSince(made, 60, 'pa-2')).toEqual([])
})
