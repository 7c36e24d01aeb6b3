import { expect, test } from 'vitest'
import { statusOf, type Facts } from './status.ts'

const start: Facts = {
  open: false,
  synced: false,
  everSynced: false,
  copyRead: false,
  sent: 0,
  acked: 0,
  unsaved: 0,
  mayWrite: true,
  locked: false,
  keptHere: true,
  tries: 0,
}
const stateOf = (facts: Partial<Facts>) => statusOf({ ...start, ...facts }).state

test('a page that opens with a copy of its own looks for the server first, and does not say that it is offline', () => {
  expect(stateOf({ copyRead: true })).toBe('opening')
  expect(statusOf({ ...start, copyRead: true }).readable).toBe(true)
  expect(stateOf({ copyRead: true, open: true })).toBe('opening')
  expect(stateOf({ copyRead: true, open: true, unsaved: 2 })).toBe('saving')
})

test('offline is said after the first failure, and when a connection that stood is gone', () => {
  expect(stateOf({ copyRead: true, tries: 1 })).toBe('offline')
  expect(stateOf({ everSynced: true })).toBe('offline')
})

test('saved means that all that was sent is committed, and nothing else waits', () => {
  const settled = { open: true, synced: true, everSynced: true, sent: 3, acked: 3 }
  expect(stateOf(settled)).toBe('saved')
  expect(stateOf({ ...settled, acked: 2 })).toBe('saving')
  expect(stateOf({ ...settled, unsaved: 1 })).toBe('saving')
})

test('what ended says so whatever else is true, and nobody can write in it', () => {
  const ended = statusOf({ ...start, open: true, everSynced: true, ended: { kind: 'refused', reason: 'rejected' } })
  expect(ended).toMatchObject({ state: 'refused', reason: 'rejected', canWrite: false })
})
